# p-values of printed statistics and of summaries: Rscript p-values.R, in this folder; writes statistics.csv and summaries.csv.
version <- paste0("# made by p-values.R, R ", getRversion())
out <- function(x, file) { writeLines(version, file); suppressWarnings(write.table(x, file, append = TRUE, sep = ",", quote = FALSE, row.names = FALSE, na = "")) }
t <- expand.grid(value = c(0, 0.31, -1.96, 2.2, 5.5, 40), df = c(1, 9, 28.5, 411))
f <- expand.grid(value = c(0.2, 3.4, 28.17), df = c(1, 2, 7), df2 = c(3, 57, 1000))
z <- data.frame(value = c(0, 1.96, -3.43, 12))
x <- expand.grid(value = c(0.02, 3.84, 10.918, 60), df = c(1, 2, 9))
r <- expand.grid(value = c(-0.9, 0.05, 0.26, 0.71), df = c(3, 57, 500))
p <- function(v) formatC(v, digits = 12, format = "g")
cor.p <- function(r, df) 2 * pt(-abs(r) * sqrt(df / (1 - r^2)), df)
rows <- rbind(
  data.frame(statistic = "T", value = t$value, df = t$df, df2 = NA, p = p(2 * pt(-abs(t$value), t$df))),
  data.frame(statistic = "F", value = f$value, df = f$df, df2 = f$df2, p = p(pf(f$value, f$df, f$df2, lower.tail = FALSE))),
  data.frame(statistic = "Z", value = z$value, df = NA, df2 = NA, p = p(2 * pnorm(-abs(z$value)))),
  data.frame(statistic = "CHI_SQUARE", value = x$value, df = x$df, df2 = NA, p = p(pchisq(x$value, x$df, lower.tail = FALSE))),
  data.frame(statistic = "R", value = r$value, df = r$df, df2 = NA, p = p(cor.p(r$value, r$df))))
out(rows, "statistics.csv")
set.seed(619)
s <- NULL
for (i in 1:12) {
  n <- sample(5:60, 3)
  g <- factor(rep(1:3, n))
  y <- rnorm(sum(n), c(10, 10.6, 9.5)[g], c(1, 1.5, 0.8)[g] * sample(1:3, 1))
  m <- tapply(y, g, mean); d <- tapply(y, g, sd)
  a <- y[g == 1]; b <- y[g == 2]
  s <- rbind(s, data.frame(n1 = n[1], m1 = m[1], s1 = d[1], n2 = n[2], m2 = m[2], s2 = d[2], n3 = n[3], m3 = m[3], s3 = d[3],
    pooled = t.test(a, b, var.equal = TRUE)$p.value, welch = t.test(a, b)$p.value, anova = anova(lm(y ~ g))$"Pr(>F)"[1]))
}
s[] <- lapply(s, function(v) if (is.integer(v)) v else formatC(v, digits = 10, format = "f"))
out(s, "summaries.csv")
