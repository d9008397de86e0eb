# The exact common odds ratio, homogeneity by Woolf and by score, and interaction. Run in this folder: Rscript stratified-exact.R
# At 200 bits; mantelhaen.test(exact = TRUE) and epiR's epi.interaction must agree as far as they go, or the script stops.
source("numeric.R")
suppressMessages(library(epiR))

# One row a stratum: exposed with the outcome, exposed without, unexposed with, unexposed without.
data_sets <- list(
  UCBAdmissions = t(apply(aperm(UCBAdmissions, c(2, 1, 3)), 3, function(s) c(s[1, 1], s[1, 2], s[2, 1], s[2, 2]))),
  low_birth_weight = rbind(c(19, 33, 4, 40), c(6, 4, 5, 11), c(5, 7, 20, 35)),
  sparse = rbind(c(3, 7, 0, 9), c(0, 5, 2, 6), c(0, 4, 0, 6), c(2, 3, 0, 0), c(4, 1, 2, 5)),
  level = rbind(c(5, 5, 5, 6), c(7, 8, 8, 9)),
  one = rbind(c(12, 55, 16, 125)),
  strong = rbind(c(90, 5, 4, 110), c(70, 8, 6, 60)),
  both_raise = rbind(c(20, 80, 10, 90), c(40, 60, 15, 85)))

agree <- function(ours, theirs, tolerance, what) {
  gap <- abs(asNumeric(ours) - theirs) / max(1e-3, abs(theirs))
  if (is.finite(gap) && gap > tolerance) stop(what, ": ", format(ours, digits = 12), " and ", format(theirs, digits = 12))
}

inner <- function(t) all(t[1] + t[2] > 0, t[3] + t[4] > 0, t[1] + t[3] > 0, t[2] + t[4] > 0)

# Weights of the sum of a at an odds ratio of 1, from its lowest value on.
polynomial <- function(counts) {
  product <- mp(1); low <- 0
  for (k in seq_len(nrow(counts))) if (inner(counts[k, ])) {
    t <- counts[k, ]; m <- t[1] + t[3]
    x <- max(0, m - t[3] - t[4]):min(t[1] + t[2], m)
    low <- low + x[1]
    w <- chooseMpfr(mp(t[1] + t[2]), x) * chooseMpfr(mp(t[3] + t[4]), m - x)
    next_product <- mp(rep(0, length(product) + length(w) - 1))
    for (i in seq_along(w)) {
      at <- i - 1 + seq_along(product)
      next_product[at] <- next_product[at] + product * w[i]
    }
    product <- next_product
  }
  used <- apply(counts, 1, inner)
  list(x = low + seq_along(product) - 1, w = product, s = sum(counts[used, 1]))
}

in_r <- function(counts, level = 0.95) {
  used <- counts[apply(counts, 1, inner), , drop = FALSE]
  if (nrow(used) == 1) return(fisher.test(matrix(used, 2, byrow = TRUE), conf.level = level))
  mantelhaen.test(array(apply(used, 1, function(t) t[c(1, 3, 2, 4)]), c(2, 2, nrow(used))), exact = TRUE, conf.level = level)
}

exact <- function(name, counts, strata) {
  f <- polynomial(counts); total <- sum(f$w); at <- f$w[f$x == f$s]
  p <- list(MINIMUM_LIKELIHOOD = sum(f$w[f$w <= at * (1 + mp(1e-7))]) / total)
  for (share in c(1, 0.5)) {
    up <- (sum(f$w[f$x > f$s]) + share * at) / total
    down <- (sum(f$w[f$x < f$s]) + share * at) / total
    p[[if (share == 1) "CENTRAL" else "MID_P"]] <- min(mp(1), 2 * min(up, down))
  }
  for (kind in names(p)) test(name, strata, kind, NA, NA, p[[kind]], "sum at 200 bits")
  r <- in_r(counts)
  agree(p$MINIMUM_LIKELIHOOD, r$p.value, 1e-6, paste(name, "p"))
  chance <- function(or) { w <- f$w * mp(or)^(f$x - f$s); w / sum(w) }
  value <- polish(function(or) sum(chance(or) * (f$x - f$s)), r$estimate, 1e-5)
  agree(value, r$estimate, 5e-3, paste(name, "estimate"))
  for (level in c(0.95, 0.999)) for (share in c(1, 0.5)) {
    r <- in_r(counts, level)
    limit <- function(side, start) polish(function(or) {
      c <- chance(or)
      log((sum(c[(f$x - f$s) * side > 0]) + share * c[f$x == f$s]) / tail_area(level))
    }, start, 1e-4)
    lower <- limit(1, r$conf.int[1]); upper <- limit(-1, r$conf.int[2])
    if (share == 1) { agree(lower, r$conf.int[1], 2e-2, paste(name, "lower")); agree(upper, r$conf.int[2], 2e-2, paste(name, "upper")) }
    estimate(name, strata, level, "COMMON_ODDS_RATIO", if (share == 1) "EXACT" else "MID_P", value, lower, upper, "root at 200 bits")
  }
}

