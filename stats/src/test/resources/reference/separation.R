# Separated outcomes: limits of maximum likelihood, Firth's penalized likelihood, FLIC and FLAC. Run in this folder:
# Rscript separation.R. It also writes ../data/separation.csv (invented) and ../data/endometrial.csv (from brglm2).
#
# Maximum likelihood: after enough Newton steps the deviance is at the likelihood's limit to rounding, although
# coefficients still grow; the limits are roots, by uniroot, of that deviance with one coefficient held as an offset.
# Firth: the estimates are brglm2's (type "AS_mean"); profile limits are roots of the penalized likelihood maximized by
# optim, in which the penalty is that of the whole model (Heinze and Schemper 2002).
suppressMessages(library(brglm2))

set.seed(20)
n <- 44
d <- data.frame(x = round(4 * rnorm(n)) / 4, a = rbinom(n, 1, 0.5), b = rbinom(n, 1, 0.4), g = sample(3, n, TRUE),
                w = sample(0:3, n, TRUE), o = round(rnorm(n) / 2, 2))
coin <- rbinom(n, 1, plogis(0.5 * d$x - 0.3))
d$level <- ifelse(d$g == 3, 1, coin)
d$reference <- ifelse(d$g == 1, 0, coin)
d$threshold <- as.integer(d$x > 0.35)
d$tie <- ifelse(d$x == 0.25, cumsum(d$x == 0.25) %% 2, as.integer(d$x > 0.25))
d$combination <- as.integer(d$x + d$a - 1.5 * d$b > 0.1)
d$interaction <- ifelse(d$a == 1 & d$b == 1, 0, coin)
d$one <- as.integer(seq_len(n) == which.max(d$x - d$a))
d$weighted <- ifelse(d$g == 2, as.integer(d$w > 0), coin)
d$plain <- coin
stopifnot(sum(d$x == 0.25) > 1)
data(endometrial, package = "brglm2")
write.csv(d, "../data/separation.csv", row.names = FALSE, quote = FALSE)
write.csv(endometrial, "../data/endometrial.csv", row.names = FALSE, quote = FALSE)
births <- read.csv("../data/low-birth-weight.csv")

models <- list(
  list("separation", "level ~ factor(g) + x", "", "binomial"),
  list("separation", "reference ~ factor(g) + x", "", "binomial"),
  list("separation", "threshold ~ x", "", "binomial"),
  list("separation", "tie ~ x + a", "", "binomial"),
  list("separation", "combination ~ x + a + b", "", "binomial"),
  list("separation", "interaction ~ a * b", "", "binomial"),
  list("separation", "interaction ~ a * b + x", "", "binomial"),
  list("separation", "one ~ x", "", "binomial"),
  list("separation", "weighted ~ factor(g) + x", "w", "binomial"),
  list("separation", "level ~ factor(g) + a + offset(o)", "", "binomial"),
  list("separation", "plain ~ x + a", "", "binomial"),
  list("endometrial", "HG ~ NV + PI + EH", "", "binomial"),
  list("low-birth-weight", "low ~ age + smoke + factor(race)", "", "binomial"),
  list("separation", "reference ~ factor(g) + x", "", "poisson"))
data_of <- function(name) list(separation = d, endometrial = endometrial, "low-birth-weight" = births)[[name]]

