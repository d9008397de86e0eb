# A number by group: means, ranks, trends, correlations, standardized differences, adjusted p-values, normality.
# Run in this folder: Rscript continuous.R
#
# values: the groups, the reference first, divided by |; or the pairs' first and second numbers. A difference is that of
# the second less the first, so that R's functions get the second group as x.
source("numeric.R")
suppressMessages({ library(coin); library(exactRankTests) })

close_to <- function(ours, theirs, tolerance) {
  stopifnot(abs(asNumeric(mp(ours)) - theirs) <= tolerance * max(1e-290, abs(theirs)))
}

# ---- distributions at 200 bits

t_tail <- function(t, df) { # P(T > t) for t >= 0
  t <- mp(t); df <- mp(df)
  x <- df / (df + t^2)
  if (x <= 0.5) return(beta_cdf(x, df / 2, mp(0.5)) / 2)
  (1 - beta_cdf(t^2 / (df + t^2), mp(0.5), df / 2)) / 2
}
t_p <- function(t, df) 2 * t_tail(abs(mp(t)), df)
t_quantile <- function(level, df) polish(function(t) log(t_tail(t, df)) - log(tail_area(level)),
  qt((1 - level) / 2, asNumeric(mp(df)), lower.tail = FALSE), 1e-9)
f_tail <- function(f, df1, df2) {
  f <- mp(f)
  x <- df2 / (df2 + df1 * f)
  if (x <= 0.5) beta_cdf(x, mp(df2) / 2, mp(df1) / 2) else 1 - beta_cdf(1 - x, mp(df1) / 2, mp(df2) / 2)
}
z_p <- function(z) 2 * normal_tail(abs(mp(z)))

# P(T <= t) of noncentral t for t > 0: Lenth's series; the incomplete betas by their recurrence.
nct_below <- function(t, df, delta) {
  t <- mp(t); delta <- mp(delta); b <- mp(df) / 2
  x <- t^2 / (df + t^2)
  h <- delta^2 / 2
  p <- exp(-h) / 2
  q <- sqrt(2 / Const("pi", bits)) * exp(-h) * delta / 2
  i1 <- beta_cdf(x, mp(0.5), b); i2 <- beta_cdf(x, mp(1), b)
  g1 <- x^mp(0.5) * (1 - x)^b * gamma(b + 0.5) / gamma(b) / gamma(mp(1.5))
  g2 <- x * (1 - x)^b * b
  sum <- p * i1 + q * i2
  for (j in 1:4000) {
    i1 <- i1 - g1; i2 <- i2 - g2
    g1 <- g1 * x * (b + j - 0.5) / (j + 0.5); g2 <- g2 * x * (b + j) / (j + 1)
    p <- p * h / j; q <- q * h / (j + 0.5)
    sum <- sum + p * i1 + q * i2
    if (j > h && abs(p) + abs(q) < 1e-50) break
  }
  sum + normal_tail(delta)
}
nct_limits <- function(t, df, level) {
  if (t < 0) { mirrored <- nct_limits(-t, df, level); return(list(-mirrored[[2]], -mirrored[[1]])) }
  start <- asNumeric(mp(t))
  a <- (1 - level) / 2
  rough <- function(target) uniroot(function(d) pt(start, df, d) - target, start + c(-1, 1) * (4 + start), tol = 1e-9)$root
  list(polish(function(d) log(1 - nct_below(t, df, d)) - log(tail_area(level)), rough(1 - a), 1e-6),
    polish(function(d) log(nct_below(t, df, d)) - log(tail_area(level)), rough(a), 1e-6))
}

# ---- moments at 200 bits

mean_of <- function(x) sum(mp(x)) / length(x)
var_of <- function(x) sum((mp(x) - mean_of(x))^2) / (length(x) - 1)
limits <- function(value, error, quantile) list(value - quantile * error, value + quantile * error)
text_of <- function(x) paste(sprintf("%.17g", x), collapse = " ")
values_of <- function(groups) paste(vapply(groups, text_of, ""), collapse = " | ")

