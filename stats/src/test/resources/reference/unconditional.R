# Barnard's and Boschloo's tests and Chan and Zhang's limits by enumeration of all tables. Run in this folder:
# Rscript unconditional.R
#
# Nothing of the order of tables is assumed: the statistic of every table is computed, and the probability of those that
# are as extreme is summed in full. The common risk is searched at angles, then by optimize around the best ones.
source("numeric.R")

binomial <- function(n, p) dbinom(0:n, n, p)

largest <- function(f, points = 4001) {
  phi <- seq(0, pi / 2, length.out = points)
  value <- vapply(phi, f, 0)
  best <- order(value, decreasing = TRUE)[1:5]
  top <- max(value)
  for (i in best) {
    around <- c(phi[max(1, i - 1)], phi[min(points, i + 1)])
    top <- max(top, optimize(f, around, maximum = TRUE, tol = 1e-12)$objective)
  }
  top
}

probability <- function(set, p1, p0) sum(outer(binomial(nrow(set) - 1, p1), binomial(ncol(set) - 1, p0))[set])

pooled_z <- function(x1, x0, n1, n0) {
  p <- (x1 + x0) / (n1 + n0)
  ifelse(p == 0 | p == 1, 0, (x1 / n1 - x0 / n0) / sqrt(p * (1 - p) * (1 / n1 + 1 / n0)))
}

fisher_p <- function(x1, x0, n1, n0, side) {
  k <- max(0, x1 + x0 - n0):min(n1, x1 + x0)
  p <- dhyper(k, n1, n0, x1 + x0)
  here <- p[k == x1]
  switch(side, TWO_SIDED = sum(p[p <= here * (1 + 1e-7)]), GREATER = sum(p[k >= x1]), LESS = sum(p[k <= x1]))
}

tests <- list(
  BARNARD = function(t, side) {
    n1 <- t[1] + t[2]; n0 <- t[3] + t[4]
    z <- outer(0:n1, 0:n0, pooled_z, n1, n0)
    seen <- pooled_z(t[1], t[3], n1, n0)
    set <- switch(side, TWO_SIDED = abs(z) >= abs(seen) - 1e-9, GREATER = z >= seen - 1e-9, LESS = z <= seen + 1e-9)
    c(seen, largest(function(phi) probability(set, sin(phi)^2, sin(phi)^2)))
  },
  BOSCHLOO = function(t, side) {
    n1 <- t[1] + t[2]; n0 <- t[3] + t[4]
    p <- outer(0:n1, 0:n0, Vectorize(function(a, c) fisher_p(a, c, n1, n0, side)))
    seen <- fisher_p(t[1], t[3], n1, n0, side)
    c(seen, largest(function(phi) probability(p <= seen * (1 + 1e-7), sin(phi)^2, sin(phi)^2)))
  })

# 7/15 against 12/15 is the vaccine trial of Mehta and Senchaudhuri 2003, who print 0.0341 for both one-sided tests.
tables <- list(c(7, 8, 12, 3), c(8, 4, 3, 9), c(3, 0, 0, 4), c(12, 30, 5, 40), c(0, 5, 4, 6), c(10, 15, 20, 5),
               c(5, 5, 5, 5), c(1, 9, 8, 2), c(74, 43, 31, 32))
rows <- list()
for (t in tables) for (name in names(tests)) for (side in c("TWO_SIDED", "GREATER", "LESS")) {
  found <- tests[[name]](t, side)
  rows[[length(rows) + 1]] <- paste(paste(t, collapse = ","), row_of(name, side, found[1], found[2], 11,
    "enumeration, 4001 angles"), sep = ",")
}
write_reference("unconditional.csv", "unconditional.R", "Rmpfr", c(
  "a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.",
  "Double arithmetic: sums of positive terms. The statistic of BOSCHLOO is Fisher's p-value of the same side."),
  "a,b,c,d,test,alternative,statistic,p,digits,source", rows)

# ---- Chan and Zhang: tables ordered by the score statistic of the difference or ratio that is tried

