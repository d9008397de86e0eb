# Measures, tests and stratified analyses of 2x2 tables. Run in this folder: Rscript twobytwo.R
#
# a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.
source("numeric.R")

# ---- score intervals: the limits are where the score statistic is -z and z

# Estimate of the unexposed risk under risk ratio phi.
restricted_by_ratio <- function(t, phi) {
  n1 <- t[1] + t[2]; n2 <- t[3] + t[4]
  A <- (n1 + n2) * phi
  B <- -(n1 * phi + t[1] + n2 + t[3] * phi)
  (-B - sqrt(B^2 - 4 * A * (t[1] + t[3]))) / (2 * A)
}

ratio_score <- function(t, phi, factor) {
  n1 <- t[1] + t[2]; n2 <- t[3] + t[4]
  q2 <- restricted_by_ratio(t, phi); q1 <- phi * q2
  (t[1] / n1 - phi * t[3] / n2) / sqrt((q1 * (1 - q1) / n1 + phi^2 * q2 * (1 - q2) / n2) * factor)
}

# Estimate of the unexposed risk under risk difference delta: the root of the likelihood equation (a cubic).
restricted_by_difference <- function(t, delta) {
  n1 <- t[1] + t[2]; n2 <- t[3] + t[4]; n <- n1 + n2
  L2 <- (n1 + 2 * n2) * delta - n - t[1] - t[3]
  L1 <- (n2 * delta - n - 2 * t[3]) * delta + t[1] + t[3]
  L0 <- t[3] * delta * (1 - delta)
  q <- L2^3 / (3 * n)^3 - L1 * L2 / (6 * n^2) + L0 / (2 * n)
  p <- sqrt(L2^2 / (3 * n)^2 - L1 / (3 * n))
  if (q < 0) p <- -p
  cosine <- if (p == 0) mp(0) else q / p^3
  if (abs(cosine) > 1) cosine <- sign(cosine)
  root <- 2 * p * cos((Const("pi", bits) + acos(cosine)) / 3) - L2 / (3 * n)
  min(max(root, 0, -delta), 1, 1 - delta)
}

difference_score <- function(t, delta, factor) {
  n1 <- t[1] + t[2]; n2 <- t[3] + t[4]
  gap <- t[1] / n1 - t[3] / n2 - delta
  if (gap == 0) return(gap)
  q2 <- restricted_by_difference(t, delta); q1 <- q2 + delta
  gap / sqrt((q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2) * factor)
}

# Bisection of a decreasing function, to find a start, then secant steps.
decreasing_root <- function(f, low, high) {
  low <- mp(low); high <- mp(high)
  for (i in 1:16) {
    middle <- (low + high) / 2
    if (f(middle) > 0) low <- middle else high <- middle
  }
  polish(f, (low + high) / 2, 1e-9)
}

ratio_interval <- function(t, level, factor) {
  z <- z_quantile(level); t <- mp(t)
  limit <- function(target) exp(decreasing_root(function(x) ratio_score(t, exp(x), factor) - target, -20.1, 20))
  c(if (t[1] == 0) mp(0) else limit(z), if (t[3] == 0) mp(Inf) else limit(-z))
}

difference_interval <- function(t, level, factor) {
  z <- z_quantile(level); t <- mp(t)
  edge <- 1 - mp(10)^-12
  limit <- function(target) decreasing_root(function(x) difference_score(t, x, factor) - target, -edge, edge)
  c(if (t[1] == 0 && t[4] == 0) mp(-1) else limit(z), if (t[2] == 0 && t[3] == 0) mp(1) else limit(-z))
}

# ---- the conditional distribution of a, given the margins

# P(k) under odds ratio psi is proportional to weight(k) psi^k. Only the part of the support within 20 standard
# deviations of the observed and the expected table is summed: the rest is below 1e-80 of the whole. A two-sided test
# needs the tail beyond the expected table as well.
conditional <- function(t, both_tails = FALSE) {
  margin <- t[1] + t[3]
  low <- max(0, margin - t[3] - t[4]); high <- min(margin, t[1] + t[2])
  mean <- (t[1] + t[2]) * margin / sum(t)
  centre <- c(t[1], mean, if (both_tails) 2 * mean - t[1])
  reach <- 50 + 20 / sqrt(sum(1 / (t + 0.5)))
  k <- max(low, floor(min(centre) - reach)):min(high, ceiling(max(centre) + reach))
  weight <- mp(1)
  if (length(k) > 1) {
    j <- mp(head(k, -1))
    weight <- c(weight, cumprod((t[1] + t[2] - j) * (margin - j) / ((j + 1) * (t[3] + t[4] - margin + j + 1))))
  }
  list(k = k, weight = weight, observed = t[1], low = low, high = high)
}

probabilities <- function(cond, log_psi) {
  p <- cond$weight * exp(mp(cond$k - cond$observed) * log_psi)
  p / sum(p)
}

odds_root <- function(f) exp(decreasing_root(f, -20.1, 20))

conditional_estimate <- function(cond) {
  if (cond$observed == cond$low) return(mp(0))
  if (cond$observed == cond$high) return(mp(Inf))
  odds_root(function(x) cond$observed - sum(probabilities(cond, x) * cond$k))
}

