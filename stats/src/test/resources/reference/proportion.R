# Confidence intervals of one proportion. Run in this folder: Rscript proportion.R
source("numeric.R")

# Clopper-Pearson and Jeffreys limits are beta quantiles.
beta_quantile <- function(area, a, b) {
  polish(function(p) beta_cdf(p, a, b) - mp(area), qbeta(asNumeric(area), a, b))
}

# P(X > x) + P(X = x) / 2 = area, for a lower limit; the upper one is that of the failures.
midp_lower <- function(x, n, area) {
  half_point <- function(p) exp(lchoose_mp(n, x) + x * log(p) + (n - x) * log1p(-p)) / 2
  above <- function(p) if (x < n) beta_cdf(p, x + 1, n - x) else mp(0)
  excess <- function(p) above(p) + half_point(p) - area
  low <- log(qbeta(asNumeric(area), x, n - x + 1))
  high <- log(if (x < n) qbeta(asNumeric(area), x + 1, n - x) else 1 - 1e-12)
  coarse <- function(t) pbeta(exp(t), x + 1, n - x) / 2 + pbeta(exp(t), x, n - x + 1) / 2 - asNumeric(area)
  if (x == n) return(exp(log(2 * area) / n))
  polish(excess, exp(uniroot(coarse, c(low, high), tol = 1e-12)$root))
}

lchoose_mp <- function(n, k) lgamma(mp(n) + 1) - lgamma(mp(k) + 1) - lgamma(mp(n - k) + 1)

proportion_interval <- list(
  WALD = function(x, n, level) {
    p <- mp(x) / n
    p + c(-1, 1) * z_quantile(level) * sqrt(p * (1 - p) / n)
  },
  WILSON = function(x, n, level) {
    z <- z_quantile(level)
    (x + z^2 / 2 + c(-1, 1) * z * sqrt(mp(x) * (n - x) / n + z^2 / 4)) / (n + z^2)
  },
  # prop.test is the same, but that it takes min(0.5, |x - n / 2|) and so makes no correction at x = n / 2.
  WILSON_CORRECTED = function(x, n, level) {
    z <- z_quantile(level); q <- n - x; p <- mp(x) / n
    lower <- if (x == 0) mp(0) else
      (2 * x + z^2 - 1 - z * sqrt(z^2 - 2 - mp(1) / n + 4 * p * (q + 1))) / (2 * (n + z^2))
    upper <- if (x == n) mp(1) else
      (2 * x + z^2 + 1 + z * sqrt(z^2 + 2 - mp(1) / n + 4 * p * (q - 1))) / (2 * (n + z^2))
    c(lower, upper)
  },
  CLOPPER_PEARSON = function(x, n, level) {
    area <- tail_area(level)
    c(if (x == 0) mp(0) else beta_quantile(area, x, n - x + 1),
      if (x == n) mp(1) else 1 - beta_quantile(area, n - x, x + 1))
  },
  MID_P = function(x, n, level) {
    area <- tail_area(level)
    c(if (x == 0) mp(0) else midp_lower(x, n, area),
      if (x == n) mp(1) else 1 - midp_lower(n - x, n, area))
  },
  AGRESTI_COULL = function(x, n, level) {
    z <- z_quantile(level); m <- n + z^2; p <- (x + z^2 / 2) / m
    p + c(-1, 1) * z * sqrt(p * (1 - p) / m)
  },
  JEFFREYS = function(x, n, level) {
    area <- tail_area(level)
    c(beta_quantile(area, x + 0.5, n - x + 0.5), 1 - beta_quantile(area, n - x + 0.5, x + 0.5))
  },
  LOGIT = function(x, n, level) {
    if (x == 0 || x == n) return(NULL)
    eta <- log(mp(x) / (n - x)) + c(-1, 1) * z_quantile(level) * sqrt(mp(n) / (mp(x) * (n - x)))
    1 / (1 + exp(-eta))
  })

origin <- c(
  WALD = "closed form", WILSON = "closed form (Wilson 1927)",
  WILSON_CORRECTED = "closed form (Newcombe 1998 method 4)", CLOPPER_PEARSON = "beta quantile at 200 bits",
  MID_P = "root at 200 bits", AGRESTI_COULL = "closed form (1998; z^2 / 2 added to each)",
  JEFFREYS = "beta quantile at 200 bits", LOGIT = "closed form")

counts <- list(c(36, 154), c(0, 20), c(20, 20), c(1, 1), c(0, 1), c(1, 2), c(46, 333), c(45, 333), c(29, 203),
               c(137, 203), c(12, 119), c(3, 100000), c(500000, 1000000), c(5, 12602))
extreme <- list(c(36, 154), c(0, 20), c(20, 20), c(1, 2), c(46, 333), c(5, 12602))

rows <- list()
for (level in c(0.9, 0.95, 0.99, 0.5, 0.999999)) {
  for (case in if (level %in% c(0.9, 0.95, 0.99)) counts else extreme) {
    for (method in names(proportion_interval)) {
      limits <- proportion_interval[[method]](case[1], case[2], level)
      if (is.null(limits)) next
      rows[[length(rows) + 1]] <- paste(
        sprintf("%.0f,%.0f,%s", case[1], case[2], format(level, digits = 15)),
        row_of(method, limits[1], limits[2], 12, origin[[method]]), sep = ",")
    }
  }
}

write_reference("proportion.csv", "proportion.R", "Rmpfr", c(
  "WALD and AGRESTI_COULL are not clipped to [0, 1]. JEFFREYS is not set to 0 at x = 0 nor to 1 at x = n.",
  "WILSON_CORRECTED at x = n / 2 differs from prop.test, which makes no correction there. LOGIT is absent where x is 0 or n.",
  "level is the nearest double, and the tail area (1 - level) / 2 is that of the double."),
  "x,n,level,method,lower,upper,digits,source", rows)
