# Measures of 2x2 tables at 200 bits, and the tables: shared by twobytwo.R and odds.R.
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

# The odds ratio at which the mid-p tails are equal.
median_unbiased <- function(cond) {
  if (cond$observed == cond$low) return(mp(0))
  if (cond$observed == cond$high) return(mp(Inf))
  odds_root(function(x) {
    p <- probabilities(cond, x)
    sum(p[cond$k < cond$observed]) - sum(p[cond$k > cond$observed])
  })
}

# ---- Cornfield's limits: (a -+ correction - A)^2 (1/A + 1/B + 1/C + 1/D) = z^2, A by its quadratic

fitted_cell <- function(t, psi) {
  n1 <- t[1] + t[2]; n0 <- t[3] + t[4]; m <- t[1] + t[3]
  if (psi == 1) return(n1 * m / (n1 + n0))
  b <- n0 - m + psi * (n1 + m)
  (-b + sqrt(b^2 + 4 * (1 - psi) * psi * n1 * m)) / (2 * (1 - psi))
}

cornfield_score <- function(t, psi, factor, moved) {
  A <- fitted_cell(t, psi)
  cells <- c(A, t[1] + t[2] - A, t[1] + t[3] - A, t[4] - t[1] + A)
  (t[1] + moved - A) * sqrt(sum(1 / cells) / factor)
}

cornfield_interval <- function(t, level, factor, half) {
  z <- z_quantile(level); t <- mp(t)
  limit <- function(target, moved)
    odds_root(function(x) cornfield_score(t, exp(x), factor, moved) - target)
  c(if (t[1] == 0 || t[4] == 0) mp(0) else limit(z, -half),
    if (t[2] == 0 || t[3] == 0) mp(Inf) else limit(-z, half))
}

# ---- the measures; NULL where a method is not defined

ratio_of <- function(x, y) if (y == 0) mp(Inf) else mp(x) / y

wilson <- function(x, n, z) (x + z^2 / 2 + c(-1, 1) * z * sqrt(mp(x) * (n - x) / n + z^2 / 4)) / (n + z^2)

odds_ratio <- function(t) ratio_of(mp(t[1]) * t[4], mp(t[2]) * t[3])
margins <- function(t) mp(t[1] + t[2]) * (t[3] + t[4]) * (t[1] + t[3]) * (t[2] + t[4])
pearson <- function(t) (mp(t[1]) * t[4] - mp(t[2]) * t[3])^2 * sum(t) / margins(t)
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
  "ODDS_RATIO,EXACT_CROSS_PRODUCT" = function(t, level) {
    cond <- conditional(t)
    if (cond$low < cond$high) c(odds_ratio(t), conditional_interval(cond, level, 1))
  },
  "ODDS_RATIO,MEDIAN_UNBIASED" = function(t, level) {
    cond <- conditional(t)
    if (cond$low < cond$high) c(median_unbiased(cond), conditional_interval(cond, level, mp(1) / 2))
  },
  "ODDS_RATIO,HALDANE_ANSCOMBE" = function(t, level) {
    if (margins(t) == 0) return(NULL)
    h <- mp(t) + 0.5
    h[1] * h[4] / (h[2] * h[3]) * exp(c(0, -1, 1) * z_quantile(level) * sqrt(sum(1 / h)))
  },
  "ODDS_RATIO,CORNFIELD" = function(t, level)
    if (margins(t) > 0) c(odds_ratio(t), cornfield_interval(t, level, 1, 0)),
  "ODDS_RATIO,CORNFIELD_CORRECTED" = function(t, level)
    if (margins(t) > 0) c(odds_ratio(t), cornfield_interval(t, level, 1, mp(1) / 2)),
  "ODDS_RATIO,MIETTINEN_NURMINEN" = function(t, level)
    if (margins(t) > 0) c(odds_ratio(t), cornfield_interval(t, level, correction(t), 0)),
  # At an odds ratio of 1 both the logarithm and chi are 0: the limit is absent here.
  "ODDS_RATIO,TEST_BASED" = function(t, level) {
    if (any(t == 0) || pearson(t) == 0) return(NULL)
    exp(log(odds_ratio(t)) * (1 + c(0, -1, 1) * sign(log(odds_ratio(t))) * z_quantile(level) / sqrt(pearson(t))))
  },
  "RISK_RATIO,TEST_BASED" = function(t, level) {
    if (t[1] == 0 || t[3] == 0 || margins(t) == 0 || pearson(t) == 0) return(NULL)
    exp(log(risk_ratio(t)) * (1 + c(0, -1, 1) * sign(log(risk_ratio(t))) * z_quantile(level) / sqrt(pearson(t))))
  },
  "RISK_DIFFERENCE,WALD_CORRECTED" = function(t, level) {
    n1 <- t[1] + t[2]; n2 <- t[3] + t[4]; difference <- risk_difference(t)
    se <- sqrt(mp(t[1]) * t[2] / mp(n1)^3 + mp(t[3]) * t[4] / mp(n2)^3)
    width <- z_quantile(level) * se + min(abs(difference), (1 / mp(n1) + 1 / mp(n2)) / 2)
    difference + c(0, -1, 1) * width
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
  if (grepl("KOOPMAN|MIETTINEN|EXACT|MID_P|MEDIAN|CORNFIELD", name)) "root at 200 bits" else "closed form"
}

# 30,70,15,85 is read transposed by epiR's Koopman interval; the last one has products beyond 2^31.
small <- list(c(12, 55, 16, 125), c(16, 30, 46, 241), c(16, 29, 46, 242), c(2, 23, 76, 6038), c(30, 70, 15, 85),
              c(43, 60, 9, 88), c(12, 30, 5, 40), c(1, 1, 1, 1), c(1, 9, 8, 2))
zero <- list(c(0, 5, 4, 6), c(4, 0, 3, 5), c(5, 4, 0, 6), c(5, 4, 6, 0), c(5, 0, 0, 6), c(0, 5, 6, 0),
             c(0, 5, 0, 6), c(5, 0, 6, 0))
large <- list(c(452, 290, 2438, 7513), c(742, 1167, 2438, 7513), c(120000, 880000, 100000, 900000))

plain <- function(t) paste(sprintf("%.0f", t), collapse = ",")

# In odds.csv; the others are in twobytwo.csv.
further <- c(paste0("ODDS_RATIO,", c("EXACT_CROSS_PRODUCT", "MEDIAN_UNBIASED", "HALDANE_ANSCOMBE", "CORNFIELD",
  "CORNFIELD_CORRECTED", "MIETTINEN_NURMINEN", "TEST_BASED")), "RISK_RATIO,TEST_BASED", "RISK_DIFFERENCE,WALD_CORRECTED")
