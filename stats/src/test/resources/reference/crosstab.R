# Tables of r rows and c columns. Run in this folder: Rscript crosstab.R
# Sums at 200 bits; fisher.test, mantelhaen.test, prop.trend.test and coin must agree or the script stops.
source("numeric.R")
suppressMessages(library(coin))

# Every stratum a matrix; one stratum: a single table.
tables <- list(
  job = list(rbind(c(1, 2, 1, 0), c(3, 3, 6, 1), c(10, 10, 14, 9), c(6, 7, 12, 11))),
  mehta_patel = list(rbind(c(2, 0, 1, 2, 6), c(1, 3, 1, 1, 1), c(1, 0, 3, 1, 0), c(1, 2, 1, 2, 0))),
  six = list(rbind(c(2, 2, 1, 1, 0, 1), c(2, 0, 0, 2, 3, 0), c(0, 1, 1, 1, 2, 7), c(1, 1, 2, 0, 0, 0), c(0, 1, 1, 1, 1, 0))),
  dose = list(rbind(c(2, 18), c(4, 16), c(9, 11))),
  race_low = list(rbind(c(73, 23), c(15, 11), c(42, 25))),
  thousands = list(rbind(c(1000, 1100), c(900, 1000), c(950, 1200))),
  strong = list(rbind(c(400, 20, 10), c(30, 500, 20), c(5, 40, 600))),
  huge = list(rbind(c(400000000000, 399999000000, 300000000000), c(400000000001, 400000500000, 300000100000))),
  two = list(rbind(c(12, 55), c(16, 125))),
  job_by_sex = lapply(1:2, function(k) matrix(as.numeric(jobsatisfaction[, , k]), 4)),
  berkeley = lapply(1:6, function(k) matrix(as.numeric(UCBAdmissions[, , k]), 2)),
  hair_by_sex = lapply(1:2, function(k) matrix(as.numeric(HairEyeColor[, , k]), 4)),
  sparse = list(rbind(c(3, 0, 2), c(0, 0, 0), c(1, 4, 2)), rbind(c(1, 1, 0), c(2, 3, 0), c(0, 0, 0)), rbind(c(0, 1, 0), c(0, 0, 0), c(0, 0, 0))))

text_of <- function(strata) paste(vapply(strata, function(t)
  paste(apply(format(t, scientific = FALSE, trim = TRUE), 1, paste, collapse = ","), collapse = ";"), ""), collapse = "|")

total <- function(x) Reduce(`+`, as.list(x))
rows_of <- function(t) lapply(seq_len(nrow(t)), function(i) total(mp(t[i, ])))
columns_of <- function(t) rows_of(t(t))

pearson <- function(t) {
  n <- total(mp(as.vector(t))); r <- rows_of(t); c <- columns_of(t); x2 <- mp(0); g2 <- mp(0)
  for (i in seq_along(r)) for (j in seq_along(c)) {
    e <- r[[i]] * c[[j]] / n
    x2 <- x2 + (mp(t[i, j]) - e)^2 / e
    if (t[i, j] > 0) g2 <- g2 + 2 * mp(t[i, j]) * log(mp(t[i, j]) / e)
  }
  list(n = n, x2 = x2, g2 = g2, df = (nrow(t) - 1) * (ncol(t) - 1))
}

# Scores 0, 1, 2, ...
correlation <- function(t) {
  n <- total(mp(as.vector(t))); r <- rows_of(t); c <- columns_of(t)
  mu <- total(Map(`*`, r, seq_along(r))) / n; mv <- total(Map(`*`, c, seq_along(c))) / n
  suu <- total(lapply(seq_along(r), function(i) r[[i]] * (i - mu)^2))
  svv <- total(lapply(seq_along(c), function(j) c[[j]] * (j - mv)^2))
  g <- mp(0)
  for (i in seq_along(r)) for (j in seq_along(c)) g <- g + mp(t[i, j]) * (i - mu) * (j - mv)
  list(g = g, suu = suu, svv = svv, n = n, r2 = g^2 / suu / svv)
}

