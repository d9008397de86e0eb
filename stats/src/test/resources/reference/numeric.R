# Shared by the scripts in this folder: arithmetic at 200 bits and root finding.
#
# Why not R's own functions: fisher.test, confint and most packages stop their root finders at about 1e-4,
# and glm keeps the standard errors of the iteration before the last. Here every value is computed with
# 200-bit numbers and rounded to double once, when it is written.

suppressMessages(library(Rmpfr))
source("writing.R")

bits <- 200
mp <- function(x) mpfr(x, bits)

# A level is the double nearest to what is printed: 1 - 0.999999 is 1.00000000002876e-06, not 1e-06.
tail_area <- function(level) (1 - mp(level)) / 2

normal_tail <- function(z) erfc(z / sqrt(mp(2))) / 2

# Newton steps from R's quantile, which is right to double precision already.
z_quantile <- function(level) {
  z <- mp(qnorm((1 - level) / 2, lower.tail = FALSE))
  for (i in 1:4) z <- z + (normal_tail(z) - tail_area(level)) / (exp(-z^2 / 2) / sqrt(2 * Const("pi", bits)))
  z
}

# Survival function of chi-square by the recurrence from df to df + 2.
chisq_tail <- function(x, df) {
  h <- mp(x) / 2
  p <- if (df %% 2 == 1) erfc(sqrt(h)) else exp(-h)
  k <- 2 - df %% 2
  while (k < df) {
    p <- p + h^(mp(k) / 2) * exp(-h) / gamma(mp(k) / 2 + 1)
    k <- k + 2
  }
  p
}

# Sum of 1 + r(1) + r(1) r(2) + ..., ratio(k) being vectorised, until the terms no longer count.
series <- function(ratio, terms) {
  while (terms < 1e6) {
    products <- cumprod(ratio(mp(seq_len(terms))))
    if (products[terms] < 1e-45) return(1 + sum(products))
    terms <- terms * 2
  }
  stop("the series does not converge")
}

# Regularised incomplete beta I_x(a, b). The series is fast below a half; 200 bits bear the subtraction above it.
beta_cdf <- function(x, a, b) {
  x <- mp(x); a <- mp(a); b <- mp(b)
  if (x > 0.5) return(1 - beta_cdf(1 - x, b, a))
  log_front <- a * log(x) + b * log1p(-x) - log(a) - lgamma(a) - lgamma(b) + lgamma(a + b)
  exp(log_front) * series(function(k) (a + b + k - 1) / (a + k) * x, 200 + ceiling(13 * sqrt(asNumeric(a + b))))
}

# Root of f near a start found in double precision: secant steps at 200 bits.
polish <- function(f, start, spread = 1e-6) {
  x0 <- mp(start)
  x1 <- x0 * (1 + spread)
  f0 <- f(x0)
  for (i in 1:60) {
    f1 <- f(x1)
    if (f1 == 0) return(x1)
    if (f1 == f0) break
    x2 <- x1 - f1 * (x1 - x0) / (f1 - f0)
    x0 <- x1; f0 <- f1; x1 <- x2
    if (abs(x1 - x0) <= max(abs(x1), 1e-15) * 1e-40) return(x1)
  }
  stop("no convergence from ", start)
}
