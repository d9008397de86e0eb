# Confidence intervals of one proportion that proportion.R does not hold. Run in this folder: Rscript intervals.R
source("numeric.R")

beta_quantile <- function(area, a, b) {
  polish(function(p) beta_cdf(p, a, b) - mp(area), qbeta(asNumeric(area), a, b))
}

# Likelihood ratio: the lower limit by bisection on log p at 200 bits; the upper one is that of the failures.
likelihood_lower <- function(x, n, level) {
  z <- z_quantile(level); p <- mp(x) / n
  if (x == 0) return(mp(0))
  statistic <- function(p0) 2 * (x * log(p / p0) + (if (x < n) (n - x) * log((1 - p) / (1 - p0)) else 0))
  low <- mp(-60); high <- mp(0)
  for (i in 1:80) {
    middle <- (low + high) / 2
    if (statistic(p * exp(middle)) > z^2) low <- middle else high <- middle
  }
  p * exp(middle)
}

# Blaker as he defined it: acceptability p by p. A grid of 20,000 points inwards from Clopper-Pearson finds the first
# that is acceptable, bisection at 200 bits the point between it and the one before. Nothing is assumed of the
# function's shape between jumps.
kept <- new.env()
binomial_coefficients <- function(n) {
  key <- as.character(n)
  if (is.null(kept[[key]])) kept[[key]] <- exp(lgamma(mp(n) + 1) - lgamma(mp(0:n) + 1) - lgamma(mp(n:0) + 1))
  kept[[key]]
}

at_least <- function(k, n, p) {
  if (k <= 0) return(mp(1))
  if (k > n) return(mp(0))
  i <- k:n
  sum(binomial_coefficients(n)[i + 1] * mp(p)^i * (1 - mp(p))^(n - i))
}
at_most <- function(k, n, p) at_least(n - k, n, 1 - mp(p))

acceptability <- function(p, x, n) {
  near <- at_least(x, n, p)
  k <- qbinom(asNumeric(near), n, asNumeric(p)) + 1
  while (k >= 0 && at_most(k, n, p) > near) k <- k - 1
  near + at_most(k, n, p)
}

blaker_lower <- function(x, n, level) {
  if (x == 0) return(mp(0))
  area <- 1 - mp(level)
  start <- qbeta(asNumeric(area / 2), x, n - x + 1)
  end <- min(qbeta(0.5, x, n - x + 1), x / n)
  grid <- start + (end - start) * seq(0, 1, length.out = 20001)
  near <- pbinom(x - 1, n, grid, lower.tail = FALSE)
  k <- qbinom(near, n, grid)
  k <- ifelse(pbinom(k, n, grid) > near * (1 + 1e-12), k - 1, k)
  first <- which(near + pbinom(k, n, grid) >= asNumeric(area))
  first <- first[first > 1][1]
  low <- mp(grid[first - 1]); high <- mp(grid[first])
  for (i in 1:50) {
    middle <- (low + high) / 2
    if (acceptability(middle, x, n) >= area) high <- middle else low <- middle
  }
  high
}

interval <- list(
  LIKELIHOOD_RATIO = function(x, n, level) c(likelihood_lower(x, n, level), 1 - likelihood_lower(n - x, n, level)),
  ARCSINE = function(x, n, level) {
    angle <- asin(sqrt((x + mp("0.375")) / (n + mp("0.75")))); half <- z_quantile(level) / (2 * sqrt(mp(n)))
    lower <- angle - half; upper <- angle + half; top <- Const("pi", bits) / 2
    c(if (lower < 0) mp(0) else sin(lower)^2, if (upper > top) mp(1) else sin(upper)^2)
  },
  BLAKER = function(x, n, level) c(blaker_lower(x, n, level), 1 - blaker_lower(n - x, n, level)),
  JEFFREYS_MODIFIED = function(x, n, level) {
    area <- tail_area(level)
    if (x == 0) return(c(mp(0), 1 - area^(mp(1) / n)))
    if (x == n) return(c(area^(mp(1) / n), mp(1)))
    c(if (x == 1) mp(0) else beta_quantile(area, x + 0.5, n - x + 0.5),
      if (x == n - 1) mp(1) else 1 - beta_quantile(area, n - x + 0.5, x + 0.5))
  })

origin <- c(LIKELIHOOD_RATIO = "root at 200 bits", ARCSINE = "closed form (Anscombe 1948)",
            BLAKER = "grid and bisection at 200 bits", JEFFREYS_MODIFIED = "beta quantile at 200 bits")

counts <- list(c(36, 154), c(0, 20), c(20, 20), c(19, 20), c(1, 1), c(0, 1), c(1, 2), c(3, 10), c(7, 10), c(1, 29),
               c(46, 333), c(12, 119))
levels <- c(0.5, 0.95, 0.999999, 1 - 1e-12)

rows <- list()
for (level in levels) for (case in counts) for (method in names(interval)) {
  if (method == "BLAKER" && (case[2] > 29 || level > 0.9999999)) next
  limits <- interval[[method]](case[1], case[2], level)
  rows[[length(rows) + 1]] <- paste(
    sprintf("%.0f,%.0f,%s", case[1], case[2], number(level)),
    row_of(method, limits[1], limits[2], 12, origin[[method]]), sep = ",")
}

write_reference("intervals.csv", "intervals.R", "Rmpfr", c(
  "ARCSINE is Anscombe's variant, its angle kept in [0, pi / 2]. BLAKER spans the holes of its acceptance region.",
  "BLAKER is absent for n above 29 and for the highest level.",
  "level is the nearest double, and the tail area (1 - level) / 2 is that of the double."),
  "x,n,level,method,lower,upper,digits,source", rows)
