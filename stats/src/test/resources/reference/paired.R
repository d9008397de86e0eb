# Matched pairs, agreement of two raters, accuracy of a test. Run in this folder: Rscript paired.R
#
# both, first, second, neither = pairs in which both answers are yes, the first alone, the second alone, none.
source("numeric.R")

stopifnot_close <- function(ours, theirs, tolerance) {
  stopifnot(abs(asNumeric(ours) - theirs) <= tolerance * max(1e-300, abs(theirs)))
}

# ---- McNemar

binomial_at_most <- function(k, m) if (k < 0) mp(0) else if (k >= m) mp(1) else beta_cdf(mp(0.5), m - k, k + 1)

mcnemar <- list(
  ASYMPTOTIC = function(b, c) {
    x <- mp(b - c)^2 / (b + c)
    if (b + c < 1e9) stopifnot_close(x, mcnemar.test(matrix(c(1, c, b, 1), 2), correct = FALSE)$statistic, 1e-12)
    list(x, chisq_tail(x, 1))
  },
  CORRECTED = function(b, c) {
    x <- mp(max(0, abs(b - c) - 1))^2 / (b + c)
    if (b + c < 1e9) stopifnot_close(x, mcnemar.test(matrix(c(1, c, b, 1), 2))$statistic, 1e-12)
    list(x, chisq_tail(x, 1))
  },
  EXACT = function(b, c) {
    p <- 2 * binomial_at_most(min(b, c), b + c)
    if (p > 1) p <- mp(1)
    stopifnot_close(p, binom.test(b, b + c)$p.value, 1e-7)
    list(NA, p)
  },
  MID_P = function(b, c) {
    p <- if (b == c) mp(1) else binomial_at_most(min(b, c), b + c) + binomial_at_most(min(b, c) - 1, b + c)
    list(NA, p)
  })

# ---- the odds ratio of matched pairs: the odds of the limits of b among b + c

# P(X > b) + share P(X = b) for X binomial of m and p; with the lower one at most (1 - level) / 2.
upper_tail <- function(p, b, m, share) {
  beyond <- if (b == m) mp(0) else beta_cdf(p, b + 1, m - b)
  share * beta_cdf(p, b, m - b + 1) + (1 - share) * beyond
}

lower_limit <- function(b, m, level, share) {
  area <- (1 - level) / 2
  if (b == 0) return(mp(0))
  own <- asNumeric(mp(share))
  rough <- function(p) own * pbeta(p, b, m - b + 1) + (1 - own) * (if (b == m) 0 else pbeta(p, b + 1, m - b))
  start <- exp(uniroot(function(x) log(rough(exp(x)) / area), c(log(qbeta(area, b, m - b + 1)) - 1e-6,
    min(-1e-12, log(qbeta(area, b + 1, max(m - b, 1e-9))) + 1e-6)), tol = 1e-12)$root)
  polish(function(p) log(upper_tail(p, b, m, share)) - log(tail_area(level)), start, 1e-9)
}

# The upper limit of b is one minus the lower limit of c.
matched_odds <- function(b, c, level, share) {
  low <- lower_limit(b, b + c, level, share)
  high <- lower_limit(c, b + c, level, share)
  list(low / (1 - low), if (high == 0) mp(Inf) else (1 - high) / high)
}

odds_ratio <- function(b, c) if (c == 0) mp(Inf) else mp(b) / c

# ---- the difference of paired proportions; Tango's score statistic

tango <- function(b, c, n, delta) {
  B <- -b - c + (2 * n - b + c) * delta
  q <- (sqrt(B^2 + 8 * n * c * delta * (1 - delta)) - B) / (4 * n)
  (b - c - n * delta) / sqrt(n * (2 * q + delta * (1 - delta)))
}

tango_upper <- function(b, c, n, level) {
  z <- z_quantile(level); b <- mp(b); c <- mp(c)
  if (b == n) return(mp(1))
  low <- (b - c) / n; high <- mp(1)
  for (i in 1:40) {
    middle <- (low + high) / 2
    if (tango(b, c, n, middle) > -z) low <- middle else high <- middle
  }
  polish(function(x) tango(b, c, n, x) + z, (low + high) / 2, 1e-9)
}

differences <- list(
  TANGO = function(b, c, n, level) list(-tango_upper(c, b, n, level), tango_upper(b, c, n, level)),
  WALD = function(b, c, n, level) {
    d <- mp(b - c) / n
    half <- z_quantile(level) * sqrt(mp(b + c) - mp(b - c)^2 / n) / n
    list(max(d - half, mp(-1)), min(d + half, mp(1)))
  })

plain <- function(t) paste(sprintf("%.0f", t), collapse = ",")

# Agresti's approval ratings, small tables, an empty cell in each place, a small p-value, many pairs.
tables <- list(c(794, 150, 86, 570), c(212, 144, 256, 707), c(20, 12, 5, 13), c(1, 1, 1, 1), c(10, 7, 7, 10),
  c(5, 1, 9, 0), c(0, 5, 4, 6), c(4, 0, 3, 5), c(5, 4, 0, 6), c(5, 4, 6, 0), c(0, 8, 0, 0), c(0, 0, 8, 0),
  c(0, 3, 2, 0), c(3, 500, 20, 100), c(9, 1, 300, 90), c(400000, 5100, 5000, 399000))
