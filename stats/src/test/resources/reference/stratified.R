# Mantel-Haenszel analyses of 2x2 tables in strata. Run in this folder: Rscript stratified.R [data folder]
source("numeric.R")

arguments <- commandArgs(trailingOnly = TRUE)
data_folder <- if (length(arguments) > 0) arguments[1] else "../data"

# One row a stratum, columns a b c d: exposed with the outcome, exposed without, unexposed with, unexposed without.
from_counts <- function(table) t(apply(table, 3, function(s) c(s[1, 1], s[1, 2], s[2, 1], s[2, 2])))

births <- read.csv(file.path(data_folder, "low-birth-weight.csv"))
sleep <- read.csv(file.path(data_folder, "sleep-survey-grouped.csv"))
sleep <- subset(sleep, leg_jerks != "infrequent")

data_sets <- list(
  # exposed = male, outcome = admitted, strata = departments A to F
  UCBAdmissions = from_counts(aperm(UCBAdmissions, c(2, 1, 3))),
  # the same counts with the roles exchanged: exposed = admitted, outcome = male
  UCBAdmissions_exchanged = from_counts(UCBAdmissions),
  # exposed = smoker, outcome = low birth weight, strata = race 1 to 3
  low_birth_weight = from_counts(with(births, table(-smoke, -low, race))),
  # exposed = frequent leg jerks against never, outcome = insomnia symptom, strata = age bands
  sleep_survey = from_counts(xtabs(n ~ leg_jerks + I(-insomnia_symptom) + age_band, sleep)),
  # zero cells, a stratum without outcomes and one without unexposed
  sparse = rbind(c(3, 7, 0, 9), c(0, 5, 2, 6), c(0, 4, 0, 6), c(2, 3, 0, 0), c(4, 1, 2, 5)),
  # the correction is larger than the difference, so there is none
  level = rbind(c(5, 5, 5, 6), c(7, 8, 8, 9)))

odds_ratio <- function(s) {
  n <- s$a + s$b + s$c + s$d
  R <- s$a * s$d / n; S <- s$b * s$c / n; P <- (s$a + s$d) / n; Q <- (s$b + s$c) / n
  variance <- sum(P * R) / (2 * sum(R)^2) + sum(P * S + Q * R) / (2 * sum(R) * sum(S)) + sum(Q * S) / (2 * sum(S)^2)
  list(estimate = sum(R) / sum(S), se = sqrt(variance))
}

risk_ratio <- function(s) {
  n1 <- s$a + s$b; n2 <- s$c + s$d; n <- n1 + n2
  R <- s$a * n2 / n; S <- s$c * n1 / n
  variance <- sum((n1 * n2 * (s$a + s$c) - s$a * s$c * n) / n^2) / (sum(R) * sum(S))
  list(estimate = sum(R) / sum(S), se = sqrt(variance))
}

# Greenland and Robins 1985 estimate the variance within strata; Sato 1989 holds for many small strata as well.
risk_difference <- function(s, sato) {
  used <- s$a + s$b > 0 & s$c + s$d > 0
  s <- lapply(s, function(x) x[used])
  n1 <- s$a + s$b; n2 <- s$c + s$d; n <- n1 + n2
  weight <- n1 * n2 / n
  estimate <- sum((s$a * n2 - s$c * n1) / n) / sum(weight)
  variance <- if (sato) {
    P <- (n1^2 * s$c - n2^2 * s$a + n1 * n2 * (n2 - n1) / 2) / n^2
    Q <- (s$a * (n2 - s$c) + s$c * (n1 - s$a)) / (2 * n)
    (estimate * sum(P) + sum(Q)) / sum(weight)^2
  } else {
    sum((s$a * s$b * n2^3 + s$c * s$d * n1^3) / (n1 * n2 * n^2)) / sum(weight)^2
  }
  list(estimate = estimate, se = sqrt(variance))
}

