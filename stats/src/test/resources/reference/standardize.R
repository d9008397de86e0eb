# Standardization, as epitools and epiR do it. Run in this folder: Rscript standardize.R
source("numeric.R")
suppressMessages({ library(epitools) })

# Breast cancer and fluoroscopy-like strata, and sparse ones; events, person-time, standard.
sets <- list(
  four = list(d = c(14, 76, 98, 104), n = c(1516, 5949, 7000, 2545), w = c(35, 40, 15, 10)),
  sparse = list(d = c(0, 1, 0, 3), n = c(120, 45.5, 80, 20), w = c(0.4, 0.3, 0.2, 0.1)),
  one = list(d = 7, n = 61, w = 3),
  none = list(d = c(0, 0), n = c(10, 20), w = c(1, 1)))

gamma_lower <- function(a, x) {
  x <- mp(x); a <- mp(a)
  exp(a * log(x) - x - lgamma(a + 1)) *
    series(function(k) x / (a + k), 400 + ceiling(3 * asNumeric(x) + 20 * sqrt(asNumeric(a))))
}
gamma_quantile <- function(area, shape) polish(function(x) gamma_lower(shape, x) - area, qgamma(asNumeric(area), asNumeric(shape)))
gamma_upper_quantile <- function(area, shape)
  polish(function(x) 1 - gamma_lower(shape, x) - area, qgamma(asNumeric(area), asNumeric(shape), lower.tail = FALSE))

rows <- list()
for (name in names(sets)) for (level in c(0.9, 0.95)) for (kind in c("RATE", "PREVALENCE")) {
  s <- sets[[name]]; d <- mp(s$d); n <- mp(s$n); w <- mp(s$w) / sum(mp(s$w))
  y <- sum(w * d / n); noise <- if (kind == "RATE") 1 else 1 - d / n
  v <- sum(w^2 * d / n^2 * noise); k <- max(w / n); z <- z_quantile(level); area <- tail_area(level)
  if (kind == "RATE" && level == 0.95 && sum(s$d) > 0) {
    peer <- ageadjust.direct(s$d, s$n, stdpop = s$w)
    stopifnot(abs(peer[["adj.rate"]] / asNumeric(y) - 1) < 1e-12)
  }
  add <- function(method, lower, upper) {
    if (lower < 0) lower <- mp(0)
    if (kind == "PREVALENCE" && upper > 1) upper <- mp(1)
    rows[[length(rows) + 1]] <<- row_of(paste(s$d, collapse = " "), paste(s$n, collapse = " "), paste(s$w, collapse = " "),
      kind, level, method, y, lower, upper, 13, "Rmpfr")
  }
  add("WALD", y - z * sqrt(v), y + z * sqrt(v))
  if (y > 0) add("LOG_WALD", y * exp(-z * sqrt(v) / y), y * exp(z * sqrt(v) / y))
  lower <- if (y == 0) mp(0) else gamma_quantile(area, y^2 / v) * v / y
  upper <- gamma_upper_quantile(area, (y + k)^2 / (v + k^2)) * (v + k^2) / (y + k)
  add("GAMMA", lower, upper)
  if (y > 0) {
    total <- sum(d)
    exact <- c(gamma_quantile(area, total), gamma_upper_quantile(area, total + 1))
    limits <- y + sqrt(v / total) * (exact - total)
    add("DOBSON", limits[1], limits[2])
  }
}
write_reference("standardize.csv", "standardize.R", c("Rmpfr", "epitools"),
  "Directly standardized rates and prevalences; ageadjust.direct of epitools agrees with the rates to 1e-12.",
  "events,denominators,weights,kind,level,method,value,lower,upper,digits,source", rows)
