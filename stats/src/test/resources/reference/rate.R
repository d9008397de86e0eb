# Rates, their ratio and difference. Run in this folder: Rscript rate.R
source("numeric.R")

# Regularised lower incomplete gamma P(a, x) by its series, at 200 bits; Q by subtraction, which 200 bits bear.
gamma_lower <- function(a, x) {
  x <- mp(x); a <- mp(a)
  exp(a * log(x) - x - lgamma(a + 1)) *
    series(function(k) x / (a + k), 400 + ceiling(3 * asNumeric(x) + 20 * sqrt(asNumeric(a))))
}
gamma_upper <- function(a, x) 1 - gamma_lower(a, x)

poisson_limits <- list(
  EXACT = function(x, level) {
    area <- tail_area(level); start <- asNumeric(area)
    c(if (x == 0) mp(0) else polish(function(m) gamma_lower(x, m) - area, qgamma(start, x)),
      polish(function(m) gamma_upper(x + 1, m) - area, qgamma(start, x + 1, lower.tail = FALSE)))
  },
  MID_P = function(x, level) {
    area <- tail_area(level)
    start <- asNumeric(area)
    if (x == 0) return(c(mp(0), -log(2 * area)))
    coarse_low <- function(m) (pgamma(m, x + 1) + pgamma(m, x)) / 2 - start
    coarse_high <- function(m) (pgamma(m, x + 1, lower.tail = FALSE) + pgamma(m, x, lower.tail = FALSE)) / 2 - start
    low <- uniroot(coarse_low, qgamma(start, c(x, x + 1)), tol = 1e-12)$root
    high <- uniroot(coarse_high, qgamma(start, c(x, x + 1), lower.tail = FALSE), tol = 1e-12)$root
    c(polish(function(m) (gamma_lower(x + 1, m) + gamma_lower(x, m)) / 2 - area, low),
      polish(function(m) (gamma_upper(x + 1, m) + gamma_upper(x, m)) / 2 - area, high))
  },
  BYAR = function(x, level) {
    z <- z_quantile(level); y <- mp(x) + 1
    lower <- if (x == 0) mp(0) else mp(x) * (1 - 1 / (9 * mp(x)) - z / (3 * sqrt(mp(x))))^3
    c(if (lower < 0) mp(0) else lower, y * (1 - 1 / (9 * y) + z / (3 * sqrt(y)))^3)
  },
  SCORE = function(x, level) {
    z <- z_quantile(level)
    mp(x) + z^2 / 2 + c(-1, 1) * z * sqrt(mp(x) + z^2 / 4)
  },
  LOG_WALD = function(x, level) if (x == 0) NULL else mp(x) * exp(c(-1, 1) * z_quantile(level) / sqrt(mp(x))),
  WALD = function(x, level) {
    limits <- mp(x) + c(-1, 1) * z_quantile(level) * sqrt(mp(x))
    if (limits[1] < 0) limits[1] <- mp(0)
    limits
  })

rows <- list()
for (x in c(0, 1, 2, 5, 15, 41, 333)) for (level in c(0.5, 0.9, 0.95, 0.999)) for (method in names(poisson_limits)) {
  limits <- poisson_limits[[method]](x, level)
  if (!is.null(limits)) rows[[length(rows) + 1]] <- row_of(x, level, method, limits[1], limits[2], 15, "Rmpfr")
}
write_reference("rate.csv", "rate.R", "Rmpfr",
  c("Limits of a Poisson mean. LOG_WALD is absent for 0 events.",
    "level is the nearest double, and the tail area (1 - level) / 2 is that of the double."),
  "x,level,method,lower,upper,digits,source", rows)

# Ratio and difference of two rates: binomial limits of a among m, and closed forms.
beta_quantile <- function(area, a, b) polish(function(p) beta_cdf(p, a, b) - mp(area), qbeta(asNumeric(area), a, b))
midp_lower <- function(x, n, area) {
  if (x == 0) return(mp(0))
  if (x == n) return(exp(log(2 * area) / n))
  coarse <- function(p) (pbeta(p, x + 1, n - x) + pbeta(p, x, n - x + 1)) / 2 - asNumeric(area)
  start <- uniroot(coarse, c(qbeta(asNumeric(area), x, n - x + 1), qbeta(asNumeric(area), x + 1, n - x)), tol = 1e-12)$root
  polish(function(p) (beta_cdf(p, x + 1, n - x) + beta_cdf(p, x, n - x + 1)) / 2 - area, start)
}
odds <- function(p) p / (1 - p)
ratio_limits <- list(
  LOG_WALD = function(a, t1, c, t0, level) {
    if (a == 0 || c == 0) return(NULL)
    (mp(a) / t1) / (mp(c) / t0) * exp(base::c(-1, 1) * z_quantile(level) * sqrt(1 / mp(a) + 1 / mp(c)))
  },
  EXACT = function(a, t1, c, t0, level) {
    area <- tail_area(level); m <- a + c
    lower <- if (a == 0) mp(0) else odds(beta_quantile(area, a, c + 1))
    upper <- if (c == 0) mp(Inf) else 1 / odds(beta_quantile(area, c, a + 1))
    base::c(lower, upper) * mp(t0) / t1
  },
  MID_P = function(a, t1, c, t0, level) {
    area <- tail_area(level); m <- a + c
    lower <- if (a == 0) mp(0) else odds(midp_lower(a, m, area))
    upper <- if (c == 0) mp(Inf) else 1 / odds(midp_lower(c, m, area))
    base::c(lower, upper) * mp(t0) / t1
  },
  SCORE = function(a, t1, c, t0, level) {
    z <- z_quantile(level); m <- mp(a + c)
    p <- (a + z^2 / 2 + base::c(-1, 1) * z * sqrt(mp(a) * c / m + z^2 / 4)) / (m + z^2)
    limits <- odds(p) * mp(t0) / t1
    if (a == 0) limits[1] <- mp(0)
    if (c == 0) limits[2] <- mp(Inf)
    limits
  })
