# Regression: logistic, Poisson, log-binomial and linear. Run in this folder: Rscript logistic.R [data folder]
#
# glm finds a start; Newton steps at 200 bits finish the fit, so that the standard errors are those at the final
# estimate. A profile limit and the other coefficients at it are one system of equations (Venzon and Moolgavkar
# 1988), also solved by Newton steps; the spline of confint is only their start.
source("numeric.R")
suppressMessages(library(MASS))

arguments <- commandArgs(trailingOnly = TRUE)
data_folder <- if (length(arguments) > 0) arguments[1] else "../data"
read_data <- function(name) read.csv(file.path(data_folder, paste0(name, ".csv")))

tight <- glm.control(epsilon = 1e-15, maxit = 100)
level <- 0.95

# Solves A x = b by Gaussian elimination with pivoting; b may have many columns. R's solve knows no mpfr.
solve_mp <- function(A, b) {
  p <- nrow(A)
  M <- cbind(A, b)
  for (i in seq_len(p)) {
    pivot <- i - 1 + which.max(asNumeric(abs(M[i:p, i])))
    if (pivot != i) M[c(i, pivot), ] <- M[c(pivot, i), ]
    M[i, ] <- M[i, ] / M[i, i]
    for (j in setdiff(seq_len(p), i)) M[j, ] <- M[j, ] - M[j, i] * M[i, ]
  }
  M[, -seq_len(p), drop = FALSE]
}

mp_matrix <- function(x) mpfr(as.matrix(x), bits)
column <- function(x) { dim(x) <- c(length(x), 1); x }

# Per row at the linear predictor: log likelihood, its first derivative and minus its second one.
families <- list(
  binomial = function(y, eta) {
    mu <- 1 / (1 + exp(-eta))
    list(l = y * log(mu) + (1 - y) * log1p(-mu), d = y - mu, w = mu * (1 - mu))
  },
  poisson = function(y, eta) {
    mu <- exp(eta)
    list(l = y * eta - mu - lgamma(y + 1), d = y - mu, w = mu)
  },
  "log-binomial" = function(y, eta) {
    mu <- exp(eta)
    list(l = y * eta + (1 - y) * log1p(-mu), d = (y - mu) / (1 - mu), w = (1 - y) * mu / (1 - mu)^2)
  })
links <- list(binomial = binomial(), poisson = poisson(), "log-binomial" = binomial("log"))

at <- function(model, beta) {
  r <- families[[model$family]](model$y, as.vector(model$X %*% column(beta)) + model$offset)
  list(ll = sum(model$w * r$l), score = as.vector(crossprod(model$X, column(model$w * r$d))),
       information = crossprod(model$X, model$X * (model$w * r$w)))
}

newton <- function(beta, step_at) {
  for (i in 1:12) {
    step <- step_at(beta)
    beta <- beta + step
    if (max(abs(step)) < 1e-35) return(beta)
  }
  stop("no convergence")
}

profile_limit <- function(model, fit, j, start) {
  # the other coefficients start where the quadratic approximation puts them
  beta <- fit$beta + as.vector(fit$covariance[, j]) / fit$covariance[j, j] * (start - fit$beta[j])
  drop <- z_quantile(level)^2 / 2
  limit <- newton(beta, function(beta) {
    here <- at(model, beta)
    gap <- here$score
    gap[j] <- here$ll - (fit$ll - drop)
    jacobian <- -here$information
    jacobian[j, ] <- here$score
    as.vector(solve_mp(jacobian, column(-gap)))
  })[j]
  if (abs(limit - start) > 0.1 * fit$se[j]) stop("another root than that of the profile")
  limit
}

# Names as the library prints them: race[2], smoke:race[2].
term_names <- function(terms, factors) {
  for (f in names(factors)) for (l in factors[[f]]) {
    terms <- gsub(paste0(f, l), paste0(f, "[", l, "]"), terms, fixed = TRUE)
  }
  terms
}

