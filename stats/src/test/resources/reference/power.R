# Power and sample sizes. Run in this folder: Rscript power.R
# power.prop.test with its root finder tightened; the others are closed forms of the papers, written anew here.
rows <- c()
add <- function(...) rows <<- c(rows, paste(vapply(list(...), function(x) if (is.numeric(x)) sprintf("%.17g", x) else x, ""), collapse = ","))

for (p in list(c(0.35, 0.16), c(0.1, 0.15), c(0.5, 0.52), c(0.01, 0.03), c(0.9, 0.6))) for (level in c(0.9, 0.95, 0.99)) {
  for (power in c(0.5, 0.8, 0.95)) {
    n <- power.prop.test(p1 = p[1], p2 = p[2], sig.level = 1 - level, power = power, tol = 1e-14)$n
    add(p[1], p[2], 1, level, "NORMAL", "n", power, n, 10, "power.prop.test")
  }
  for (n in c(10, 46, 333))
    add(p[1], p[2], 1, level, "NORMAL", "power", n,
      power.prop.test(n = n, p1 = p[1], p2 = p[2], sig.level = 1 - level)$power, 13, "power.prop.test")
  for (ratio in c(0.5, 1, 6)) for (power in c(0.8, 0.95)) {
    d <- abs(p[1] - p[2]); pooled <- (p[1] + ratio * p[2]) / (1 + ratio)
    z <- qnorm((1 - level) / 2, lower.tail = FALSE); y <- qnorm(power)
    n <- (z * sqrt((1 + 1 / ratio) * pooled * (1 - pooled)) + y * sqrt(p[1] * (1 - p[1]) + p[2] * (1 - p[2]) / ratio))^2 / d^2
    add(p[1], p[2], ratio, level, "NORMAL", "n", power, n, 12, "Fleiss 2003")
    corrected <- n / 4 * (1 + sqrt(1 + 2 * (ratio + 1) / (n * ratio * d)))^2
    add(p[1], p[2], ratio, level, "CORRECTED", "n", power, corrected, 12, "Fleiss 1980")
    h <- 2 * asin(sqrt(p[1])) - 2 * asin(sqrt(p[2]))
    add(p[1], p[2], ratio, level, "ARCSINE", "n", power, (z + y)^2 * (1 + 1 / ratio) / h^2, 12, "Cohen 1988")
  }
}
writeLines(c(sprintf("# R %s.%s, written by power.R", R.version$major, R.version$minor),
  "# People in the first group, not rounded, for a power; or the power with that many.",
  "p1,p0,ratio,level,method,asked,given,value,digits,source", rows), "power.csv")
cat(length(rows), "rows\n")