rows <- list()
add <- function(groups, level, measure, method, estimate, low, high, statistic, df, p, digits = 12, source = "closed form")
  rows[[length(rows) + 1]] <<- row_of(values_of(groups), level, measure, method, estimate, low, high, statistic, df, p,
    digits, source)

# ---- one sample

location <- function(x, level) {
  n <- length(x); m <- mean_of(x); s <- sqrt(var_of(x)); q <- t_quantile(level, n - 1)
  l <- limits(m, s / sqrt(mp(n)), q)
  t <- m / (s / sqrt(mp(n)))
  add(list(x), level, "MEAN", "T", m, l[[1]], l[[2]], t, n - 1, t_p(t, n - 1))
  add(list(x), level, "SD", "T", s, NA, NA, s / sqrt(mp(n)), NA, NA)
  k <- qbinom((1 - level) / 2, n, 0.5); x_ <- sort(x)
  stopifnot(pbinom(k - 1, n, 0.5) * 2 <= 1 - level, pbinom(k, n, 0.5) * 2 > 1 - level)
  add(list(x), level, "MEDIAN", "ORDER", median(x), if (k == 0) -Inf else x_[k], if (k == 0) Inf else x_[n + 1 - k], NA, NA, NA)
  for (p in c(0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)) for (type in c(2, 7))
    add(list(x), p, "QUANTILE", paste0("TYPE_", type), quantile(x, p, type = type, names = FALSE), NA, NA, NA, NA, NA, 12,
      "R quantile")
  if (all(x > 0)) {
    g <- log(mp(x)); e <- sqrt(sum((g - mean(g))^2) / (n - 1) / n)
    add(list(x), level, "GEOMETRIC_MEAN", "T", exp(mean(g)), exp(mean(g) - q * e), exp(mean(g) + q * e), NA, NA, NA)
  }
}

# ---- two groups: means

means <- function(x, y, level) {
  n <- length(x); m <- length(y); d <- mean_of(y) - mean_of(x)
  one <- function(method, error, df) {
    l <- limits(d, error, t_quantile(level, df)); t <- d / error
    add(list(x, y), level, "MEAN_DIFFERENCE", method, d, l[[1]], l[[2]], t, df, t_p(t, df))
  }
  if (n > 1 && m > 1) {
    a <- var_of(x) / n; b <- var_of(y) / m
    df <- (a + b)^2 / (a^2 / (n - 1) + b^2 / (m - 1))
    one("WELCH", sqrt(a + b), df)
  }
  squares <- (if (n > 1) var_of(x) * (n - 1) else mp(0)) + (if (m > 1) var_of(y) * (m - 1) else mp(0))
  pooled <- sqrt(squares / (n + m - 2)); weight <- sqrt(1 / mp(n) + 1 / mp(m))
  one("POOLED", pooled * weight, mp(n + m - 2))
  df <- n + m - 2
  standardized <- function(method, value, exact) {
    if (exact) {
      t <- d / pooled / weight; l <- nct_limits(t, df, level)
      add(list(x, y), level, "STANDARDIZED_MEAN_DIFFERENCE", method, value, l[[1]] * weight, l[[2]] * weight, t, df,
        t_p(t, df), 12, "root at 200 bits")
    } else {
      e <- sqrt(weight^2 + value^2 / (2 * (n + m))); l <- limits(value, e, z_quantile(level))
      add(list(x, y), level, "STANDARDIZED_MEAN_DIFFERENCE", method, value, l[[1]], l[[2]], value / e, NA, z_p(value / e))
    }
  }
  cohen <- d / pooled
  hedges <- cohen * exp(lgamma(mp(df) / 2) - lgamma(mp(df - 1) / 2)) / sqrt(mp(df) / 2)
  if (abs(cohen) < 12) { standardized("COHEN", cohen, TRUE); standardized("HEDGES", hedges, TRUE) }
  standardized("COHEN_NORMAL", cohen, FALSE)
  standardized("HEDGES_NORMAL", hedges, FALSE)
  if (n > 1 && m > 1) standardized("AVERAGE_VARIANCE", d / sqrt((var_of(x) + var_of(y)) / 2), FALSE)
  if (max(abs(c(x, y))) < 1e6 && max(abs(c(x, y))) > 1e-6 && min(n, m) > 1) {
    r <- t.test(y, x)
    a <- var_of(x) / n; b <- var_of(y) / m
    close_to(d / sqrt(a + b), r$statistic, 1e-10)
    g <- effectsize::hedges_g(y, x)$Hedges_g
    close_to(hedges, g, 1e-10)
  }
}