as_factors <- function(data, factors) {
  for (f in names(factors)) data[[f]] <- factor(data[[f]], levels = factors[[f]])
  data
}

describe <- function(factors)
  paste(vapply(names(factors), function(f) paste0(f, "=", paste(factors[[f]], collapse = "|")), ""), collapse = ";")

fit_model <- function(spec) {
  data <- as_factors(read_data(spec$data), spec$factors)
  data$.w <- if (is.null(spec$weights)) 1 else data[[spec$weights]]
  start <- glm(as.formula(spec$formula), links[[spec$family]], data, weights = .w, control = tight)
  offset <- if (is.null(start$offset)) rep(0, nrow(data)) else start$offset
  if (!is.null(spec$offset)) offset <- log(mp(data[[spec$offset]]))
  model <- list(family = spec$family, X = mp_matrix(model.matrix(start)), y = mp(unname(start$y)),
                w = mp(data$.w), offset = mp(offset))
  beta <- newton(mp(unname(coef(start))), function(beta) {
    here <- at(model, beta)
    as.vector(solve_mp(here$information, column(here$score)))
  })
  here <- at(model, beta)
  covariance <- solve_mp(here$information, mp_matrix(diag(length(beta))))
  list(model = model, start = start, beta = beta, ll = here$ll, covariance = covariance,
       se = sqrt(covariance[cbind(seq_along(beta), seq_along(beta))]),
       terms = term_names(names(coef(start)), spec$factors))
}

saturated <- function(spec, y, w) {
  if (spec$family == "poisson") sum((w * (y * log(y) - y - lgamma(y + 1)))[y > 0]) else mp(0)
}

term_rows <- function(id, spec, fit) {
  z <- z_quantile(level)
  spline <- suppressMessages(rbind(confint(fit$start)))
  vapply(seq_along(fit$beta), function(j) {
    b <- fit$beta[j]; se <- fit$se[j]
    row_of(id, spec$data, spec$formula, describe(spec$factors), if (is.null(spec$weights)) "" else spec$weights,
      fit$terms[j], b, se, b - z * se, b + z * se, profile_limit(fit$model, fit, j, spline[j, 1]),
      profile_limit(fit$model, fit, j, spline[j, 2]), 2 * normal_tail(abs(b / se)),
      min(12, floor(15 - 2 * log10(asNumeric(abs(b / se))))))  # a p-value loses digits as z grows
  }, "")
}

# glm counts rows: a file of counts has as many as lines, and as many as people once expanded.
glance_row <- function(id, spec, fit, n) {
  p <- length(fit$beta)
  row_of(id, spec$formula, n, n - p, fit$start$null.deviance, 2 * (saturated(spec, fit$model$y, fit$model$w) - fit$ll),
    fit$ll, 2 * p - 2 * fit$ll, p * log(mp(n)) - 2 * fit$ll, 12)
}

births <- list(race = 1:3)
sleep <- list(leg_jerks = c("never", "infrequent", "frequent"), age_band = c("16-39", "40-59", "60+"),
              sex = c("female", "male"), cycle = c("2005-2006", "2007-2008"))
spec <- function(data, formula, factors = list(), weights = NULL, offset = NULL, family = "binomial")
  list(data = data, formula = formula, factors = factors, weights = weights, offset = offset, family = family)

logistic <- list(
  "births-hosmer" = spec("low-birth-weight", "low ~ age + lwt + race + ftv", births),
  "births-age-smoke" = spec("low-birth-weight", "low ~ age + smoke"),
  "births-interaction" = spec("low-birth-weight", "low ~ smoke * race + lwt", births),
  "births-no-intercept" = spec("low-birth-weight", "low ~ lwt - 1"),
  "births-offset" = spec("low-birth-weight", "low ~ age + offset(log(lwt))", offset = "lwt"),
  "dialysis-type" = spec("dialysis-catheter", "delta ~ type", list(type = 1:2)),
  "dialysis-type-time" = spec("dialysis-catheter", "delta ~ type + time"),
  "sleep-adjusted" = spec("sleep-survey-grouped", "insomnia_symptom ~ leg_jerks + age_band + sex + cycle", sleep, "n"),
  "sleep-crude" = spec("sleep-survey-grouped", "insomnia_symptom ~ leg_jerks", sleep[1], "n"))