# share = 1 is the exact interval, 1/2 the mid-p one: the weight of the observed table in its own tail.
conditional_interval <- function(cond, level, share) {
  area <- tail_area(level); here <- cond$k == cond$observed
  tail <- function(x, beyond) {
    p <- probabilities(cond, x)
    (if (any(beyond)) sum(p[beyond]) else mp(0)) + share * p[here]
  }
  c(if (cond$observed == cond$low) mp(0) else
      odds_root(function(x) log(area) - log(tail(x, cond$k > cond$observed))),
    if (cond$observed == cond$high) mp(Inf) else
      odds_root(function(x) log(tail(x, cond$k < cond$observed)) - log(area)))
}

# ---- the measures; NULL where a method is not defined

ratio_of <- function(x, y) if (y == 0) mp(Inf) else mp(x) / y

wilson <- function(x, n, z) (x + z^2 / 2 + c(-1, 1) * z * sqrt(mp(x) * (n - x) / n + z^2 / 4)) / (n + z^2)

risk_ratio <- function(t) ratio_of(mp(t[1]) * (t[3] + t[4]), mp(t[3]) * (t[1] + t[2]))
risk_difference <- function(t) mp(t[1]) / (t[1] + t[2]) - mp(t[3]) / (t[3] + t[4])
correction <- function(t) mp(sum(t)) / (sum(t) - 1)

measures <- list(
  "RISK_RATIO,KATZ_LOG" = function(t, level) {
    if (t[1] == 0 || t[3] == 0) return(NULL)
    se <- sqrt(1 / mp(t[1]) - 1 / mp(t[1] + t[2]) + 1 / mp(t[3]) - 1 / mp(t[3] + t[4]))
    risk_ratio(t) * exp(c(0, -1, 1) * z_quantile(level) * se)
  },
  "RISK_RATIO,KOOPMAN_SCORE" = function(t, level)
    if (t[1] + t[3] > 0) c(risk_ratio(t), ratio_interval(t, level, 1)),
  "RISK_RATIO,MIETTINEN_NURMINEN" = function(t, level)
    if (t[1] + t[3] > 0) c(risk_ratio(t), ratio_interval(t, level, correction(t))),
  "ODDS_RATIO,WOOLF" = function(t, level) {
    if (any(t == 0)) return(NULL)
    mp(t[1]) * t[4] / (mp(t[2]) * t[3]) * exp(c(0, -1, 1) * z_quantile(level) * sqrt(sum(1 / mp(t))))
  },
  "ODDS_RATIO,EXACT" = function(t, level) {
    cond <- conditional(t)
    if (cond$low < cond$high) c(conditional_estimate(cond), conditional_interval(cond, level, 1))
  },
  "ODDS_RATIO,MID_P" = function(t, level) {
    cond <- conditional(t)
    if (cond$low < cond$high) c(conditional_estimate(cond), conditional_interval(cond, level, mp(1) / 2))
  },
  "RISK_DIFFERENCE,WALD" = function(t, level) {
    n1 <- t[1] + t[2]; n2 <- t[3] + t[4]
    se <- sqrt(mp(t[1]) * t[2] / mp(n1)^3 + mp(t[3]) * t[4] / mp(n2)^3)
    risk_difference(t) + c(0, -1, 1) * z_quantile(level) * se
  },
  "RISK_DIFFERENCE,NEWCOMBE" = function(t, level) {
    n1 <- t[1] + t[2]; n2 <- t[3] + t[4]; z <- z_quantile(level); difference <- risk_difference(t)
    w1 <- wilson(t[1], n1, z); w2 <- wilson(t[3], n2, z); p1 <- mp(t[1]) / n1; p2 <- mp(t[3]) / n2
    c(difference, difference - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2),
      difference + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2))
  },
  "RISK_DIFFERENCE,MIETTINEN_NURMINEN" = function(t, level)
    c(risk_difference(t), difference_interval(t, level, correction(t))),
  "RISK_DIFFERENCE,AGRESTI_CAFFO" = function(t, level) {
    n1 <- t[1] + t[2] + 2; n2 <- t[3] + t[4] + 2
    p1 <- mp(t[1] + 1) / n1; p2 <- mp(t[3] + 1) / n2
    c(risk_difference(t), p1 - p2 + c(-1, 1) * z_quantile(level) * sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2))
  })

origin <- function(name) {
  if (grepl("KOOPMAN|MIETTINEN|EXACT|MID_P", name)) "root at 200 bits" else "closed form"
}

# 30,70,15,85 is read transposed by epiR's Koopman interval; the last one has products beyond 2^31.
small <- list(c(12, 55, 16, 125), c(16, 30, 46, 241), c(16, 29, 46, 242), c(2, 23, 76, 6038), c(30, 70, 15, 85),
              c(43, 60, 9, 88), c(12, 30, 5, 40), c(1, 1, 1, 1), c(1, 9, 8, 2))
zero <- list(c(0, 5, 4, 6), c(4, 0, 3, 5), c(5, 4, 0, 6), c(5, 4, 6, 0), c(5, 0, 0, 6), c(0, 5, 6, 0),
             c(0, 5, 0, 6), c(5, 0, 6, 0))
large <- list(c(452, 290, 2438, 7513), c(742, 1167, 2438, 7513), c(120000, 880000, 100000, 900000))

plain <- function(t) paste(sprintf("%.0f", t), collapse = ",")

rows <- list()
for (level in c(0.95, 0.9, 0.99)) {
  for (t in if (level == 0.95) c(small, zero, large) else c(small[1:4], zero[1:4], large[1])) {
    for (name in names(measures)) {
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