# ---- two groups: ranks

doubled_ranks <- function(v) 2 * rank(v)
# Every choice of ranks for the second group.
enumerated <- function(x, y) {
  r <- doubled_ranks(c(x, y)); m <- length(y)
  sums <- combn(r, m, sum); seen <- sum(r[-seq_along(x)])
  list(low = mean(sums <= seen), high = mean(sums >= seen))
}
# By the shift algorithm, an item at a time over all sums.
shifted <- function(x, y) {
  r <- doubled_ranks(c(x, y)); m <- length(y); top <- sum(r)
  f <- matrix(0, m + 1, top + 1); f[1, 1] <- 1
  for (s in r) for (j in m:1) f[j + 1, (s + 1):(top + 1)] <- f[j + 1, (s + 1):(top + 1)] + f[j, 1:(top + 1 - s)]
  f <- f[m + 1, ] / sum(f[m + 1, ]); seen <- sum(r[-seq_along(x)])
  list(low = sum(f[1:(seen + 1)]), high = sum(rev(f[(seen + 1):(top + 1)])))
}
two_sided <- function(tails) min(1, 2 * min(tails$low, tails$high))

# The limits between which no shift off all differences is rejected, gap by gap. Ranks alone count: gaps by position.
exact_shifts <- function(x, y, level) {
  d <- sort(unique(as.vector(outer(y, x, "-")))); a <- (1 - level) / 2 * (1 - 1e-12)
  centers <- c(d[1] - 1, if (length(d) > 1) (d[-1] + d[-length(d)]) / 2, d[length(d)] + 1)
  tails <- lapply(centers, function(s) shifted(x, y - s))
  low <- which(vapply(tails, function(t) t$high >= a, TRUE))[1]
  high <- rev(which(vapply(tails, function(t) t$low >= a, TRUE)))[1]
  c(if (low == 1) -Inf else d[low - 1], if (high > length(d)) Inf else d[high])
}

ranks <- function(x, y, level, exact) {
  n <- length(x); m <- length(y)
  r <- rank(c(x, y)); u <- sum(r[-seq_len(n)]) - m * (m + 1) / 2
  d <- as.vector(outer(y, x, "-")); shift <- median(d)
  if (exact) {
    tails <- shifted(x, y)
    if (choose(n + m, m) < 2e5) {
      all <- enumerated(x, y); close_to(all$low, tails$low, 1e-12); close_to(all$high, tails$high, 1e-12)
    }
    g <- factor(rep(c("b", "a"), c(n, m)), levels = c("a", "b"))
    v <- c(x, y)
    close_to(tails$high, pvalue(coin::wilcox_test(v ~ g, distribution = "exact", alternative = "greater")), 1e-9)
    l <- exact_shifts(x, y, level)
    p <- two_sided(tails)
    if (!anyDuplicated(v)) {
      theirs <- wilcox.test(y, x, exact = TRUE, conf.int = TRUE, conf.level = level)
      close_to(p, theirs$p.value, 1e-12); close_to(shift, theirs$estimate, 1e-12)
      if (all(is.finite(l))) stopifnot(all.equal(l, as.vector(theirs$conf.int), tolerance = 1e-12))
    }
    add(list(x, y), level, "LOCATION_SHIFT", "EXACT", shift, l[1], l[2], u, NA, p, 12, "shift algorithm, R, coin")
  }
  spread <- function(r) sqrt(mp(n) * m / (n + m) / (n + m - 1) * sum((mp(r) - mp(n + m + 1) / 2)^2))
  untied <- spread(c(rank(x), n + rank(y)))
  for (method in c("NORMAL_CORRECTED", "NORMAL")) {
    correction <- if (method == "NORMAL") 0 else 0.5
    gap <- u - n * m / 2
    z <- sign(gap) * max(0, abs(gap) - correction) / spread(r)
    p <- z_p(z)
    k <- asNumeric(ceiling(mp(n) * m / 2 - correction - z_quantile(level) * untied))
    l <- if (k <= 0) c(-Inf, Inf) else sort(d)[c(k, n * m + 1 - k)]
    theirs <- suppressWarnings(wilcox.test(y, x, exact = FALSE, correct = method != "NORMAL",
      conf.int = length(unique(d)) > 1 && all(is.finite(l)), conf.level = level, tol.root = 1e-13))
    close_to(p, theirs$p.value, 1e-9)
    # R finds the jumps of the statistic, where the limits are, by halving an interval.
    if (!is.null(theirs$conf.int)) stopifnot(all.equal(l, as.vector(theirs$conf.int), tolerance = 1e-8))
    add(list(x, y), level, "LOCATION_SHIFT", method, shift, l[1], l[2], z, NA, p)
  }
}