others <- list(
  poisson = list("births-poisson" = spec("low-birth-weight", "low ~ smoke + age", family = "poisson")),
  "log-binomial" = list("births-log-binomial" = spec("low-birth-weight", "low ~ smoke", family = "log-binomial")))

term_columns <- paste("model,data,formula,factors,weights,term,estimate,std_error,wald_lower,wald_upper",
                      "profile_lower,profile_upper,p_wald,digits", sep = ",")
glance_columns <- "model,formula,nobs,df_residual,null_deviance,deviance,logLik,AIC,BIC,digits"
term_notes <- c("Level 0.95, on the scale of the linear predictor. Standard errors are at the final estimate, from the information there;",
  "profile limits are roots of the likelihood ratio. factors gives the levels, the reference first; weights are counts.")

fits <- list()
for (file in c("logistic", names(others))) {
  specs <- if (file == "logistic") logistic else others[[file]]
  terms <- glances <- list()
  for (id in names(specs)) {
    fit <- fits[[id]] <- fit_model(specs[[id]])
    terms[[id]] <- term_rows(id, specs[[id]], fit)
    glances[[id]] <- glance_row(id, specs[[id]], fit, nrow(fit$model$X))
    if (!is.null(specs[[id]]$weights)) {
      expanded <- paste0(id, "-expanded")
      glances[[expanded]] <- glance_row(expanded, specs[[id]], fit, asNumeric(sum(fit$model$w)))
    }
  }
  write_reference(paste0(file, ".csv"), "logistic.R", c("Rmpfr", "MASS"), term_notes, term_columns, terms)
  write_reference(paste0(file, "-glance.csv"), "logistic.R", c("Rmpfr", "MASS"), c(
    "nobs is the number of rows, as glm counts; the models named -expanded have the same rows repeated by their weights."),
    glance_columns, glances)
}

# ---- robust standard errors: HC0 to HC3 as sandwich::vcovHC, and HC0 times n / (n - 1), which is Stata's

robust <- list()
for (id in c("births-age-smoke", "births-hosmer", "births-poisson")) {
  fit <- fits[[id]]; X <- fit$model$X; n <- nrow(X)
  here <- families[[fit$model$family]](fit$model$y, as.vector(X %*% column(fit$beta)) + fit$model$offset)
  leverage <- here$w * as.vector(((X %*% fit$covariance) * X) %*% column(rep(mp(1), ncol(X))))
  squares <- list(HC0 = here$d^2, HC1 = here$d^2 * n / (n - ncol(X)), HC2 = here$d^2 / (1 - leverage),
                  HC3 = (here$d / (1 - leverage))^2, STATA = here$d^2 * n / (n - 1))
  for (type in names(squares)) {
    v <- fit$covariance %*% crossprod(X, X * squares[[type]]) %*% fit$covariance
    for (j in seq_len(ncol(X))) {
      robust[[length(robust) + 1]] <- row_of(id, fit$model$family, c(logistic, others$poisson)[[id]]$formula,
        fit$terms[j], type, sqrt(v[j, j]), 12)
    }
  }
}
write_reference("robust.csv", "logistic.R", "Rmpfr", "STATA is HC0 with the factor n / (n - 1) on the variance.",
  "model,family,formula,term,type,std_error,digits", robust)

# ---- likelihood-ratio tests