# Lists as matrices: mpfr has no solve.
quadratic <- function(g, v) {
  p <- length(g); sum <- mp(0); rank <- 0; done <- rep(FALSE, p)
  repeat {
    left <- which(!done)
    size <- vapply(left, function(i) asNumeric(v[[i]][[i]]), 0)
    if (length(left) == 0 || max(size) < 1e-30) return(list(value = sum, df = rank))
    k <- left[which.max(size)]; done[k] <- TRUE; rank <- rank + 1
    sum <- sum + g[[k]]^2 / v[[k]][[k]]
    for (i in which(!done)) {
      f <- v[[i]][[k]] / v[[k]][[k]]
      g[[i]] <- g[[i]] - f * g[[k]]
      for (j in seq_len(p)) v[[i]][[j]] <- v[[i]][[j]] - f * v[[k]][[j]]
    }
  }
}

generalized <- function(strata, kind) {
  r <- nrow(strata[[1]]); c <- ncol(strata[[1]])
  p <- switch(kind, GENERAL_ASSOCIATION = (r - 1) * (c - 1), ROW_MEAN_SCORES = r - 1, CORRELATION = 1)
  G <- rep(list(mp(0)), p); V <- rep(list(rep(list(mp(0)), p)), p)
  for (t in strata) {
    n <- total(mp(as.vector(t))); if (n < 2) next
    R <- rows_of(t); C <- columns_of(t)
    weights <- lapply(seq_len(p), function(a) {
      w <- matrix(0, r, c)
      if (kind == "GENERAL_ASSOCIATION") w[(a - 1) %/% (c - 1) + 1, (a - 1) %% (c - 1) + 1] <- 1
      if (kind == "ROW_MEAN_SCORES") w[a, ] <- seq_len(c)
      if (kind == "CORRELATION") w <- outer(seq_len(r), seq_len(c))
      w
    })
    cells <- expand.grid(i = seq_len(r), j = seq_len(c))
    for (a in seq_len(p)) {
      used <- which(weights[[a]] != 0)
      for (x in used) {
        i <- cells$i[x]; j <- cells$j[x]
        G[[a]] <- G[[a]] + weights[[a]][x] * (mp(t[i, j]) - R[[i]] * C[[j]] / n)
      }
      for (b in seq_len(p)) {
        sum <- mp(0)
        for (x in used) for (y in which(weights[[b]] != 0)) {
          i <- cells$i[x]; j <- cells$j[x]; k <- cells$i[y]; l <- cells$j[y]
          sum <- sum + weights[[a]][x] * weights[[b]][y] * R[[i]] * ((i == k) * n - R[[k]]) * C[[j]] * ((j == l) * n - C[[l]])
        }
        V[[a]][[b]] <- V[[a]][[b]] + sum / (n^2 * (n - 1))
      }
    }
  }
  quadratic(G, V)
}

# P(X >= x), or P(X <= x), of noncentral chi-square: Poisson weights times tails of df + 2j.
noncentral <- function(x, df, ncp, upper) {
  h <- mp(x) / 2; l <- mp(ncp) / 2
  terms <- 400 + ceiling(4 * asNumeric(l) + 4 * asNumeric(h))
  j <- mp(0:terms)
  weight <- exp(-l + j * log(l) - lgamma(j + 1))
  a <- mp(df) / 2 + j
  step <- exp(a * log(h) - h - lgamma(a + 1))
  tail <- chisq_tail(x, df) + c(mp(0), cumsum(step)[1:terms])
  if (upper) sum(weight * tail) else sum(weight * (1 - tail))
}

limit <- function(x, df, level, upper) {
  area <- tail_area(level)
  if (upper && chisq_tail(x, df) >= area) return(mp(0))
  if (!upper && 1 - chisq_tail(x, df) <= area) return(mp(0))
  f <- function(ncp) pchisq(asNumeric(x), df, ncp, lower.tail = !upper) - asNumeric(area)
  start <- uniroot(f, c(1e-9, asNumeric(x) * 3 + 100), tol = 1e-9)$root
  polish(function(ncp) log(noncentral(x, df, ncp, upper) / area), start, 1e-5)
}

# Every table of three rows and two columns. fisher.test is off by 2e-9 where thousands of paths meet.
every_table <- function(t) {
  r <- rowSums(t); c <- colSums(t); bound <- -sum(lfactorial(t)) + log1p(1e-7)
  k <- sum(lfactorial(r)) + sum(lfactorial(c)) - lfactorial(sum(t)); part <- whole <- 0
  for (x in 0:min(r[1], c[1])) {
    b <- max(0, c[1] - x - r[3]):min(r[2], c[1] - x); d <- c[1] - x - b
    w <- -(lfactorial(x) + lfactorial(r[1] - x) + lfactorial(b) + lfactorial(r[2] - b) + lfactorial(d) + lfactorial(r[3] - d))
    whole <- whole + sum(exp(w + k)); part <- part + sum(exp(w + k)[w <= bound])
  }
  part / whole
}