# ---- signed ranks

signed_tails <- function(x, zeros) {
  r <- if (zeros == "PRATT") doubled_ranks(abs(x))[x != 0] else doubled_ranks(abs(x[x != 0]))
  x <- x[x != 0]; top <- sum(r); f <- c(1, rep(0, top))
  for (s in r) { g <- f; g[(s + 1):(top + 1)] <- g[(s + 1):(top + 1)] + f[1:(top + 1 - s)]; f <- g / 2 }
  seen <- sum(r[x > 0])
  list(low = sum(f[1:(seen + 1)]), high = sum(rev(f[(seen + 1):(top + 1)])), r = r / 2, v = seen / 2)
}

signed <- function(x, zeros, level, exact) {
  n <- length(x)
  w <- outer(x, x, "+") / 2; w <- sort(w[upper.tri(w, diag = TRUE)]); center <- median(w)
  tails <- signed_tails(x, zeros)
  if (exact) {
    d <- unique(w); a <- (1 - level) / 2 * (1 - 1e-12)
    centers <- c(d[1] - 1, if (length(d) > 1) (d[-1] + d[-length(d)]) / 2, d[length(d)] + 1)
    all <- lapply(centers, function(s) signed_tails(x - s, "WILCOXON"))
    low <- which(vapply(all, function(t) t$high >= a, TRUE))[1]
    high <- rev(which(vapply(all, function(t) t$low >= a, TRUE)))[1]
    l <- c(if (low == 1) -Inf else d[low - 1], if (high > length(d)) Inf else d[high])
    p <- two_sided(tails)
    if (!anyDuplicated(abs(x)) && all(x != 0)) {
      theirs <- wilcox.test(x, exact = TRUE, conf.int = TRUE, conf.level = level)
      close_to(p, theirs$p.value, 1e-12)
      if (all(is.finite(l))) stopifnot(all.equal(l, as.vector(theirs$conf.int), tolerance = 1e-12))
    } else if (zeros == "WILCOXON") {
      close_to(tails$high, exactRankTests::wilcox.exact(x, alternative = "greater")$p.value, 1e-10)
    }
    add(list(x), level, paste0("PSEUDOMEDIAN_", zeros), "EXACT", center, l[1], l[2], tails$v, NA, p, 12,
      "shift algorithm, R, exactRankTests")
  }
  M <- n * (n + 1) / 2
  untied <- sqrt(sum(mp(rank(x))^2) / 4)
  for (method in c("NORMAL_CORRECTED", "NORMAL")) {
    correction <- if (method == "NORMAL") 0 else 0.5
    gap <- tails$v - sum(tails$r) / 2
    z <- sign(gap) * max(0, abs(gap) - correction) / sqrt(sum(mp(tails$r)^2) / 4)
    k <- asNumeric(ceiling(mp(M) / 2 - correction - z_quantile(level) * untied))
    l <- if (k <= 0) c(-Inf, Inf) else w[c(k, M + 1 - k)]
    if (zeros == "WILCOXON") {
      theirs <- suppressWarnings(wilcox.test(x, exact = FALSE, correct = method != "NORMAL"))
      close_to(z_p(z), theirs$p.value, 1e-9)
    }
    if (all(is.finite(l)) && all(x != 0)) {
      theirs <- suppressWarnings(wilcox.test(x, exact = FALSE, correct = method != "NORMAL", conf.int = TRUE,
        conf.level = level, tol.root = 1e-13))
      stopifnot(all.equal(l, as.vector(theirs$conf.int), tolerance = 1e-8))
    }
    add(list(x), level, paste0("PSEUDOMEDIAN_", zeros), method, center, l[1], l[2], z, NA, z_p(z))
  }
}