pairs <- list(
  list("low-birth-weight", "low ~ 1", "low ~ age + smoke", list(), NULL),
  list("low-birth-weight", "low ~ age", "low ~ age + smoke", list(), NULL),
  list("low-birth-weight", "low ~ age + lwt + ftv", "low ~ age + lwt + race + ftv", births, NULL),
  list("low-birth-weight", "low ~ smoke + race + lwt", "low ~ smoke * race + lwt", births, NULL),
  list("dialysis-catheter", "delta ~ 1", "delta ~ type", list(type = 1:2), NULL),
  list("sleep-survey-grouped", "insomnia_symptom ~ leg_jerks", "insomnia_symptom ~ leg_jerks + age_band + sex + cycle", sleep, "n"),
  list("sleep-survey-grouped", "insomnia_symptom ~ age_band + sex + cycle",
       "insomnia_symptom ~ leg_jerks + age_band + sex + cycle", sleep, "n"))
rows <- lapply(pairs, function(pair) {
  small <- fit_model(spec(pair[[1]], pair[[2]], pair[[4]], pair[[5]]))
  large <- fit_model(spec(pair[[1]], pair[[3]], pair[[4]], pair[[5]]))
  statistic <- 2 * (large$ll - small$ll); df <- length(large$beta) - length(small$beta)
  row_of(pair[[1]], describe(pair[[4]]), if (is.null(pair[[5]])) "" else pair[[5]], pair[[2]], pair[[3]],
    statistic, df, chisq_tail(statistic, df), 11)
})
write_reference("lrt.csv", "logistic.R", "Rmpfr", "Logistic models; the statistic is twice the difference of the log likelihoods.",
  "data,factors,weights,model0,model1,statistic,df,p,digits", rows)

# ---- linear

t_tail <- function(t, df) beta_cdf(df / (df + t^2), mp(df) / 2, 0.5) / 2

linear <- list("births-linear" = spec("low-birth-weight", "bwt ~ smoke + age"),
               "births-linear-race" = spec("low-birth-weight", "bwt ~ lwt + race", births))
terms <- glances <- list()
for (id in names(linear)) {
  model <- linear[[id]]
  start <- lm(as.formula(model$formula), as_factors(read_data(model$data), model$factors))
  X <- mp_matrix(model.matrix(start)); y <- column(mp(unname(model.response(model.frame(start)))))
  n <- nrow(X); p <- ncol(X); df <- n - p
  inverse <- solve_mp(crossprod(X, X), mp_matrix(diag(p)))
  beta <- inverse %*% crossprod(X, y)
  rss <- sum((y - X %*% beta)^2); tss <- sum((y - sum(y) / n)^2)
  quantile <- polish(function(t) t_tail(t, df) - tail_area(level), qt(0.975, df))
  labels <- term_names(names(coef(start)), model$factors)
  for (j in seq_len(p)) {
    b <- beta[j]; se <- sqrt(inverse[j, j] * rss / df)
    terms[[length(terms) + 1]] <- row_of(id, model$data, model$formula, describe(model$factors), labels[j], b, se, b / se,
      b - quantile * se, b + quantile * se, 2 * t_tail(abs(b / se), df), 12)
  }
  ll <- -mp(n) / 2 * (log(2 * Const("pi", bits) * rss / n) + 1)
  glances[[id]] <- row_of(id, model$formula, n, df, tss, rss, sqrt(rss / df), 1 - rss / tss, ll,
    2 * (p + 1) - 2 * ll, (p + 1) * log(mp(n)) - 2 * ll, 12)
}
write_reference("linear.csv", "logistic.R", "Rmpfr", "Level 0.95; residual variance on df_residual, t limits.",
  "model,data,formula,factors,term,estimate,std_error,statistic,lower,upper,p,digits", terms)
write_reference("linear-glance.csv", "logistic.R", "Rmpfr", "AIC and BIC count the variance as a parameter.",
  "model,formula,nobs,df_residual,null_deviance,deviance,sigma,r_squared,logLik,AIC,BIC,digits", glances)
