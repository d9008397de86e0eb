# Proportions of a survey design. Run in this folder: Rscript survey.R
# Writes the data as well, so that no package's data are needed. The values are those of survey: svymean, degf and
# svyciprop, which are closed forms but for the quantiles. The truncated effective sizes are made here.
suppressMessages(library(survey))
source("numeric.R")

people <- function(name, strata, psus, seed) {
  set.seed(seed)
  do.call(rbind, lapply(seq_len(strata), function(h) do.call(rbind, lapply(seq_len(psus[h]), function(j) {
    n <- sample(3:8, 1)
    risk <- plogis(rnorm(1, -0.8 + h / 4, 0.7))
    data.frame(data = name, stratum = paste0("s", h), psu = j, population = 20 * h + 7,
      weight = round(exp(rnorm(n, 3, 0.6)), 3), g = sample(c("a", "b", ""), n, TRUE, c(5, 3, 1)),
      y = sample(c("yes", "no", ""), n, TRUE, c(risk, 1 - risk, 0.1) / 1.1))
  }))))
}

clustered <- people("clustered", 4, c(3, 5, 4, 6), 1)
single <- people("single", 4, c(3, 1, 4, 5), 2)
extreme <- people("extreme", 3, c(4, 4, 4), 3)
extreme$weight <- signif(extreme$weight * 10^rep_len(c(-12, 0, 0, 3, 0, -3), nrow(extreme)), 6)
zero <- people("zero", 3, c(4, 3, 4), 4)
zero$weight[zero$stratum == "s2" & zero$psu == 2] <- 0
zero$weight[5:7] <- 0
data <- rbind(clustered, single, extreme, zero)
writeLines(c("# Written by survey.R", "data,stratum,psu,population,weight,g,y",
  do.call(paste, c(unname(lapply(data, function(v) if (is.numeric(v)) sprintf("%.15g", v) else v)), sep = ","))),
  "survey-data.csv")

designs <- list(
  W = function(d) svydesign(~1, weights = ~weight, data = d),
  P = function(d) svydesign(~interaction(stratum, psu), data = d, probs = rep(1, nrow(d))),
  SW = function(d) svydesign(~1, strata = ~stratum, weights = ~weight, data = d),
  SPW = function(d) svydesign(~psu, strata = ~stratum, weights = ~weight, nest = TRUE, data = d),
  SPWF = function(d) svydesign(~psu, strata = ~stratum, weights = ~weight, fpc = ~population, nest = TRUE, data = d))

limits <- function(domain, method, level) {
  df <- degf(domain)
  n <- sum(weights(domain) > 0)
  mean <- svymean(~as.numeric(y == "yes"), domain)
  p <- coef(mean)[[1]]
  size <- p * (1 - p) / vcov(mean)[1]
  factor <- (qt((1 - level) / 2, n - 1) / qt((1 - level) / 2, df))^2
  beta <- function(size) {
    area <- (1 - level) / 2
    c(qbeta(area, size * p, size * (1 - p) + 1), qbeta(area, size * p + 1, size * (1 - p), lower.tail = FALSE))
  }
  r <- function(name) as.vector(attr(svyciprop(~I(y == "yes"), domain, name, level = level, df = df), "ci"))
  switch(method,
    LINEAR = pmin(pmax(r("mean"), 0), 1),
    LOGIT = r("xlogit"),
    # survey lets the angle leave [0, pi/2], where the sine comes back: a lower limit rises again.
    ARCSINE = {
      angle <- asin(sqrt(p)) + c(-1, 1) * qt((1 - level) / 2, df, lower.tail = FALSE) / 2 / sqrt(size)
      ifelse(angle < 0, 0, ifelse(angle > pi / 2, 1, r("asin")))
    },
    KORN_GRAUBARD = if (n == nrow(domain)) r("beta") else beta(size * factor),
    KORN_GRAUBARD_TRUNCATED = beta(min(n, size * factor)),
    KORN_GRAUBARD_TRUNCATED_FIRST = beta(min(n, size) * factor))
}
methods <- c("LINEAR", "LOGIT", "ARCSINE", "KORN_GRAUBARD", "KORN_GRAUBARD_TRUNCATED", "KORN_GRAUBARD_TRUNCATED_FIRST")

rows <- list()
add <- function(name, form, choice, options) {
  options(survey.lonely.psu = options)
  full <- designs[[form]](data[data$data == name, ])
  for (group in c("", "a", "b")) {
    domain <- subset(full, y != "" & (group == "" | g == group))
    mean <- svymean(~as.numeric(y == "yes"), domain, deff = "replace")
    for (level in if (group == "") c(0.9, 0.95, 0.999) else 0.95) for (method in methods) {
      ci <- limits(domain, method, level)
      rows[[length(rows) + 1]] <<- row_of(name, form, choice, group, level, method, coef(mean)[[1]],
        SE(mean)[[1]], deff(mean)[[1]], degf(domain), sum(weights(domain) > 0), ci[1], ci[2], 11, "survey")
    }
  }
}
for (name in c("clustered", "extreme", "zero")) for (form in names(designs))
  if (name == "clustered" || form %in% c("W", "SPW")) add(name, form, "REFUSE", "fail")
for (form in c("SPW", "SPWF")) {
  add("single", form, "CENTERED", "adjust")
  add("single", form, "CERTAINTY", "certainty")
}
write_reference("survey.csv", "survey.R", "survey",
  c("design: which of stratum, psu, weight and population (finite: F) it has. single: what a stratum of one PSU is.",
    "The limits of LINEAR and ARCSINE are cut at 0 and 1. df of a group: PSUs less strata with somebody of the group in them.",
    "deff is that against sampling with replacement."),
  "data,design,single,group,level,method,estimate,std_error,deff,df,n,lower,upper,digits,source", rows)
