# Robust errors by cluster, weights, modified Poisson and risk differences. Run in this folder: Rscript models.R
#
# Covariances are those of sandwich and survey at fits of glm that are run until nothing changes any more.
source("writing.R")
suppressMessages({library(sandwich); library(survey)})

births <- read.csv("../data/low-birth-weight.csv")
births$w <- births$lwt / 100
tight <- glm.control(epsilon = 1e-16, maxit = 200)

# glm keeps the weights of the step before the last; a second run from the first one's end has them at the end.
fit_glm <- function(formula, family, weights = rep(1, nrow(births))) {
  data <- cbind(births, .w = weights)
  start <- if (family$link == "identity" && family$family == "binomial") c(0.3, rep(0, 2)) else NULL
  first <- suppressWarnings(glm(formula, family, data, weights = .w, start = start, control = tight))
  suppressWarnings(glm(formula, family, data, weights = .w, start = coef(first), control = tight))
}

rows <- list()
add <- function(id, model, formula, weights, errors, fit, v, df, digits = 10) {
  b <- coef(fit); se <- sqrt(diag(v))
  for (j in seq_along(b)) {
    t <- b[j] / se[j]
    p <- if (is.na(df)) 2 * pnorm(-abs(t)) else 2 * pt(-abs(t), df)
    q <- if (is.na(df)) qnorm(0.975) else qt(0.975, df)
    rows[[length(rows) + 1]] <<- row_of(id, model, formula, weights, errors, names(b)[j], b[j], se[j], p,
      b[j] - q * se[j], b[j] + q * se[j], digits)
  }
}

f <- low ~ smoke + lwt
text <- "low ~ smoke + lwt"
logit <- fit_glm(f, binomial())
linear <- lm(bwt ~ smoke + lwt, births)
ages <- length(unique(births$age)); n <- nrow(births); k <- 3
add("logit-stata", "logistic", text, "", "cluster:age:STATA", logit, vcovCL(logit, births$age), NA)
add("logit-sandwich", "logistic", text, "", "cluster:age:SANDWICH", logit, vcovCL(logit, births$age), NA)
add("logit-none", "logistic", text, "", "cluster:age:NONE", logit, vcovCL(logit, births$age, cadjust = FALSE), NA)
add("linear-stata", "linear", "bwt ~ smoke + lwt", "", "cluster:age:STATA", linear, vcovCL(linear, births$age), ages - 1)
add("linear-sandwich", "linear", "bwt ~ smoke + lwt", "", "cluster:age:SANDWICH", linear, vcovCL(linear, births$age), n - k)
add("linear-none", "linear", "bwt ~ smoke + lwt", "", "cluster:age:NONE", linear,
  vcovCL(linear, births$age, type = "HC0", cadjust = FALSE), NA)
for (type in c("HC0", "HC1", "HC2", "HC3"))
  add(paste0("linear-", type), "linear", "bwt ~ smoke + lwt", "", type, linear, vcovHC(linear, type), n - k)

poisson <- fit_glm(f, stats::poisson())
add("poisson-robust", "poisson-robust", text, "", "HC0", poisson, sandwich(poisson), NA)
add("poisson-robust-stata", "poisson-robust", text, "", "STATA", poisson, sandwich(poisson) * n / (n - 1), NA)
# With lwt the maximum lies where a risk is 0.
difference <- fit_glm(low ~ smoke + ui, binomial("identity"))
add("risk-difference", "risk-difference", "low ~ smoke + ui", "", "MODEL", difference, vcov(difference), NA)
add("risk-difference-HC3", "risk-difference", "low ~ smoke + ui", "", "HC3", difference, vcovHC(difference, "HC3"), NA)

# Probability weights: survey's linearized variance, each row its own unit, has Stata's n / (n - 1).
design <- svydesign(~1, weights = ~w, data = births)
for (family in list(binomial(), quasipoisson(), gaussian())) {
  model <- c(binomial = "logistic", quasipoisson = "poisson-robust", gaussian = "linear")[family$family]
  outcome <- if (model == "linear") bwt ~ smoke + lwt else f
  first <- svyglm(outcome, design, family = family, control = tight)
  weighted <- svyglm(outcome, design, family = family, control = tight, start = coef(first))
  v <- vcov(weighted)
  if (model == "linear") v <- v * (n - 1) / (n - k)  # Stata's regress has n / (n - k)
  add(paste0("probability-", model), model, deparse(outcome), "probability:w", "STATA", weighted, v,
    if (model == "linear") n - k else NA, 9)
}

precision <- lm(bwt ~ smoke + lwt, births, weights = w)
add("precision", "linear", "bwt ~ smoke + lwt", "precision:w", "MODEL", precision, vcov(precision), n - k)
add("precision-HC3", "linear", "bwt ~ smoke + lwt", "precision:w", "HC3", precision, vcovHC(precision, "HC3"), n - k)

# glm circles the maximum of these log-binomial models. Newton's method by the observed information goes there; errors
# are from the expected information.
newton <- function(formula) {
  X <- model.matrix(formula, births); y <- births$low
  at <- function(b) { m <- exp(as.vector(X %*% b)); if (any(m >= 1)) -Inf else sum(ifelse(y == 1, log(m), log1p(-m))) }
  b <- c(log(mean(y)), rep(0, ncol(X) - 1))
  for (i in 1:100) {
    m <- exp(as.vector(X %*% b))
    step <- solve(crossprod(X, X * ifelse(y == 1, 0, m / (1 - m)^2)), crossprod(X, ifelse(y == 1, 1, -m / (1 - m))))
    s <- 1
    while (at(b + s * step) < at(b) && s > 1e-10) s <- s / 2
    if (s > 1e-10) b <- b + s * step
  }
  m <- exp(as.vector(X %*% b))
  list(coefficients = setNames(as.vector(b), colnames(X)), v = solve(crossprod(X, X * (m / (1 - m)))))
}
for (text in c("low ~ ptl", "low ~ lwt + smoke + ptl + ht + ui", "low ~ ptl * lwt")) {
  found <- newton(as.formula(text))
  add(paste("newton", text), "log-binomial", text, "", "MODEL", found, found$v, NA, 9)
}

write_reference("models.csv", "models.R", c("sandwich", "survey"),
  c("w is lwt / 100. Level 0.95; t in linear models, but normal without a small-sample factor."),
  "id,model,formula,weights,errors,term,estimate,std_error,p,lower,upper,digits", rows)
write_reference("precision.csv", "models.R", "stats", "The summary of the linear model with precision weights.",
  "nobs,deviance,logLik,AIC,BIC,digits",
  list(row_of(n, deviance(precision), as.numeric(logLik(precision)), AIC(precision), BIC(precision), 12)))