# ---- several groups

several <- function(groups) {
  k <- length(groups); n <- vapply(groups, length, 1); N <- sum(n)
  v <- unlist(groups); g <- factor(rep(seq_len(k), n))
  report <- function(test, f, df1, df2) add(groups, NA, "TEST", test, NA, NA, NA, f, df1, f_tail(f, df1, df2))
  anova <- function(groups) { # of lists of 200-bit numbers
    m <- lapply(groups, function(x) sum(x) / length(x))
    grand <- Reduce(`+`, Map(function(a, b) a * b, m, n)) / N
    between <- Reduce(`+`, Map(function(a, b) b * (a - grand)^2, m, n))
    within <- Reduce(`+`, Map(function(x, a) sum((x - a)^2), groups, m))
    between / (k - 1) / (within / (N - k))
  }
  values <- lapply(groups, mp)
  report("ANOVA", anova(values), k - 1, mp(N - k))
  report("LEVENE", anova(lapply(values, function(x) abs(x - sum(x) / length(x)))), k - 1, mp(N - k))
  report("BROWN_FORSYTHE", anova(lapply(groups, function(x) abs(mp(x) - median(x)))), k - 1, mp(N - k))
  if (max(abs(v)) < 1e6) {
    close_to(anova(values), oneway.test(v ~ g, var.equal = TRUE)$statistic, 1e-10)
  }
  if (all(n > 1) && all(vapply(groups, var, 1) > 0)) {
    w <- lapply(groups, function(x) length(x) / var_of(x)); W <- Reduce(`+`, w)
    m <- lapply(groups, mean_of); grand <- Reduce(`+`, Map(function(a, b) a * b, m, w)) / W
    lambda <- Reduce(`+`, Map(function(a, b) (1 - a / W)^2 / (b - 1), w, n)) / (k^2 - 1)
    f <- Reduce(`+`, Map(function(a, b) b * (a - grand)^2, m, w)) / (k - 1) / (1 + 2 * (k - 2) * lambda)
    if (max(abs(v)) < 1e6) close_to(f, oneway.test(v ~ g)$statistic, 1e-10)
    report("WELCH_ANOVA", f, k - 1, 1 / (3 * lambda))
  }
  r <- rank(v); R <- tapply(r, g, sum)
  h <- (N - 1) * sum((mp(as.vector(R)) - n * mp(N + 1) / 2)^2 / n) / sum((mp(r) - mp(N + 1) / 2)^2)
  close_to(h, kruskal.test(v, g)$statistic, 1e-10)
  add(groups, NA, "TEST", "KRUSKAL_WALLIS", NA, NA, NA, h, k - 1, chisq_tail(h, k - 1))
  j_of <- function(v) { s <- 0
    for (a in seq_len(k - 1)) for (b in (a + 1):k) s <- s + sum(outer(v[g == b], v[g == a], function(y, x) (y > x) + (y == x) / 2))
    s }
  t <- as.vector(table(v)); j <- j_of(v); center <- (N^2 - sum(n^2)) / 4
  variance <- (mp(N) * (N - 1) * (2 * N + 5) - sum(n * (n - 1) * (2 * n + 5)) - sum(t * (t - 1) * (2 * t + 5))) / 72 +
    mp(sum(n * (n - 1) * (n - 2))) * sum(t * (t - 1) * (t - 2)) / (36 * mp(N) * (N - 1) * (N - 2)) +
    mp(sum(n * (n - 1))) * sum(t * (t - 1)) / (8 * mp(N) * (N - 1))
  z <- (j - center) / sqrt(variance)
  if (N <= 8) { # the mean, the variance and the tails of all orders
    orders <- function(m) if (m == 1) matrix(1) else { p <- orders(m - 1); do.call(rbind, lapply(1:m, function(i) cbind(i, p + (p >= i)))) }
    all <- apply(orders(N), 1, function(o) j_of(v[o]))
    close_to(mean(all), center, 1e-12); close_to(variance, mean((all - center)^2), 1e-10)
    if (!anyDuplicated(v)) add(groups, NA, "TEST", "JONCKHEERE_TERPSTRA_EXACT", NA, NA, NA, j, NA,
      min(1, 2 * min(mean(all <= j), mean(all >= j))), 12, "all orders")
  }
  add(groups, NA, "TEST", "JONCKHEERE_TERPSTRA", NA, NA, NA, z, NA, z_p(z))
}

