# Standardized means, their ratio and difference, and average marginal effects, with delta-method errors.
# Run in this folder: Rscript effects.R [data folder]
#
# Gradients are exact: of a mean of means it is the mean of mu'(eta) x. For a derivative with respect to a number the model
# matrix is linear in it here, so that x(number + 1) - x(number) is the derivative of each column.
source("fitted-models.R")

second <- list(logit = function(eta) { p <- plogis(eta); p * (1 - p) * (1 - 2 * p) }, log = exp, identity = function(eta) 0 * eta)

se <- function(gradient, fit) sqrt(drop(gradient %*% vcov(fit) %*% gradient))

standardized <- function(fit, data, exposure, level) {
  if (is.factor(data[[exposure]])) data[[exposure]][] <- level else data[[exposure]] <- as.numeric(level)
  X <- model.matrix(delete.response(terms(fit)), data, xlev = fit$xlevels)
  eta <- drop(X %*% coef(fit))
  list(mean = mean(fit$family$linkinv(eta)), gradient = colMeans(fit$family$mu.eta(eta) * X))
}

effect_row <- function(id, exposure, unexposed, exposed) {
  fit <- fit_model(specs[[id]])
  data <- read_model_data(specs[[id]])
  a <- standardized(fit, data, exposure, unexposed)
  b <- standardized(fit, data, exposure, exposed)
  q <- if (fit$family$family == "gaussian") qt(0.975, fit$df.residual) else qnorm(0.975)
  link <- fit$family$linkfun; back <- fit$family$linkinv
  half <- q * se(b$gradient, fit) / fit$family$mu.eta(link(b$mean))
  ratio_se <- se(b$gradient / b$mean - a$gradient / a$mean, fit)
  difference_se <- se(b$gradient - a$gradient, fit)
  paste(c(described(id), exposure, unexposed, exposed, number(c(a$mean, b$mean, back(link(b$mean) - half),
    back(link(b$mean) + half), b$mean / a$mean, exp(log(b$mean / a$mean) + c(-q, q) * ratio_se), b$mean - a$mean,
    b$mean - a$mean + c(-q, q) * difference_se)), 9), collapse = ",")
}

marginal_row <- function(id, variable) {
  fit <- fit_model(specs[[id]])
  data <- read_model_data(specs[[id]])
  X <- model.matrix(fit)
  data[[variable]] <- data[[variable]] + 1
  D <- model.matrix(delete.response(terms(fit)), data, xlev = fit$xlevels) - X
  eta <- drop(X %*% coef(fit)); slope <- drop(D %*% coef(fit))
  gradient <- colMeans(second[[fit$family$link]](eta) * slope * X + fit$family$mu.eta(eta) * D)
  paste(c(described(id), variable, number(c(mean(fit$family$mu.eta(eta) * slope), se(gradient, fit))), 8), collapse = ",")
}

write_rows("effects.csv", "effects.R",
  "Level 0.95; means on the scale of the link, ratios on the log scale; linear models by t.",
  paste0(described_names, ",exposure,unexposed,exposed,mean0,mean1,mean1_lower,mean1_upper,ratio,ratio_lower,ratio_upper,",
         "difference,difference_lower,difference_upper,digits"),
  c(effect_row("births-logistic", "smoke", "0", "1"), effect_row("births-logistic", "race", "1", "3"),
    effect_row("births-logistic", "age", "20", "30"), effect_row("births-interaction", "smoke", "0", "1"),
    effect_row("births-log-binomial", "smoke", "0", "1"), effect_row("births-poisson", "smoke", "0", "1"),
    effect_row("births-linear", "smoke", "0", "1"), effect_row("sleep-weighted", "leg_jerks", "never", "frequent")))

write_rows("marginal-effects.csv", "effects.R", "The mean of the derivative, and its delta-method error.",
  paste0(described_names, ",term,estimate,std_error,digits"),
  c(marginal_row("births-logistic", "age"), marginal_row("births-logistic", "lwt"), marginal_row("births-interaction", "age"),
    marginal_row("births-poisson", "age"), marginal_row("births-linear", "lwt")))

# Limits of resampled values by boot's rules: values on a skewed grid, with influence values that do not need a model.
suppressMessages(library(boot))
grid <- function(n, shift) { u <- (seq_len(n) - 0.5) / n; exp(qnorm(u) / 2) + shift * u^2 }
resampling_row <- function(n, shift, estimate, m) {
  values <- grid(n, shift)
  influence <- grid(m, 0) - mean(grid(m, 0))
  made <- list(t0 = estimate, t = matrix(values), R = n)
  percentile <- boot:::perc.ci(values, c(0.90, 0.95), function(t) t)
  acceleration <- sum(influence^3) / (6 * sum(influence^2)^1.5)
  bca <- boot:::bca.ci(structure(list(t0 = estimate, t = matrix(values), R = n), class = "boot"), c(0.90, 0.95), 1,
                       t = values, t0 = estimate, h = function(t) t, hdot = function(t) 1, hinv = function(t) t,
                       L = influence)
  vapply(1:2, function(k) paste(c(n, shift, number(c(estimate, acceleration, c(0.90, 0.95)[k], percentile[k, 4:5],
    bca[k, 4:5])), 8), collapse = ","), "")
}
write_rows("resampling.csv", "effects.R", paste0("boot ", packageVersion("boot"), "; values exp(z(u) / 2) + shift u^2 on a grid of n."),
  "n,shift,estimate,acceleration,level,percentile_lower,percentile_upper,bca_lower,bca_upper,digits",
  c(resampling_row(999, 0, 1.01, 50), resampling_row(200, 0.5, 1.3, 20), resampling_row(57, 0, 0.9, 12)))