setup <- function(m) {
  data <- data_of(m[[1]])
  frame <- model.frame(as.formula(m[[2]]), data)
  X <- model.matrix(as.formula(m[[2]]), data)
  w <- if (m[[3]] == "") rep(1, nrow(data)) else data[[m[[3]]]]
  o <- model.offset(frame)
  use <- w > 0
  list(X = X[use, , drop = FALSE], y = model.response(frame)[use], w = w[use],
       o = (if (is.null(o)) rep(0, nrow(data)) else o)[use], family = get(m[[4]])())
}
# Newton's method with halved steps from 0; both links are canonical. Each step cuts what is left of a deviance that falls
# without end by e, so that 36 leave less than rounding. glm.fit itself may jump away and not come back.
quietly <- function(x) suppressWarnings(x)
run <- function(s, X, o, steps = 36) {
  beta <- rep(0, ncol(X))
  dev <- function(beta) sum(s$family$dev.resids(s$y, s$family$linkinv(as.vector(X %*% beta) + o), s$w))
  now <- dev(beta)
  for (i in seq_len(steps)) {
    mu <- s$family$linkinv(as.vector(X %*% beta) + o)
    v <- s$w * s$family$variance(mu)
    step <- qr.solve(sqrt(v) * X, s$w * (s$y - mu) / sqrt(v), tol = 1e-30)
    share <- 1
    while (share > 1e-10 && !isTRUE(dev(beta + share * step) <= now + 1e-13)) share <- share / 2
    if (share <= 1e-10) break
    beta <- beta + share * step
    now <- dev(beta)
  }
  list(coefficients = beta, deviance = now, weights = v)
}
deviance_of <- function(s, j, b) {
  rest <- s$X[, -j, drop = FALSE]
  o <- s$o + b * s$X[, j]
  if (ncol(rest) == 0) sum(s$family$dev.resids(s$y, s$family$linkinv(o), s$w)) else run(s, rest, o)$deviance
}
root <- function(loss, side, start, unit, z2 = qchisq(0.95, 1)) {
  f <- function(b) loss(b) - z2
  inner <- start
  if (f(inner) > 0) { while (f(inner) > 0) { outer <- inner; inner <- inner - side * unit } }
  else { outer <- inner + side * unit; while (f(outer) < 0) { inner <- outer; outer <- outer + side * unit } }
  uniroot(f, sort(c(inner, outer)), tol = 1e-13)$root
}
# Infinite terms, by the sign in which the estimates run away; those that stay put do not move from step 24 to 36.
ml <- function(s, name) {
  full <- run(s, s$X, s$o)
  early <- run(s, s$X, s$o, 24)
  j <- match(name, colnames(s$X))
  best <- full$deviance
  moved <- full$coefficients[j] - early$coefficients[j]
  limit <- if (abs(moved) > 0.5) sign(moved) * Inf else 0
  loss <- function(b) deviance_of(s, j, b) - best
  unit <- if (limit == 0) 1 / sd(c(0, s$X[, j])) / sqrt(length(s$y)) else 0.5 / sd(c(0, 1, s$X[, j]))
  start <- if (limit == 0) full$coefficients[j] else 0
  se <- sqrt(diag(solve(crossprod(s$X, s$X * early$weights), tol = 0))[j])
  data.frame(ml = if (limit == 0) full$coefficients[j] else limit, ml_se = if (limit == 0) se else NA,
             ml_lower = if (limit == -Inf) -Inf else root(loss, -1, start, unit),
             ml_upper = if (limit == Inf) Inf else root(loss, 1, start, unit),
             ml_lr = loss(0), ml_deviance = best)
}
penalized <- function(s, beta) {
  eta <- as.vector(s$X %*% beta) + s$o
  v <- s$w * dlogis(eta)
  value <- sum(s$w * (s$y * plogis(eta, log.p = TRUE) + (1 - s$y) * plogis(eta, lower.tail = FALSE, log.p = TRUE))) +
    0.5 * determinant(crossprod(s$X, s$X * v))$modulus[1]
  if (is.finite(value)) value else -1e10
}
firth <- function(s, name) {
  fit <- brglmFit(s$X, s$y, weights = s$w, offset = s$o, family = binomial(),
                  control = brglmControl(type = "AS_mean", epsilon = 1e-13, maxit = 10000, slowit = 0.5))
  j <- match(name, colnames(s$X))
  best <- penalized(s, fit$coefficients)
  scale <- sqrt(diag(solve(crossprod(s$X, s$X * s$w * dlogis(as.vector(s$X %*% fit$coefficients) + s$o)))))
  loss <- function(b) {
    others <- setdiff(seq_along(fit$coefficients), j)
    whole <- function(u) { beta <- fit$coefficients; beta[j] <- b; beta[others] <- beta[others] + u * scale[others]; beta }
    if (length(others) == 0) return(2 * (best - penalized(s, whole(0))))
    # A flat ridge runs through the estimate in separated data: of two starts, the better. Far out there may be several
    # peaks (see firth-peaks.py): there from starts with one coefficient halved, doubled or turned as well.
    along <- (b / fit$coefficients[j] - 1) * (fit$coefficients / scale)[others]
    u <- if (penalized(s, whole(along)) > penalized(s, whole(rep(0, length(others))))) along else rep(0, length(others))
    cost <- function(u) -penalized(s, whole(u))
    if (abs(b - fit$coefficients[j]) > 2.2 * scale[j] && length(others) > 1) {
      ray <- (b / fit$coefficients[j]) * (fit$coefficients / scale)[others]
      ends <- list(list(par = u, value = cost(u)))
      for (k in seq_along(ray)) for (by in c(0.5, 2, -1)) {
        start <- along
        start[k] <- start[k] + (by - 1) * ray[k]
        ends[[length(ends) + 1]] <- optim(start, cost, control = list(reltol = 1e-12, maxit = 1000))
      }
      u <- ends[[which.min(sapply(ends, `[[`, "value"))]]$par
    }
    for (i in 1:40) {
      before <- cost(u)
      if (i > 1 && length(u) > 1) u <- optim(u, cost, control = list(reltol = 1e-16, maxit = 2000))$par
      u <- optim(u, cost, method = "BFGS", control = list(reltol = 1e-16, maxit = 1000, ndeps = rep(1e-5, length(u))))$par
      if (i > 2 && before - cost(u) < 1e-12) break
    }
    2 * (best - penalized(s, whole(u)))
  }
  # Puhr et al. 2017: FLIC fits the intercept anew with the rest as offset; FLAC fits the rows and, as rows of half the
  # leverage with the event and half without, the penalty, with an indicator of the latter.
  eta <- as.vector(s$X %*% fit$coefficients) + s$o
  v <- s$w * dlogis(eta)
  h <- v * rowSums((s$X %*% solve(crossprod(s$X, s$X * v))) * s$X)
  tight <- glm.control(epsilon = 1e-15, maxit = 100)
  shift <- quietly(glm.fit(matrix(1, length(eta)), s$y, weights = s$w, offset = eta, family = binomial(), control = tight))
  n <- length(eta)
  more <- cbind(rbind(s$X, s$X, s$X), rep(0:1, c(n, 2 * n)))
  flac <- quietly(glm.fit(more, c(s$y, rep(0:1, each = n)), weights = c(s$w, h / 2, h / 2), offset = rep(s$o, 3),
                          family = binomial(), control = tight))$coefficients[j]
  data.frame(flic = fit$coefficients[j] + (name == "(Intercept)") * shift$coefficients, flac = flac,
             firth = fit$coefficients[j], firth_se = scale[j], firth_lower = root(loss, -1, fit$coefficients[j], scale[j]),
             firth_upper = root(loss, 1, fit$coefficients[j], scale[j]), firth_lr = loss(0), firth_penalized = best)
}
term_of <- function(name) gsub("factor\\((.*?)\\)([0-9])", "\\1[\\2]", name)
rows <- do.call(rbind, lapply(models, function(m) {
  s <- setup(m)
  do.call(rbind, lapply(colnames(s$X), function(name) {
    none <- data.frame(flic = NA, flac = NA, firth = NA, firth_se = NA, firth_lower = NA, firth_upper = NA, firth_lr = NA, firth_penalized = NA)
    data.frame(data = m[[1]], model = m[[2]], weights = m[[3]], family = m[[4]], term = term_of(name), digits = 6,
               ml(s, name), if (m[[4]] == "binomial") firth(s, name) else none)
  }))
}))
numbers <- names(rows)[-(1:6)]
rows[numbers] <- lapply(rows[numbers], function(x) trimws(formatC(x, digits = 12, format = "g")))
file <- file("separation.csv", "w")
writeLines(c(sprintf("# R %s.%s (brglm2 %s), written by separation.R", R.version$major, R.version$minor, packageVersion("brglm2")),
  "# Level 0.95, profile limits, coefficients on the scale of the linear predictor. lr are likelihood-ratio chi-squares of 0."), file)
write.csv(rows, file, row.names = FALSE, quote = c(2, 5))
close(file)