# ---- correlations

correlations <- function(x, y, level) {
  n <- length(x)
  r_of <- function(x, y) {
    a <- mp(x) - mean_of(x); b <- mp(y) - mean_of(y)
    sum(a * b) / sqrt(sum(a^2) * sum(b^2))
  }
  both <- function(measure, method, r, error, statistic, df, p, source = "closed form") {
    q <- z_quantile(level)
    l <- if (is.infinite(error)) list(-1, 1) else list(tanh(atanh(r) - q * error), tanh(atanh(r) + q * error))
    add(list(x, y), level, measure, method, r, l[[1]], l[[2]], statistic, df, p, 12, source)
  }
  fisher <- if (n > 3) 1 / sqrt(mp(n - 3)) else Inf
  r <- r_of(x, y); t <- r * sqrt((n - 2) / (1 - r^2))
  both("CORRELATION", "PEARSON", r, fisher, t, n - 2, t_p(t, n - 2))
  if (n > 3) {
    theirs <- cor.test(x, y, conf.level = level)
    if (max(abs(x)) < 1e6) close_to(t_p(t, n - 2), theirs$p.value, 1e-8)
    close_to(tanh(atanh(r) - z_quantile(level) * fisher), theirs$conf.int[1], 1e-8)
    both("CORRELATION", "PEARSON_FISHER", r, fisher, atanh(r) / fisher, NA, z_p(atanh(r) / fisher))
  }
  rho <- r_of(rank(x), rank(y)); t <- rho * sqrt((n - 2) / (1 - rho^2))
  error <- if (n > 3) sqrt((1 + rho^2 / 2) / (n - 3)) else Inf
  both("RANK_CORRELATION", "SPEARMAN", rho, error, t, n - 2, t_p(t, n - 2))
  close_to(t_p(t, n - 2), suppressWarnings(cor.test(x, y, method = "spearman", exact = FALSE)$p.value), 1e-8)
  if (n > 3) both("RANK_CORRELATION", "SPEARMAN_BONETT", rho, error, atanh(rho) / error, NA, z_p(atanh(rho) / error))
  untied <- !anyDuplicated(x) && !anyDuplicated(y)
  if (untied && n <= 9) both("RANK_CORRELATION", "SPEARMAN_EXACT", rho, error, NA, NA,
    cor.test(x, y, method = "spearman", exact = TRUE)$p.value, "R cor.test, which enumerates up to 9")
  s <- sum(sign(outer(x, x, "-")) * sign(outer(y, y, "-"))) / 2
  tx <- as.vector(table(x)); ty <- as.vector(table(y)); pairs <- mp(n) * (n - 1) / 2
  tau <- s / sqrt((pairs - sum(tx * (tx - 1)) / 2) * (pairs - sum(ty * (ty - 1)) / 2))
  f <- function(t, g) sum(g(t))
  v <- (mp(n) * (n - 1) * (2 * n + 5) - sum(tx * (tx - 1) * (2 * tx + 5)) - sum(ty * (ty - 1) * (2 * ty + 5))) / 18 +
    mp(sum(tx * (tx - 1))) * sum(ty * (ty - 1)) / (2 * mp(n) * (n - 1)) +
    mp(sum(tx * (tx - 1) * (tx - 2))) * sum(ty * (ty - 1) * (ty - 2)) / (9 * mp(n) * (n - 1) * (n - 2))
  z <- s / sqrt(v); error <- if (n > 4) sqrt(mp(437) / 1000 / (n - 4)) else Inf
  theirs <- suppressWarnings(cor.test(x, y, method = "kendall", exact = FALSE))
  close_to(z_p(z), theirs$p.value, 1e-8); close_to(tau, theirs$estimate, 1e-10)
  both("KENDALL_TAU", "KENDALL", tau, error, z, NA, z_p(z))
  if (untied) { # exchanges counted with whole numbers of any size
    counts <- gmp::as.bigz(1)
    for (m in 2:n) {
      padded <- c(rep(gmp::as.bigz(0), m - 1), counts)
      long <- gmp::as.bigz(rep(0, length(counts) + m - 1))
      for (i in 0:(m - 1)) long[i + seq_along(counts)] <- long[i + seq_along(counts)] + counts
      counts <- long
    }
    fewer <- (n * (n - 1) / 2 - abs(s)) / 2
    p <- min(1, gmp::asNumeric(gmp::as.bigq(2 * sum(counts[seq_len(fewer + 1)]), sum(counts))))
    # R subtracts the tail from 1, which leaves 1.1e-15 of 7.5e-33.
    if (p > 1e-6) close_to(p, cor.test(x, y, method = "kendall", exact = TRUE)$p.value, 1e-9)
    both("KENDALL_TAU", "KENDALL_EXACT", tau, error, NA, NA, p, "whole numbers")
  }
}