agree <- function(ours, theirs, what) {
  gap <- abs(asNumeric(ours) / theirs - 1)
  if (!is.na(gap) && gap > 1e-7) stop(what, ": ", format(ours, digits = 12), " and ", format(theirs, digits = 12))
}

tests <- effects <- list()
add <- function(name, strata, test, statistic, df, p, digits, source)
  tests[[length(tests) + 1]] <<- row_of(name, text_of(strata), test, statistic, df, p, digits, source)

for (name in names(tables)) {
  strata <- tables[[name]]
  if (length(strata) == 1) {
    t <- strata[[1]]; x <- pearson(t)
    agree(x$x2, suppressWarnings(chisq.test(t, correct = FALSE))$statistic, name)
    add(name, strata, "PEARSON", x$x2, x$df, chisq_tail(x$x2, x$df), 12, "closed form")
    add(name, strata, "LIKELIHOOD_RATIO", x$g2, x$df, chisq_tail(x$g2, x$df), 12, "closed form")
    k <- correlation(t)
    if (ncol(t) == 2) {
      agree(k$n * k$r2, prop.trend.test(t[, 1], rowSums(t))$statistic, name)
      add(name, strata, "COCHRAN_ARMITAGE", k$n * k$r2, 1, chisq_tail(k$n * k$r2, 1), 12, "closed form")
    }
    lbl <- (k$n - 1) * k$r2
    if (sum(t) < 1e6 && nrow(t) > 2)
      agree(lbl, statistic(lbl_test(as.table(t)))^2, paste(name, "coin"))
    add(name, strata, "LINEAR_BY_LINEAR", lbl, 1, chisq_tail(lbl, 1), 12, "closed form")
    if (name %in% c("job", "mehta_patel", "six", "dose", "race_low", "two"))
      add(name, strata, "FISHER_FREEMAN_HALTON", NA, NA, fisher.test(t, workspace = 2e7)$p.value, 10, "fisher.test")
    if (name == "thousands") {
      agree(every_table(t), fisher.test(t, workspace = 2e7)$p.value, name)
      add(name, strata, "FISHER_FREEMAN_HALTON", NA, NA, every_table(t), 11, "sum over all tables")
    }
    if (name %in% c("job", "mehta_patel", "six", "race_low", "two", "thousands")) for (level in c(0.95, 0.999)) {
      unit <- x$n * (min(dim(t)) - 1)
      effects[[length(effects) + 1]] <- row_of(name, text_of(strata), format(level), sqrt(x$x2 / unit),
        sqrt(limit(x$x2, x$df, level, TRUE) / unit), sqrt(limit(x$x2, x$df, level, FALSE) / unit), 12, "root at 200 bits")
    }
  }
  for (kind in c("GENERAL_ASSOCIATION", "ROW_MEAN_SCORES", "CORRELATION")) {
    q <- generalized(strata, kind)
    if (kind == "GENERAL_ASSOCIATION" && length(strata) > 1 && name != "sparse")
      agree(q$value, mantelhaen.test(array(unlist(strata), c(dim(strata[[1]]), length(strata))), correct = FALSE)$statistic, name)
    if (name == "job_by_sex" && kind == "GENERAL_ASSOCIATION")
      agree(q$value, statistic(cmh_test(jobsatisfaction)), "coin")
    add(name, strata, kind, q$value, q$df, chisq_tail(q$value, q$df), 12, "closed form")
  }
}

counts <- "table is a row;a row;... of counts, strata are separated by |; scores are 0, 1, 2, ..."
write_reference("crosstab.csv", "crosstab.R", c("Rmpfr", "coin"), c(counts,
  "COCHRAN_ARMITAGE has the variance with n, LINEAR_BY_LINEAR that with n - 1; df of the Mantel-Haenszel tests are the rank."),
  "data,table,test,statistic,df,p,digits,source", tests)
write_reference("cramersv.csv", "crosstab.R", "Rmpfr", c(counts,
  "The limits are those of the noncentrality at which the chi-square is in a tail of (1 - level) / 2."),
  "data,table,level,estimate,lower,upper,digits,source", effects)