binomial_tail <- function(x, n, p, share) {
  at_least <- function(k) if (k == 0) mp(1) else if (k > n) mp(0) else beta_cdf(p, k, n - k + 1)
  share * at_least(x) + (1 - share) * at_least(x + 1)
}
ratio_p <- list(
  LOG_WALD = function(a, t1, c, t0) 2 * normal_tail(abs(log((mp(a) / t1) / (mp(c) / t0)) / sqrt(1 / mp(a) + 1 / mp(c)))),
  EXACT = function(a, t1, c, t0) exact_p(a, t1, c, t0, 1),
  MID_P = function(a, t1, c, t0) exact_p(a, t1, c, t0, mp(0.5)),
  SCORE = function(a, t1, c, t0) {
    share <- mp(t1) / (mp(t1) + t0); e <- (a + c) * share
    2 * normal_tail(abs(a - e) / sqrt(e * (1 - share)))
  })
exact_p <- function(a, t1, c, t0, share) {
  p <- mp(t1) / (mp(t1) + t0)
  both <- 2 * min(binomial_tail(a, a + c, p, share), binomial_tail(c, a + c, 1 - p, share))
  if (both > 1) mp(1) else both
}
score_z <- function(a, t1, c, t0, d) {
  t <- mp(t1) + t0; half <- (a + c - t * d) / 2
  r0 <- (half + sqrt(half^2 + t * c * d)) / t
  if (r0 < 0) r0 <- mp(0)
  (mp(a) / t1 - mp(c) / t0 - d) / sqrt((r0 + d) / t1 + r0 / t0)
}
score_double <- function(a, t1, c, t0, d) {
  t <- t1 + t0; half <- (a + c - t * d) / 2
  r0 <- max(0, (half + sqrt(half^2 + t * c * d)) / t)
  (a / t1 - c / t0 - d) / sqrt((r0 + d) / t1 + r0 / t0)
}
difference_limits <- list(
  WALD = function(a, t1, c, t0, level)
    mp(a) / t1 - mp(c) / t0 + base::c(-1, 1) * z_quantile(level) * sqrt(mp(a) / mp(t1)^2 + mp(c) / mp(t0)^2),
  SCORE = function(a, t1, c, t0, level) {
    z <- z_quantile(level)
    d <- a / t1 - c / t0; step <- asNumeric(z)^2 * (1 / t1 + 1 / t0) * 3 + 3 * abs(d) +
      10 * asNumeric(z) * sqrt(a / t1^2 + c / t0^2)
    plain <- asNumeric(z)
    coarse <- function(x, side) score_double(a, t1, c, t0, x) - side * plain
    low <- uniroot(coarse, base::c(d - step, d), side = 1, tol = 1e-9 / t1)$root
    high <- uniroot(coarse, base::c(d, d + step), side = -1, tol = 1e-9 / t1)$root
    base::c(polish(function(x) score_z(a, t1, c, t0, x) - z, low), polish(function(x) score_z(a, t1, c, t0, x) + z, high))
  })
difference_z <- list(
  WALD = function(a, t1, c, t0) (mp(a) / t1 - mp(c) / t0) / sqrt(mp(a) / mp(t1)^2 + mp(c) / mp(t0)^2),
  SCORE = function(a, t1, c, t0) score_z(a, t1, c, t0, mp(0)))

tables <- list(c(41, 28010, 15, 19017), c(15, 19017, 41, 28010), c(8, 106, 12, 74), c(0, 50, 7, 61), c(7, 61, 0, 50),
  c(1, 1, 1, 1), c(3, 1200.5, 2, 0.25), c(120, 100, 15, 100), c(900, 1000, 30, 1000))
rows <- list()
for (t in tables) for (level in c(0.9, 0.95, 0.999)) {
  for (m in names(ratio_limits)) {
    limits <- ratio_limits[[m]](t[1], t[2], t[3], t[4], level)
    if (is.null(limits)) next
    p <- ratio_p[[m]](t[1], t[2], t[3], t[4])
    rows[[length(rows) + 1]] <- row_of(t[1], t[2], t[3], t[4], level, "ratio", m, limits[1], limits[2], p, 14, "Rmpfr")
  }
  for (m in names(difference_limits)) {
    limits <- difference_limits[[m]](t[1], t[2], t[3], t[4], level)
    p <- 2 * normal_tail(abs(difference_z[[m]](t[1], t[2], t[3], t[4])))
    rows[[length(rows) + 1]] <- row_of(t[1], t[2], t[3], t[4], level, "difference", m, limits[1], limits[2], p, 12, "Rmpfr")
  }
}
write_reference("rate-table.csv", "rate.R", "Rmpfr",
  c("Rate ratio and rate difference of a events in t1 against c in t0, with the p-value of equal rates.",
    "LOG_WALD is absent where a count is 0."),
  "a,t1,c,t0,level,measure,method,lower,upper,p,digits,source", rows)