restricted <- function(x1, n1, x0, n0, theta, difference) {
  if (difference) {
    f <- function(p) dbinom(x1, n1, min(1, max(0, p + theta)), log = TRUE) + dbinom(x0, n0, p, log = TRUE)
    low <- max(0, -theta); high <- min(1, 1 - theta)
    g <- function(p) x1 / (p + theta) - (n1 - x1) / (1 - p - theta) + x0 / p - (n0 - x0) / (1 - p)
    ends <- c(low, high) + c(1, -1) * 1e-14
    if (g(ends[1]) <= 0) return(low)
    if (g(ends[2]) >= 0) return(high)
    return(uniroot(g, ends, tol = 1e-16)$root)
  }
  A <- (n1 + n0) * theta; B <- n1 * theta + x1 + n0 + x0 * theta
  (B - sqrt(B^2 - 4 * A * (x1 + x0))) / (2 * A)
}

score <- function(x1, n1, x0, n0, theta, difference) {
  p0 <- restricted(x1, n1, x0, n0, theta, difference)
  p1 <- if (difference) p0 + theta else p0 * theta
  gap <- if (difference) x1 / n1 - x0 / n0 - theta else x1 / n1 - theta * x0 / n0
  if (abs(gap) < 1e-13) return(0)
  gap / sqrt(max(0, p1 * (1 - p1)) / n1 + (if (difference) 1 else theta^2) * max(0, p0 * (1 - p0)) / n0)
}

side <- function(t, theta, difference, points) {
  n1 <- t[1] + t[2]; n0 <- t[3] + t[4]
  z <- outer(0:n1, 0:n0, Vectorize(function(a, c) score(a, n1, c, n0, theta, difference)))
  set <- z >= z[t[1] + 1, t[3] + 1] - 1e-8
  low <- if (difference) max(0, -theta) else 0
  high <- if (difference) min(1, 1 - theta) else min(1, 1 / theta)
  largest(function(phi) {
    p0 <- low + (high - low) * sin(phi)^2
    p1 <- if (difference) p0 + theta else p0 * theta
    probability(set, min(1, max(0, p1)), p0)
  }, points)
}

lower <- function(t, level, difference) {
  area <- (1 - level) / 2
  at <- if (difference) function(x) x else exp
  low <- if (difference) -1 else -12
  high <- if (difference) t[1] / (t[1] + t[2]) - t[3] / (t[3] + t[4]) else
    log(if (t[3] == 0) 1e3 else t[1] / (t[1] + t[2]) / (t[3] / (t[3] + t[4])))
  for (i in 1:44) {
    middle <- (low + high) / 2
    if (side(t, at(middle), difference, 301) > area) high <- middle else low <- middle
  }
  at(high)
}

swapped <- function(t) t[c(3, 4, 1, 2)]
rows <- list()
for (t in list(c(7, 8, 12, 3), c(0, 5, 4, 6), c(5, 2, 1, 7), c(3, 0, 0, 4), c(2, 6, 3, 4))) for (level in c(0.95, 0.9)) {
  p <- min(1, 2 * side(t, 0, TRUE, 4001), 2 * side(swapped(t), 0, TRUE, 4001))
  rows[[length(rows) + 1]] <- paste(paste(t, collapse = ","), format(level), row_of("RISK_DIFFERENCE",
    lower(t, level, TRUE), -lower(swapped(t), level, TRUE), p, 7, "enumeration and bisection"), sep = ",")
  rows[[length(rows) + 1]] <- paste(paste(t, collapse = ","), format(level), row_of("RISK_RATIO",
    if (t[1] == 0) 0 else lower(t, level, FALSE), if (t[3] == 0) Inf else 1 / lower(swapped(t), level, FALSE), p, 7,
    "enumeration and bisection"), sep = ",")
}
write_reference("unconditional-limits.csv", "unconditional.R", "Rmpfr", c(
  "Limits of Chan and Zhang 1999: two one-sided tests of (1 - level) / 2 each, tables ordered by the score statistic.",
  "p is twice the smaller side at equal risks, at most 1. Where a limit is a jump it is known to the tolerance of ties, 1e-8."),
  "a,b,c,d,level,measure,lower,upper,p,digits,source", rows)
