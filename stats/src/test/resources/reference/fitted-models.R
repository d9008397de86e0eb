# The fits that fitted-rows.R, model-checks.R and effects.R share. Not run alone.
#
# glm and lm run until nothing moves (epsilon 1e-15), so that standard errors and leverages are those at the estimate.
# Rows with a frequency weight are repeated that many times: a row's numbers are those of one of its people.

arguments <- commandArgs(trailingOnly = TRUE)
data_folder <- if (length(arguments) > 0) arguments[1] else "../data"
tight <- glm.control(epsilon = 1e-15, maxit = 200)

births <- list(race = 1:3, smoke = 0:1)
sleep <- list(leg_jerks = c("never", "infrequent", "frequent"), age_band = c("16-39", "40-59", "60+"),
              sex = c("female", "male"), cycle = c("2005-2006", "2007-2008"))
specs <- list(
  "births-logistic" = list("low-birth-weight", "logistic", low ~ age + lwt + race + smoke, births),
  "births-interaction" = list("low-birth-weight", "logistic", low ~ smoke * race + age * smoke + lwt, births),
  "births-log-binomial" = list("low-birth-weight", "log-binomial", low ~ smoke + race, births),
  "births-poisson" = list("low-birth-weight", "Poisson", ftv ~ age + smoke * race, births),
  "births-linear" = list("low-birth-weight", "linear", bwt ~ lwt + smoke * race, births),
  "sleep-weighted" = list("sleep-survey-grouped", "logistic", insomnia_symptom ~ leg_jerks + age_band + sex + cycle,
                          sleep, "n"))

families <- list(logistic = binomial(), "log-binomial" = binomial("log"), Poisson = poisson(), linear = gaussian())

read_model_data <- function(spec) {
  data <- read.csv(file.path(data_folder, paste0(spec[[1]], ".csv")))
  for (f in names(spec[[4]])) data[[f]] <- factor(data[[f]], levels = spec[[4]][[f]])
  data$.row <- seq_len(nrow(data))
  if (length(spec) > 4) data <- data[rep(seq_len(nrow(data)), data[[spec[[5]]]]), ]
  data
}

fit_model <- function(spec) {
  data <- read_model_data(spec)
  start <- if (spec[[2]] == "log-binomial") c(log(mean(data$low)), rep(0, ncol(model.matrix(spec[[3]], data)) - 1))
  converged(function(from) glm(spec[[3]], families[[spec[[2]]]], data, control = tight, start = from), start)
}

# glm looks at the deviance, which stands still long before the coefficients of a log-binomial model do.
converged <- function(fit_from, start = NULL) {
  fit <- fit_from(start)
  for (i in 1:200) {
    before <- coef(fit)
    fit <- fit_from(before)
    if (max(abs(coef(fit) - before)) < 1e-15 * max(1, abs(before))) break
  }
  fit
}

term_names <- function(terms, factors) {
  for (f in names(factors)) for (l in factors[[f]]) {
    terms <- gsub(paste0("(^|:)", f, l, "($|:)"), paste0("\\1", f, "[", l, "]\\2"), terms)
  }
  terms
}

describe <- function(factors)
  paste(vapply(names(factors), function(f) paste0(f, "=", paste(factors[[f]], collapse = "|")), ""), collapse = ";")

# The columns that say what was fitted.
described <- function(id) {
  spec <- specs[[id]]
  c(id, spec[[1]], describe(spec[[4]]), if (length(spec) > 4) spec[[5]] else "", spec[[2]],
    paste(deparse(spec[[3]], width.cutoff = 500), collapse = ""))
}
described_names <- "model,data,factors,weights,family,formula"

number <- function(x) ifelse(is.na(x), "NA", formatC(x, digits = 15, format = "g", flag = "#"))

write_rows <- function(file, script, notes, header, rows) {
  writeLines(c(paste0("# ", R.version.string, ", written by ", script), paste("#", notes), header, rows), file)
}