woolf <- function(name, counts, strata) {
  t <- counts[apply(counts > 0, 1, all), , drop = FALSE]
  if (nrow(t) < 2) return()
  cell <- lapply(1:4, function(j) mp(t[, j]))
  log_or <- log(cell[[1]] * cell[[4]] / (cell[[2]] * cell[[3]]))
  w <- 1 / (1 / cell[[1]] + 1 / cell[[2]] + 1 / cell[[3]] + 1 / cell[[4]])
  x <- sum(w * (log_or - sum(w * log_or) / sum(w))^2)
  test(name, strata, "WOOLF", x, nrow(t) - 1, chisq_tail(x, nrow(t) - 1), "closed form")
}

# The unexposed risk of highest likelihood under p1 = link(p0): Newton from the root in double precision.
score <- function(name, counts, strata, ratio) {
  t <- counts[counts[, 1] + counts[, 2] > 0 & counts[, 3] + counts[, 4] > 0 & (!ratio | counts[, 1] + counts[, 3] > 0), , drop = FALSE]
  if (nrow(t) < 2) return()
  parts <- function(theta, k) {
    a <- t[k, 1]; b <- t[k, 2]; c <- t[k, 3]; d <- t[k, 4]; n1 <- a + b; n0 <- c + d; th <- asNumeric(theta)
    part <- function(n, p) if (n == 0) 0 * p else n / p
    f <- if (ratio) function(p, th) part(a, p) - part(b, 1 - th * p) * th + part(c, p) - part(d, 1 - p)
         else function(p, th) part(a, p + th) - part(b, 1 - p - th) + part(c, p) - part(d, 1 - p)
    low <- if (ratio) 0 else max(0, -th); high <- if (ratio) min(1, 1 / th) else min(1, 1 - th)
    e <- 1e-13
    edge <- if (f(low + e, th) < 0) low else if (f(high - e, th) > 0) high else NA
    p0 <- if (!is.na(edge)) { if (edge == 0) mp(0) else if (edge == 1) mp(1) else if (ratio) 1 / theta else if (edge == low) -theta else 1 - theta }
      else polish(function(p) f(p, theta), uniroot(f, c(low + e, high - e), th = th, tol = 1e-14)$root, 1e-8)
    p1 <- if (ratio) theta * p0 else p0 + theta
    excess <- mp(a) / n1 - if (ratio) theta * c / n0 else mp(c) / n0 + theta
    v <- p1 * (1 - p1) / n1 + (if (ratio) theta^2 else 1) * p0 * (1 - p0) / n0
    list(slope = excess * (if (ratio) p1 else 1) / v, square = excess^2 / v)
  }
  total <- function(theta) Reduce(`+`, lapply(seq_len(nrow(t)), function(k) parts(theta, k)$slope))
  range <- if (ratio) c(0.05, 20) else c(-0.9, 0.9)
  start <- uniroot(function(x) asNumeric(total(mp(x))), range, tol = 1e-8)$root
  theta <- polish(total, start, 1e-6)
  x <- Reduce(`+`, lapply(seq_len(nrow(t)), function(k) parts(theta, k)$square))
  test(name, strata, if (ratio) "RISK_RATIO_SCORE" else "RISK_DIFFERENCE_SCORE", x, nrow(t) - 1, chisq_tail(x, nrow(t) - 1), "root at 200 bits")
}

