# Residuals, leverage, influence and predictions of the rows of a fit. Run in this folder:
# Rscript fitted-rows.R [data folder]
#
# R's dfbeta of a glm takes deviance residuals for the working ones; the one-step formula of Pregibon (1981) is used here.
source("fitted-models.R")

row_lines <- function(id) {
  spec <- specs[[id]]
  fit <- fit_model(spec)
  data <- read_model_data(spec)
  X <- model.matrix(fit)
  w <- fit$weights
  slope <- fit$family$mu.eta(fit$linear.predictors)
  inverse <- summary(fit)$cov.unscaled
  h <- hatvalues(fit)
  move <- (X %*% inverse) * (w / slope * (fit$y - fitted(fit)) / (1 - h))
  if (spec[[2]] == "linear") stopifnot(max(abs(move - dfbeta(fit))) < 1e-9)
  link <- predict(fit, se.fit = TRUE)
  q <- if (spec[[2]] == "linear") qt(0.975, fit$df.residual) else qnorm(0.975)
  linkinv <- fit$family$linkinv
  upper <- linkinv(link$fit + q * link$se.fit)
  if (spec[[2]] == "log-binomial") upper <- pmin(1, upper)
  rows <- match(unique(data$.row), data$.row)
  rows <- rows[seq(1, length(rows), length.out = min(16, length(rows)))]
  vapply(rows, function(i) paste(c(described(id), data$.row[i], number(c(fitted(fit)[i],
    predict(fit, type = "response", se.fit = TRUE)$se.fit[i], linkinv(link$fit[i] - q * link$se.fit[i]), upper[i],
    residuals(fit, "response")[i], residuals(fit, "pearson")[i], residuals(fit, "deviance")[i],
    rstandard(fit, type = "pearson")[i], rstandard(fit, type = "deviance")[i], h[i], cooks.distance(fit)[i],
    move[i, 1], move[i, ncol(move)])), 9), collapse = ","), "")
}

write_rows("fitted-rows.csv", "fitted-rows.R",
  "Row counts from 1 in the data; limits at level 0.95 on the scale of the link, brought back; dfbeta of the first and last term.",
  paste0(described_names, ",row,fitted,se_fit,lower,upper,response,pearson,deviance,std_pearson,std_deviance,hat,cooksd,",
         "dfbeta_first,dfbeta_last,digits"),
  unlist(lapply(names(specs), row_lines)))