# ---- data

smokes <- split(MASS::birthwt$bwt, MASS::birthwt$smoke)
races <- split(MASS::birthwt$bwt, MASS::birthwt$race)
dose <- split(sleep$extra, sleep$group)
sprays <- split(InsectSprays$count, InsectSprays$spray)
small <- list(c(1.1, 2.7, 3.05, 4.9, 7.3), c(2.2, 5.5, 6.1, 8.8, 9.4, 12.25))
tied <- list(c(0, 1, 1, 2, 2, 2, 3), c(1, 2, 3, 3, 3, 4))
offset <- list(1e9 + c(0.25, 1.5, -0.75, 0.125, 2), 1e9 + c(1, 2.5, 0.5, 3.25))
far <- list(seq(0.1, 4, by = 0.1), 40 + seq(0.1, 4, by = 0.1)^2 / 4)
huge <- lapply(small, function(x) x * 2^990)
tiny <- lapply(small, function(x) x * 2^-1000)

for (x in list(small[[1]], small[[2]], tied[[1]], smokes[[1]], offset[[1]], huge[[2]], tiny[[1]], c(3, 8), dose[[2]]))
  location(x, 0.95)
location(small[[1]], 0.5)
location(races[[2]], 0.999)
for (g in list(small, tied, offset, dose, smokes, huge, tiny, far, list(7.5, c(1, 2, 4, 9)), list(c(1, 2), c(2, 5)))) means(g[[1]], g[[2]], 0.95)
means(small[[1]], small[[2]], 0.999999)
means(dose[[2]], dose[[1]], 0.8)

untied_20 <- list(sort(sin(1:20) * 10), sort(cos(1:23) * 10 + 4))
for (g in list(small, tied, dose, list(3, c(1, 5, 9)), list(c(1, 2), c(4, 7)), untied_20)) ranks(g[[1]], g[[2]], 0.95, TRUE)
ranks(small[[1]], small[[2]], 0.9, TRUE)
ranks(tied[[2]], tied[[1]], 0.99, TRUE)
ranks(smokes[[1]], smokes[[2]], 0.95, FALSE)

