# Errors by two kinds of clusters. Run in this folder: Rscript two-way.R
#
# sandwich::vcovCL(cluster = ~ a + b) at fits of glm that are run until nothing changes any more. Each of the three parts
# has its own G / (G - 1), in a linear model (n - 1) / (n - k) more (type HC1); t has the fewer clusters less 1, or n - k.
source("writing.R")
suppressMessages(library(sandwich))

births <- read.csv("../data/low-birth-weight.csv")
tight <- glm.control(epsilon = 1e-16, maxit = 200)
rows <- list()
add <- function(id, model, formula, errors, fit, v, df) {
  b <- coef(fit); se <- sqrt(diag(v))
  for (j in seq_along(b)) {
    t <- b[j] / se[j]
    p <- if (is.na(df)) 2 * pnorm(-abs(t)) else 2 * pt(-abs(t), df)
    q <- if (is.na(df)) qnorm(0.975) else qt(0.975, df)
    rows[[length(rows) + 1]] <<- row_of(id, model, formula, errors, names(b)[j], b[j], se[j], p,
      b[j] - q * se[j], b[j] + q * se[j], min(eigen(v, TRUE)$values) < 0, 9)
  }
}
glm_of <- function(formula, family) {
  first <- suppressWarnings(glm(formula, family, births, control = tight))
  suppressWarnings(glm(formula, family, births, start = coef(first), control = tight))
}
n <- nrow(births)
for (pair in list(c("age", "ftv"), c("lwt", "age"), c("age", "race"))) {
  by <- births[pair]
  fewer <- min(sapply(by, function(x) length(unique(x))))
  logit <- glm_of(low ~ smoke + ui, binomial())
  rate <- glm_of(ptl ~ smoke + ui, poisson())
  line <- lm(bwt ~ smoke + ui, births)
  name <- paste(pair, collapse = "+")
  add(name, "logistic", "low ~ smoke + ui", "STATA", logit, vcovCL(logit, by), NA)
  add(name, "logistic", "low ~ smoke + ui", "SANDWICH", logit, vcovCL(logit, by), NA)
  add(name, "logistic", "low ~ smoke + ui", "NONE", logit, vcovCL(logit, by, cadjust = FALSE), NA)
  add(name, "poisson", "ptl ~ smoke + ui", "SANDWICH", rate, vcovCL(rate, by), NA)
  add(name, "linear", "bwt ~ smoke + ui", "STATA", line, vcovCL(line, by), fewer - 1)
  add(name, "linear", "bwt ~ smoke + ui", "SANDWICH", line, vcovCL(line, by), n - 3)
  add(name, "linear", "bwt ~ smoke + ui", "NONE", line, vcovCL(line, by, type = "HC0", cadjust = FALSE), NA)
}
write_reference("two-way.csv", "two-way.R", "sandwich", "Level 0.95. indefinite: whether an eigenvalue is negative.",
  "clusters,model,formula,factor,term,estimate,std_error,p,lower,upper,indefinite,digits", rows)
