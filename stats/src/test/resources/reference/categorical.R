# Standardized differences of a category. Run in this folder: Rscript categorical.R
# The distance by solve(); for two levels also by its closed form, which must agree or the script stops. Limits as stddiff's.
tables <- list(
  race_smoke = rbind(c(44, 16, 55), c(52, 10, 12)),
  two = rbind(c(86, 29), c(44, 30)),
  empty_level = rbind(c(10, 0, 5, 7), c(3, 0, 9, 1)),
  one_sided = rbind(c(10, 5, 0), c(0, 4, 9)),
  equal = rbind(c(10, 20, 30), c(20, 40, 60)),
  large = rbind(c(400000000, 300000000, 5), c(300000000, 400000000, 9)),
  five = rbind(c(1, 2, 3, 4, 5), c(9, 1, 1, 1, 30)))

smd <- function(t) {
  t <- t[, colSums(t) > 0]
  p <- t[1, ] / sum(t[1, ]); q <- t[2, ] / sum(t[2, ])
  s <- function(p) { p <- p[-1]; diag(p, length(p)) - p %o% p }
  gap <- (q - p)[-1]
  d <- sqrt(drop(gap %*% solve((s(p) + s(q)) / 2, gap, tol = 0)))
  if (ncol(t) == 2) stopifnot(all.equal(d, abs(q[2] - p[2]) / sqrt((p[1] * p[2] + q[1] * q[2]) / 2), check.attributes = FALSE))
  n <- rowSums(t)
  e <- qnorm(0.975) * sqrt(sum(n) / prod(n) + d^2 / (2 * sum(n)))
  c(d, d - e, d + e)
}
out <- file("categorical.csv", "w")
writeLines(c(paste0("# ", R.version.string, ", written by categorical.R"), "data,table,estimate,lower,upper"), out)
for (name in names(tables)) {
  t <- tables[[name]]
  text <- paste(apply(format(t, scientific = FALSE, trim = TRUE), 1, paste, collapse = ","), collapse = ";")
  writeLines(paste0(name, ",\"", text, "\",", paste(sprintf("%.17g", smd(t)), collapse = ",")), out)
}
close(out)