change <- dose[[2]] - dose[[1]]
for (zeros in c("WILCOXON", "PRATT")) {
  signed(c(-1.5, 0.7, 2.2, 3.1, 4.6, 5.05, -0.2), zeros, 0.95, TRUE)
  signed(c(0, 0, 1, 2, -3, 4, 5, 5, -1), zeros, 0.95, TRUE)
  signed(change, zeros, 0.95, TRUE)
  signed(sort(sin(1:30) * 10 + 2), zeros, 0.99, TRUE)
  signed(MASS::birthwt$bwt[1:80] - 2500, zeros, 0.95, FALSE)
}

for (g in list(small, tied, races, sprays, list(c(1, 3), c(2, 5, 7), c(4, 6, 8)), list(c(1, 1), c(2, 2, 3), c(1, 3, 5)),
  split(na.omit(airquality)$Ozone, na.omit(airquality)$Month), c(offset, list(1e9 + c(5, 6.5, 7))))) several(unname(g))

correlations(c(1, 2, 3, 4, 5, 6, 7), c(2, 1, 4, 3, 7, 5, 6), 0.95)
correlations(c(44.4, 45.9, 41.9, 53.3, 44.7, 44.1, 50.7, 45.2, 60.1), c(2.6, 3.1, 2.5, 5, 3.6, 4, 5.2, 2.8, 3.8), 0.95)
correlations(MASS::birthwt$age, MASS::birthwt$lwt, 0.95)
correlations(sin(1:40), cos((1:40)^2) + sin(1:40) / 2, 0.99)
correlations(1:30 + 1e9, (1:30) + sin(1:30) / 1000, 0.95)
correlations(c(1, 2, 4), c(3, 1, 2), 0.95)
write_reference("continuous.csv", "continuous.R", c("Rmpfr", "coin", "exactRankTests", "effectsize"), c(
  "values: the groups divided by |, the reference first; a difference is that of the second less the first.",
  "MEAN: statistic, df and p of the hypothesis of a mean of 0. SD: the statistic is the standard error.",
  "QUANTILE: level is the share. TEST: statistic, first degrees of freedom, p.",
  "EXACT intervals with ties: gap by gap between the differences; without ties they equal wilcox.test's."),
  "values,level,measure,method,estimate,lower,upper,statistic,df,p,digits,source", rows)

# ---- normality and adjustment, as R gives them

rows <- list()
for (x in list(c(1, 2, 4), c(1, 2, 3), c(0, 0, 1), small[[1]], small[[2]], dose[[1]], tied[[1]], sprays[[3]], smokes[[1]],
  races[[2]], sort(exp(sin(1:60))), c(rep(0, 20), 100), 1e9 + c(1, 5, 2, 8, 3), 1e15 + c(1, 5, 2, 8, 3), qnorm(ppoints(500)), (1:11)^3, (1:12)^3)) {
  found <- shapiro.test(x - min(x)) # R loses digits of values that are large beside their spread
  rows[[length(rows) + 1]] <- row_of(text_of(x), found$statistic, found$p.value, 9, "R shapiro.test")
}
write_reference("shapiro.csv", "continuous.R", "stats", "W and p of R's shapiro.test, AS R94 in double precision.",
  "values,w,p,digits,source", rows)

rows <- list()
methods <- c(BONFERRONI = "bonferroni", HOLM = "holm", HOCHBERG = "hochberg", HOMMEL = "hommel",
  BENJAMINI_HOCHBERG = "BH", BENJAMINI_YEKUTIELI = "BY")
for (p in list(c(0.01, 0.02, 0.03, 0.04, 0.05), c(0.2, 0.001, 0.04, 0.04, 0.9, 0.011), c(0.03, NA, 0.5, 0.01), 0.04, c(0.9, 0.2),
  c(1e-300, 1, 0, 0.5), c(0.011, 0.02, 0.022, 0.09, 0.3, 0.31, 0.5, 0.77, 0.0004, 0.013, NA)))
  for (name in names(methods)) rows[[length(rows) + 1]] <- row_of(paste(sprintf("%.17g", p), collapse = " "), name,
    paste(sprintf("%.17g", p.adjust(p, methods[name])), collapse = " "), 14, "R p.adjust")
write_reference("adjusted.csv", "continuous.R", "stats", "p-values and what R's p.adjust makes of them.",
  "values,method,adjusted,digits,source", rows)
