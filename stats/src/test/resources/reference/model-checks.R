# Checks of fits: ROC curve, Brier score, calibration, Hosmer-Lemeshow, pseudo R2, VIF, link test, Box-Tidwell.
# Run in this folder: Rscript model-checks.R [data folder]
source("fitted-models.R")
suppressMessages({library(pROC); library(car)})

roc_rows <- function(y, p) {
  r <- roc(y, p, direction = "<", quiet = TRUE)
  ci <- ci.auc(r, method = "delong")
  c(auc = as.numeric(auc(r)), auc_se = sqrt(var(r, method = "delong")), auc_lower = ci[1], auc_upper = ci[3])
}

# People of one covariate pattern have one risk; rounding in glm makes several of it.
hosmer_lemeshow <- function(y, p, lost) {
  p <- signif(p, 12)
  cuts <- unique(quantile(p, seq(0, 1, 0.1)))
  g <- cut(p, cuts, include.lowest = TRUE)
  n <- tapply(y, g, length); o <- tapply(y, g, sum); e <- tapply(p, g, sum)
  kept <- !is.na(n); n <- n[kept]; o <- o[kept]; e <- e[kept]
  x <- sum((o - e)^2 / (e * (1 - e / n)))
  c(hl = x, hl_df = length(n) - lost, hl_p = pchisq(x, length(n) - lost, lower.tail = FALSE))
}

risk_rows <- function(y, p, lost) {
  z <- sum((y - p) * (1 - 2 * p)) / sqrt(sum((1 - 2 * p)^2 * p * (1 - p)))
  lp <- qlogis(p)
  a <- converged(function(from) glm(y ~ 1 + offset(lp), binomial, control = tight, start = from))
  b <- converged(function(from) glm(y ~ lp, binomial, control = tight, start = from))
  c(brier = mean((y - p)^2), brier_scaled = 1 - mean((y - p)^2) / (mean(y) * (1 - mean(y))), spiegelhalter = z,
    intercept = unname(coef(a)), intercept_se = unname(sqrt(vcov(a))),
    slope = unname(coef(b)[2]), slope_se = sqrt(vcov(b)[2, 2]), hosmer_lemeshow(y, p, lost))
}

smooth_rows <- function(y, p) {
  smooth <- loess(y ~ p, degree = 1, span = 2 / 3, surface = "direct")
  at <- sort(unique(p))
  at <- at[c(1, floor(length(at) / 2), length(at))]
  setNames(predict(smooth, data.frame(p = at)), c("smooth_first", "smooth_middle", "smooth_last"))
}

refit <- function(fit, formula, data) {
  start <- if (fit$family$link == "log" && fit$family$family == "binomial")
    c(log(mean(fit$y)), rep(0, ncol(model.matrix(formula, data)) - 1))
  converged(function(from) glm(formula, fit$family, data, control = tight, start = from), start)
}

check_rows <- function(id) {
  spec <- specs[[id]]
  fit <- fit_model(spec)
  data <- read_model_data(spec)
  y <- fit$y; p <- fitted(fit)
  outcome <- all.vars(spec[[3]])[1]
  values <- c()
  if (all(y %in% 0:1) && spec[[2]] != "Poisson") {
    values <- c(values, roc_rows(y, p), risk_rows(y, p, 2), tjur = mean(p[y == 1]) - mean(p[y == 0]),
                epv = min(sum(y), sum(1 - y)) / (length(coef(fit)) - 1))
    if (nrow(data) < 1000) values <- c(values, smooth_rows(y, p))
  }
  if (spec[[2]] != "linear") {
    ll <- as.numeric(logLik(fit)); l0 <- ll - (fit$null.deviance - fit$deviance) / 2; n <- nrow(data)
    values <- c(values, mcfadden = 1 - ll / l0, cox_snell = 1 - exp(-2 * (ll - l0) / n),
                nagelkerke = (1 - exp(-2 * (ll - l0) / n)) / (1 - exp(2 * l0 / n)))
  }
  data$.hat <- fit$linear.predictors
  data$.square <- data$.hat^2
  link <- summary(refit(fit, reformulate(c(".hat", ".square"), outcome), data))$coefficients
  values <- c(values, link = link[3, 3])
  for (x in intersect(c("age", "lwt"), attr(terms(spec[[3]]), "term.labels"))) {
    bent <- intersect(c("age", "lwt"), attr(terms(spec[[3]]), "term.labels"))
    for (b in bent) data[[paste0(".log.", b)]] <- data[[b]] * log(data[[b]])
    table <- summary(refit(fit, update(spec[[3]], reformulate(c(".", paste0(".log.", bent)))), data))$coefficients
    values <- c(values, setNames(table[paste0(".log.", x), 3], paste0("box_tidwell:", x)))
  }
  inflation <- suppressMessages(vif(fit))
  if (is.matrix(inflation)) inflation <- inflation[, 1]
  values <- c(values, setNames(inflation, paste0("vif:", names(inflation))))
  lines_of(id, values)
}

# The intercept of a logistic fit in its own rows is 0 but for rounding, and left to a test of its own.
lines_of <- function(id, values) {
  values <- values[abs(values) > 1e-6]
  vapply(names(values), function(q) {
    digits <- if (grepl("smooth", q)) 7 else 8
    paste(c(described(id), q, number(values[[q]]), digits), collapse = ",")
  }, "")
}

# A fit to every other row, checked in the rows between.
external_rows <- function(id) {
  spec <- specs[[id]]
  data <- read_model_data(spec)
  fit <- converged(function(from) glm(spec[[3]], binomial, data[data$.row %% 2 == 1, ], control = tight, start = from))
  new <- data[data$.row %% 2 == 0, ]
  p <- predict(fit, new, type = "response")
  values <- c(roc_rows(new$low, p), risk_rows(new$low, p, 0))
  names(values) <- paste0("external_", names(values))
  lines_of(id, values)
}

comparison_rows <- function() {
  a <- fit_model(specs[["births-logistic"]]); b <- fit_model(specs[["births-interaction"]])
  test <- roc.test(roc(a$y, fitted(a), quiet = TRUE, direction = "<"), roc(b$y, fitted(b), quiet = TRUE, direction = "<"),
                   method = "delong", paired = TRUE)
  lines_of("births-logistic", c("compare:births-interaction" = unname(test$statistic)))
}

write_rows("model-checks.csv", "model-checks.R",
  c(paste0("pROC ", packageVersion("pROC"), ", car ", packageVersion("car"), "; limits at level 0.95."),
    "Hosmer-Lemeshow groups end at type 7 quantiles; link and box_tidwell are z or t statistics."),
  paste0(described_names, ",quantity,value,digits"),
  c(unlist(lapply(names(specs), check_rows)), external_rows("births-logistic"), comparison_rows()))
