# Score tests, tests of terms, linear combinations and bootstrap limits. Run in this folder: Rscript inference.R
source("writing.R")
suppressMessages({library(car); library(emmeans); library(boot)})

births <- read.csv("../data/low-birth-weight.csv")
births$race <- factor(births$race)
tight <- glm.control(epsilon = 1e-16, maxit = 100)
fit <- function(formula, family = binomial()) {
  first <- glm(formula, family, births, control = tight)
  glm(formula, family, births, start = coef(first), control = tight)
}

rows <- list()
add <- function(kind, formula, what, statistic, df, p, digits = 10)
  rows[[length(rows) + 1]] <<- row_of(kind, formula, what, statistic, df, p, digits)

for (text in c("low ~ smoke + race + age", "low ~ smoke * race + lwt")) {
  model <- fit(as.formula(text))
  two <- Anova(model, type = 2, test.statistic = "LR")
  three <- Anova(model, type = 3, test.statistic = "Wald")
  for (term in rownames(two)) add("two", text, term, two[term, 1], two[term, 2], two[term, 3], 9)
  for (term in setdiff(rownames(three), "(Intercept)"))
    add("three", text, term, three[term, 2], three[term, 1], three[term, 3], 9)
}
linear <- lm(bwt ~ smoke * race + lwt, births)
three <- Anova(linear, type = 3)
for (term in setdiff(rownames(three), c("(Intercept)", "Residuals")))
  add("three-linear", "bwt ~ smoke * race + lwt", term, three[term, 3], three[term, 2], three[term, 4])

score <- function(small, large, family = binomial()) {
  a <- anova(fit(as.formula(small), family), fit(as.formula(large), family), test = "Rao")
  add(paste0("score-", family$family), small, large, a[2, "Rao"], a[2, "Df"], a[2, ncol(a)])
}
score("low ~ smoke", "low ~ smoke + race")
score("low ~ 1", "low ~ smoke + lwt + age")
score("ftv ~ smoke", "ftv ~ smoke + race + age", poisson())
write_reference("term-tests.csv", "inference.R", c("car"),
  "Type II by likelihood ratio, III by Wald (F if linear); Rao's score test of the second formula against the first.",
  "kind,formula,what,statistic,df,p,digits", rows)

combinations <- list()
combine <- function(id, formula, name, est, se, lower, upper, p)
  combinations[[length(combinations) + 1]] <<- row_of(id, formula, name, est, se, lower, upper, p, 10)
model <- fit(low ~ smoke * race + lwt)
v <- vcov(model); b <- coef(model)
weights <- c(smoke = 1, "smoke:race2" = 1, lwt = -10)
est <- sum(weights * b[names(weights)])
se <- sqrt(as.numeric(weights %*% v[names(weights), names(weights)] %*% weights))
combine("combination", "low ~ smoke * race + lwt", "smoke + smoke:race[2] - 10 * lwt", est, se,
  est - qnorm(0.975) * se, est + qnorm(0.975) * se, 2 * pnorm(-abs(est / se)))
for (linear in c(FALSE, TRUE)) {
  text <- if (linear) "bwt ~ race + lwt" else "low ~ race + lwt"
  model <- if (linear) lm(as.formula(text), births) else fit(as.formula(text))
  pairs <- contrast(emmeans(model, "race"), "revpairwise", adjust = "none")
  p <- as.data.frame(pairs); ci <- as.data.frame(confint(pairs))
  for (i in 1:3) {
    name <- c("race[2] - race[1]", "race[3] - race[1]", "race[3] - race[2]")[i]
    combine(if (linear) "pair-linear" else "pair", text, name, p$estimate[i], p$SE[i], ci[i, 5], ci[i, 6], p$p.value[i])
  }
}
write_reference("combinations.csv", "inference.R", "emmeans", "Pairs are not adjusted. On the scale of the link.",
  "id,formula,name,estimate,std_error,lower,upper,p,digits", combinations)

# Limits of given replicates: what boot makes of them. The statistic is the mean, whose influence values are exact.
x <- births$bwt[1:25]
set.seed(1)
t <- replicate(999, mean(sample(x, replace = TRUE)))
object <- boot(x, function(d, i) mean(d[i]), R = 999)
object$t <- matrix(t, ncol = 1)
limits <- list()
for (level in c(0.9, 0.95)) {
  a <- boot.ci(object, conf = level, type = c("perc", "bca"), L = x - mean(x))
  limits[[length(limits) + 1]] <- row_of(level, a$percent[4], a$percent[5], a$bca[4], a$bca[5], 9)
}
write_reference("bootstrap-limits.csv", "inference.R", "boot", "Of the replicates in bootstrap-replicates.csv.",
  "level,percentile_lower,percentile_upper,bca_lower,bca_upper,digits", limits)
write_reference("bootstrap-replicates.csv", "inference.R", "stats",
  "Means of the first 25 weights drawn with replacement.", "mean", lapply(t, number))
