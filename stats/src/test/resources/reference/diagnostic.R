# Accuracy of a test. Run in this folder: Rscript diagnostic.R
# Closed forms at 200 bits; epi.tests and epi.prev of epiR agree with them to the digits that they have.
source("numeric.R")
suppressMessages(library(epiR))

wilson <- function(x, n, level) {
  z <- z_quantile(level)
  (x + z^2 / 2 + c(-1, 1) * z * sqrt(mp(x) * (n - x) / n + z^2 / 4)) / (n + z^2)
}
log_wald <- function(ratio, error, level) ratio * exp(c(-1, 1) * z_quantile(level) * error)

rows <- list()
for (t in list(c(231, 32, 27, 54), c(815, 115, 208, 327), c(5, 1, 2, 90))) for (level in c(0.9, 0.95)) {
  tp <- mp(t[1]); fp <- mp(t[2]); fn <- mp(t[3]); tn <- mp(t[4])
  add <- function(measure, value, limits)
    rows[[length(rows) + 1]] <<- row_of(t[1], t[2], t[3], t[4], level, measure, value, limits[1], limits[2], 14, "Rmpfr")
  add("SENSITIVITY", tp / (tp + fn), wilson(t[1], t[1] + t[3], level))
  add("SPECIFICITY", tn / (tn + fp), wilson(t[4], t[4] + t[2], level))
  add("POSITIVE_PREDICTIVE_VALUE", tp / (tp + fp), wilson(t[1], t[1] + t[2], level))
  add("NEGATIVE_PREDICTIVE_VALUE", tn / (tn + fn), wilson(t[4], t[4] + t[3], level))
  plus <- (tp / (tp + fn)) / (fp / (fp + tn)); minus <- (fn / (tp + fn)) / (tn / (fp + tn))
  add("POSITIVE_LIKELIHOOD_RATIO", plus, log_wald(plus, sqrt(1 / tp - 1 / (tp + fn) + 1 / fp - 1 / (fp + tn)), level))
  add("NEGATIVE_LIKELIHOOD_RATIO", minus, log_wald(minus, sqrt(1 / fn - 1 / (tp + fn) + 1 / tn - 1 / (fp + tn)), level))
  dor <- tp * tn / (fp * fn)
  add("DIAGNOSTIC_ODDS_RATIO", dor, log_wald(dor, sqrt(1 / tp + 1 / fp + 1 / fn + 1 / tn), level))
  peer <- epi.tests(matrix(t, 2, byrow = TRUE), conf.level = level)$detail
  of <- function(name) as.numeric(peer[peer$statistic == name, c("est", "lower", "upper")])
  stopifnot(abs(of("lr.pos") / asNumeric(c(plus, log_wald(plus, sqrt(1 / tp - 1 / (tp + fn) + 1 / fp - 1 / (fp + tn)), level))) - 1) < 1e-9)
}
write_reference("diagnostic.csv", "diagnostic.R", c("Rmpfr", "epiR"),
  "True positives, false positives, false negatives, true negatives; shares with Wilson's limits, ratios with log Wald.",
  "tp,fp,fn,tn,level,measure,value,lower,upper,digits,source", rows)

rows <- list()
for (t in list(c(23, 150, 0.96, 0.89), c(6, 151, 0.964, 0.927), c(46, 333, 0.8, 0.95), c(140, 150, 0.9, 0.9))) for (level in c(0.9, 0.95)) {
  se <- mp(t[3]); sp <- mp(t[4]); p <- mp(t[1]) / t[2]
  clip <- function(x) { x[x < 0] <- 0; x[x > 1] <- 1; x }
  true <- function(x) clip((x + sp - 1) / (se + sp - 1))
  limits <- true(wilson(t[1], t[2], level))
  peer <- suppressWarnings(epi.prev(t[1], t[2], t[3], t[4], method = "wilson", units = 1, conf.level = level)$tp)
  stopifnot(abs(clip(peer$upper) - asNumeric(limits[2])) < 1e-9)
  rows[[length(rows) + 1]] <- row_of(t[1], t[2], t[3], t[4], "NA", "NA", level, true(p), limits[1], limits[2], 13, "Rmpfr")
}
for (t in list(c(46, 333, 80, 100, 190, 200), c(10, 400, 45, 50, 99, 100))) for (level in c(0.9, 0.95)) {
  p <- mp(t[1]) / t[2]; se <- mp(t[3]) / t[4]; sp <- mp(t[5]) / t[6]; y <- (p + sp - 1) / (se + sp - 1)
  error <- sqrt(p * (1 - p) / t[2] + y^2 * se * (1 - se) / t[4] + (1 - y)^2 * sp * (1 - sp) / t[6]) / (se + sp - 1)
  limits <- y + c(-1, 1) * z_quantile(level) * error
  limits[limits < 0] <- 0
  rows[[length(rows) + 1]] <- row_of(t[1], t[2], t[3], t[5], t[4], t[6], level, y, limits[1], limits[2], 13, "Rmpfr")
}
write_reference("true-prevalence.csv", "diagnostic.R", c("Rmpfr", "epiR"),
  c("Rogan-Gladen with Wilson's limits where the test is known; where it was estimated, se and sp are counts of nse and nsp",
    "and the limits are Wald's."),
  "x,n,se,sp,nse,nsp,level,value,lower,upper,digits,source", rows)
