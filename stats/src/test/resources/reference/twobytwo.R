# Measures, tests and stratified analyses of 2x2 tables. Run in this folder: Rscript twobytwo.R
#
# a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.
source("tables.R")

rows <- list()
for (level in c(0.95, 0.9, 0.99)) {
  for (t in if (level == 0.95) c(small, zero, large) else c(small[1:4], zero[1:4], large[1])) {
    for (name in setdiff(names(measures), further)) {
      found <- measures[[name]](t, level)
      if (is.null(found)) next
      rows[[length(rows) + 1]] <- paste(plain(t), format(level), name,
        row_of(found[1], found[2], found[3], 12, origin(name)), sep = ",")
    }
  }
}
write_reference("twobytwo.csv", "twobytwo.R", "Rmpfr", c(
  "a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.",
  "EXACT and MID_P: the estimate is the conditional maximum likelihood one; limits have (1 - level) / 2 in each tail.",
  "MIETTINEN_NURMINEN has the factor n / (n - 1), KOOPMAN_SCORE has not. NEWCOMBE is his method 10, uncorrected.",
  "WALD and AGRESTI_CAFFO are not clipped; the AGRESTI_CAFFO estimate is the plain difference. A method is absent where it is undefined."),
  "a,b,c,d,level,measure,method,estimate,lower,upper,digits,source", rows)

# ---- tests

expected <- function(t) mp(c(t[1] + t[2], t[1] + t[2], t[3] + t[4], t[3] + t[4])) *
  c(t[1] + t[3], t[2] + t[4], t[1] + t[3], t[2] + t[4]) / sum(t)

tests <- list(
  PEARSON = function(t) sum((t - expected(t))^2 / expected(t)),
  YATES = function(t) {
    gap <- abs(t - expected(t))
    sum((gap - min(mp(0.5), gap))^2 / expected(t))
  },
  LIKELIHOOD_RATIO = function(t) {
    cells <- t > 0
    2 * sum(t[cells] * log(t[cells] / expected(t)[cells]))
  })

# fisher.test counts a table as no more likely than the observed one up to a relative 1e-7; with 200 bits 1e-40 does.
fisher <- list(
  FISHER_MINLIKE = function(p, here, k) sum(p[p <= p[here] * (1 + mp(10)^-40)]),
  FISHER_CENTRAL = function(p, here, k) min(mp(1), 2 * sum(p[k <= k[here]]), 2 * sum(p[k >= k[here]])),
  FISHER_MIDP = function(p, here, k)
    min(mp(1), 2 * sum(p[k <= k[here]]) - p[here], 2 * sum(p[k >= k[here]]) - p[here]))

# Terms of the size of n cancel in the likelihood ratio when it is small, so that double arithmetic gives fewer digits.
trusted <- function(name, statistic, n) {
  if (name != "LIKELIHOOD_RATIO" || statistic == 0) 12 else min(12, floor(15 - log10(asNumeric(2 * n / statistic))))
}

tables <- c(small, zero[1:6], large[1:2],
            list(c(890, 110, 110, 890), c(10, 10, 10, 10), c(7, 8, 8, 7), c(3, 4, 5, 6), c(100500, 899500, 100000, 900000)))
rows <- list()
for (t in tables) {
  for (name in names(tests)) {
    statistic <- tests[[name]](t)
    rows[[length(rows) + 1]] <-
      paste(plain(t), row_of(name, statistic, 1, chisq_tail(statistic, 1),
        trusted(name, statistic, sum(t)), "closed form"), sep = ",")
  }
  cond <- conditional(t, both_tails = TRUE)
  p <- probabilities(cond, mp(0))
  for (name in names(fisher)) {
    value <- fisher[[name]](p, which(cond$k == t[1]), cond$k)
    rows[[length(rows) + 1]] <- paste(plain(t), row_of(name, NA, NA, value, 12, "sum at 200 bits"), sep = ",")
  }
}
write_reference("tests.csv", "twobytwo.R", "Rmpfr", c(
  "a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.",
  "YATES takes min(0.5, |O - E|) from each gap, as chisq.test. FISHER_MINLIKE sums the tables no more likely than the observed one;",
  "FISHER_CENTRAL is twice the smaller tail, at most 1; FISHER_MIDP the same with half of the observed table's own probability."),
  "a,b,c,d,test,statistic,df,p,digits,source", rows)