interaction_of <- function(name, counts, strata, scale) {
  g <- list(counts[1, 3:4], counts[1, 1:2], counts[2, 3:4], counts[2, 1:2])
  x <- lapply(g, function(v) mp(v))
  logs <- lapply(x, function(v) if (scale == "RISK_RATIO") log(v[1] / sum(v)) else log(v[1] / v[2]))
  v <- lapply(x, function(v) if (scale == "RISK_RATIO") 1 / v[1] - 1 / sum(v) else 1 / v[1] + 1 / v[2])
  additive <- function(ref, far, level) {
    e <- lapply(c(far, 2, 3), function(i) exp(logs[[i]] - logs[[ref]])); z <- z_quantile(level)
    vv <- lapply(c(far, 2, 3), function(i) v[[i]]); s <- c(1, -1, -1); est <- 1 + e[[1]] - e[[2]] - e[[3]]
    var <- mp(0)
    for (i in 1:3) for (j in 1:3) var <- var + s[i] * s[j] * e[[i]] * e[[j]] * (v[[ref]] + (i == j) * vv[[i]])
    lo <- lapply(1:3, function(i) e[[i]] * exp(-z * sqrt(vv[[i]] + v[[ref]])))
    hi <- lapply(1:3, function(i) e[[i]] * exp(z * sqrt(vv[[i]] + v[[ref]])))
    r <- function(i, j) v[[ref]] / sqrt((vv[[i]] + v[[ref]]) * (vv[[j]] + v[[ref]]))
    mover <- function(d) d[[1]]^2 + d[[2]]^2 + d[[3]]^2 - 2 * r(1, 2) * d[[1]] * d[[2]] - 2 * r(1, 3) * d[[1]] * d[[3]] + 2 * r(2, 3) * d[[2]] * d[[3]]
    list(est = est, delta = est + c(-1, 1) * z * sqrt(var), mover = c(
      est - sqrt(mover(list(e[[1]] - lo[[1]], hi[[2]] - e[[2]], hi[[3]] - e[[3]]))),
      est + sqrt(mover(list(hi[[1]] - e[[1]], e[[2]] - lo[[2]], e[[3]] - lo[[3]])))))
  }
  for (level in c(0.95, 0.8)) {
    z <- z_quantile(level); reri <- additive(1, 4, level); ap <- additive(4, 1, level)
    estimate(name, strata, level, paste0("RERI_", scale), "DELTA", reri$est, reri$delta[1], reri$delta[2], "closed form")
    estimate(name, strata, level, paste0("RERI_", scale), "MOVER", reri$est, reri$mover[1], reri$mover[2], "closed form")
    estimate(name, strata, level, paste0("AP_", scale), "DELTA", ap$est, ap$delta[1], ap$delta[2], "closed form")
    estimate(name, strata, level, paste0("AP_", scale), "MOVER", ap$est, ap$mover[1], ap$mover[2], "closed form")
    m <- exp(logs[[4]] - logs[[2]] - logs[[3]] + logs[[1]]); se <- sqrt(Reduce(`+`, v))
    estimate(name, strata, level, paste0("RATIO_", scale), "log Wald", m, m * exp(-z * se), m * exp(z * se), "closed form")
    e <- lapply(1:4, function(i) exp(logs[[i]] - logs[[1]])); up <- e[[4]] - 1; alone <- e[[2]] + e[[3]] - 2
    s <- NULL
    if (up > 0 && alone > 0) {
      h <- list(-e[[2]] / alone, -e[[3]] / alone, e[[4]] / up); var <- mp(0)
      for (i in 1:3) for (j in 1:3) var <- var + h[[i]] * h[[j]] * (v[[1]] + (i == j) * v[[i + 1]])
      s <- list(up / alone, up / alone * exp(-z * sqrt(var)), up / alone * exp(z * sqrt(var)))
      estimate(name, strata, level, paste0("SYNERGY_", scale), "DELTA", s[[1]], s[[2]], s[[3]], "closed form")
    }
    if (scale == "ODDS_RATIO") {
      d <- data.frame(y = unlist(lapply(g, function(v) v[1])), n = unlist(lapply(g, sum)), group = factor(1:4))
      fit <- glm(cbind(y, n - y) ~ group, binomial, d, epsilon = 1e-14, maxit = 50)
      r <- suppressWarnings(epi.interaction(fit, coef = 2:4, param = "dummy", conf.level = level))
      agree(reri$est, r$reri$est, 1e-6, name); agree(reri$delta[2], r$reri$upper, 1e-4, name)
      agree(ap$delta[1], r$apab$lower, 1e-4, name)
      if (!is.null(s)) agree(s[[3]], r$s$upper, 1e-4, name)
    }
  }
}

estimates <- tests <- list()
estimate <- function(name, strata, level, measure, method, value, lower, upper, source)
  estimates[[length(estimates) + 1]] <<- row_of(name, strata, format(level), measure, method, value, lower, upper, 12, source)
test <- function(name, strata, kind, statistic, df, p, source)
  tests[[length(tests) + 1]] <<- row_of(name, strata, kind, statistic, df, p, 12, source)

for (name in names(data_sets)) {
  counts <- unname(data_sets[[name]])
  strata <- paste(apply(counts, 1, paste, collapse = ","), collapse = ";")
  exact(name, counts, strata)
  woolf(name, counts, strata)
  score(name, counts, strata, TRUE)
  score(name, counts, strata, FALSE)
  if (nrow(counts) == 2) for (scale in c("RISK_RATIO", "ODDS_RATIO")) interaction_of(name, counts, strata, scale)
}

orientation <- "strata is a,b,c,d;a,b,c,d;... with a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without."
write_reference("stratified-exact.csv", "stratified-exact.R", c("Rmpfr", "epiR"), c(orientation,
  "RERI, AP and synergy are against the unexposed of the first stratum."),
  "data,strata,level,measure,method,estimate,lower,upper,digits,source", estimates)
write_reference("stratified-exact-tests.csv", "stratified-exact.R", "Rmpfr", c(orientation,
  "WOOLF leaves strata with an empty cell out. The score tests are at the common value of highest likelihood."),
  "data,strata,test,statistic,df,p,digits,source", tests)