cmh <- function(s, corrected) {
  n1 <- s$a + s$b; n2 <- s$c + s$d; n <- n1 + n2; m <- s$a + s$c
  gap <- abs(sum(s$a - n1 * m / n))
  variance <- sum(n1 * n2 * m * (n - m) / (n^2 * (n - 1)))
  (gap - if (corrected && gap >= 0.5) 0.5 else 0)^2 / variance
}

# Expected a in each stratum under the common odds ratio, the root of a quadratic that lies within the margins.
homogeneity <- function(s, tarone) {
  used <- s$a + s$b > 0 & s$c + s$d > 0 & s$a + s$c > 0 & s$b + s$d > 0
  psi <- odds_ratio(s)$estimate
  s <- lapply(s, function(x) x[used])
  n1 <- s$a + s$b; n2 <- s$c + s$d; m <- s$a + s$c
  A <- 1 - psi; B <- n2 - m + psi * (n1 + m); C <- -psi * n1 * m
  fitted <- -2 * C / (B + sqrt(B^2 - 4 * A * C))
  variance <- 1 / (1 / fitted + 1 / (n1 - fitted) + 1 / (m - fitted) + 1 / (n2 - m + fitted))
  statistic <- sum((s$a - fitted)^2 / variance)
  if (tarone) statistic <- statistic - sum(s$a - fitted)^2 / sum(variance)
  list(statistic = statistic, df = sum(used) - 1)
}

estimates <- tests <- list()
for (name in names(data_sets)) {
  counts <- data_sets[[name]]
  s <- setNames(lapply(1:4, function(j) mp(unname(counts[, j]))), c("a", "b", "c", "d"))
  strata <- paste(apply(counts, 1, paste, collapse = ","), collapse = ";")
  for (level in c(0.95, 0.9)) {
    z <- z_quantile(level)
    add <- function(measure, method, e, ratio) {
      limits <- if (ratio) e$estimate * exp(c(-1, 1) * z * e$se) else e$estimate + c(-1, 1) * z * e$se
      estimates[[length(estimates) + 1]] <<- row_of(name, strata, format(level), measure, method,
        e$estimate, e$se, limits[1], limits[2], 12, "closed form")
    }
    add("ODDS_RATIO", "ROBINS_BRESLOW_GREENLAND", odds_ratio(s), TRUE)
    add("RISK_RATIO", "GREENLAND_ROBINS", risk_ratio(s), TRUE)
    add("RISK_DIFFERENCE", "GREENLAND_ROBINS", risk_difference(s, FALSE), FALSE)
    add("RISK_DIFFERENCE", "SATO", risk_difference(s, TRUE), FALSE)
  }
  test <- function(kind, statistic, df) {
    tests[[length(tests) + 1]] <<-
      row_of(name, strata, kind, statistic, df, chisq_tail(statistic, df), 12, "closed form")
  }
  test("CMH", cmh(s, FALSE), 1)
  test("CMH_CORRECTED", cmh(s, TRUE), 1)
  breslow_day <- homogeneity(s, FALSE)
  test("BRESLOW_DAY", breslow_day$statistic, breslow_day$df)
  tarone <- homogeneity(s, TRUE)
  test("TARONE", tarone$statistic, tarone$df)
}

orientation <- "strata is a,b,c,d;a,b,c,d;... with a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without."
write_reference("stratified.csv", "stratified.R", "Rmpfr", c(orientation,
  "std_error is that of the logarithm for ratios. A stratum without exposed or without unexposed takes no part in RISK_DIFFERENCE.",
  "UCBAdmissions: exposed = male, outcome = admitted, strata = departments A to F; UCBAdmissions_exchanged: exposed = admitted, outcome = male."),
  "data,strata,level,measure,method,estimate,std_error,lower,upper,digits,source", estimates)
write_reference("stratified-tests.csv", "stratified.R", "Rmpfr", c(orientation,
  "CMH_CORRECTED subtracts 0.5 only where the difference is at least that, as mantelhaen.test. BRESLOW_DAY is at the",
  "Mantel-Haenszel odds ratio, TARONE with his correction; strata with an empty margin take no part and do not count in df."),
  "data,strata,test,statistic,df,p,digits,source", tests)