rows <- list()
add <- function(t, ...) rows[[length(rows) + 1]] <<- paste(plain(t), row_of(...), sep = ",")
for (t in tables) {
  b <- t[2]; c <- t[3]; n <- sum(t)
  for (name in names(mcnemar)) {
    found <- mcnemar[[name]](b, c)
    add(t, NA, "MCNEMAR", name, found[[1]], NA, NA, found[[2]], 12, "closed form")
  }
  for (level in if (n <= 50) base::c(0.95, 0.99) else 0.95) {
    if (b > 0 && c > 0) {
      limits <- odds_ratio(b, c) * exp(base::c(-1, 1) * z_quantile(level) * sqrt(1 / mp(b) + 1 / mp(c)))
      z <- log(odds_ratio(b, c)) / sqrt(1 / mp(b) + 1 / mp(c))
      add(t, level, "ODDS_RATIO", "LOG_WALD", odds_ratio(b, c), limits[1], limits[2], 2 * normal_tail(abs(z)), 12,
        "closed form")
    }
    for (name in base::c("EXACT", "MID_P")) {
      limits <- matched_odds(b, c, level, if (name == "EXACT") 1 else mp(1) / 2)
      add(t, level, "ODDS_RATIO", name, odds_ratio(b, c), limits[[1]], limits[[2]], mcnemar[[name]](b, c)[[2]], 12,
        "root at 200 bits")
    }
    for (name in names(differences)) {
      if (name == "WALD" && (b == n || c == n)) next
      limits <- differences[[name]](b, c, n, level)
      gap <- mp(b - c)
      z <- if (gap == 0) mp(0) else gap / sqrt(if (name == "TANGO") mp(b + c) else mp(b + c) - gap^2 / n)
      add(t, level, "PAIRED_DIFFERENCE", name, gap / n, limits[[1]], limits[[2]], 2 * normal_tail(abs(z)), 12,
        if (name == "TANGO") "root at 200 bits" else "closed form")
    }
  }
}
write_reference("paired.csv", "paired.R", "Rmpfr", base::c(
  "both, first, second, neither: pairs in which both answers are yes, the first alone, the second alone, none.",
  "MCNEMAR: the estimate is the chi-square, which equals that of mcnemar.test; EXACT has the p-value of binom.test.",
  "ODDS_RATIO: first / second; EXACT and MID_P limits have (1 - level) / 2 in each tail. WALD is clipped to -1 and 1."),
  "both,first,second,neither,level,measure,method,estimate,lower,upper,p,digits,source", rows)

# ---- kappa, by the printed equations of Fleiss, Cohen and Everitt 1969

kappa_of <- function(counts) {
  p <- mp(counts) / sum(counts); k <- sqrt(length(counts))
  at <- function(i, j) p[(j - 1) * k + i]
  r <- sapply2(k, function(i) sum(at(i, 1:k))); s <- sapply2(k, function(j) sum(at(1:k, j)))
  po <- sum(at_diagonal(p, k)); pe <- sum(r * s)
  kappa <- (po - pe) / (1 - pe)
  first <- mp(0); second <- mp(0)
  for (i in 1:k) for (j in 1:k) {
    if (i == j) first <- first + at(i, i) * (1 - (r[i] + s[i]) * (1 - kappa))^2
    else second <- second + at(i, j) * (s[i] + r[j])^2
  }
  n <- sum(counts)
  variance <- (first + (1 - kappa)^2 * second - (kappa - pe * (1 - kappa))^2) / (n * (1 - pe)^2)
  null <- (pe + pe^2 - sum(r * s * (r + s))) / (n * (1 - pe)^2)
  list(po, kappa, sqrt(max(variance, mp(0))), sqrt(null))
}
sapply2 <- function(k, f) do.call(base::c, lapply(1:k, f))
at_diagonal <- function(p, k) p[(0:(k - 1)) * k + 1:k]

# 2x2 of each kind; three and four categories, empty cells; many subjects. Row by row.
agreements <- list(c(20, 5, 10, 15), c(1, 2, 3, 4), c(45, 15, 25, 15), c(25, 35, 5, 35), c(10, 0, 0, 7), c(0, 3, 4, 0),
  c(88, 10, 2, 14, 40, 6, 18, 10, 12), c(5, 0, 0, 0, 0, 0, 1, 2, 3), c(11, 2, 3, 0, 1, 22, 5, 1, 0, 3, 9, 4, 2, 0, 6, 31),
  c(400000000000, 100000000000, 100000500000, 399999500000))
rows <- list()
for (counts in agreements) {
  k <- sqrt(length(counts))
  found <- kappa_of(as.vector(matrix(counts, k, byrow = TRUE)))
  z <- found[[2]] / found[[4]]
  if (k == 2 && all(counts > 0) && sum(counts) < 1e6) {
    theirs <- epiR::epi.kappa(matrix(counts, 2, byrow = TRUE), method = "fleiss")
    stopifnot_close(found[[2]], theirs$kappa$est, 1e-10)
    stopifnot_close(found[[4]], theirs$kappa$se, 1e-10)
  }
  rows[[length(rows) + 1]] <- paste(row_of(k, paste(sprintf("%.0f", counts), collapse = " "), found[[1]], found[[2]],
    found[[3]], found[[4]], z, 2 * normal_tail(abs(z)), 12, "closed form"), sep = ",")
}
write_reference("kappa.csv", "paired.R", c("Rmpfr", "epiR"), c(
  "counts: k x k, row by row. se and se0 are by Fleiss, Cohen and Everitt 1969; z is kappa / se0.",
  "kappa and se0 of the 2x2 tables equal those of epiR's epi.kappa, method fleiss."),
  "k,counts,agreement,kappa,se,se0,z,p,digits,source", rows)
