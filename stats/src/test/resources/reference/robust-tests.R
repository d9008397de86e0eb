# Tests with robust errors against lmtest and sandwich: Rscript robust-tests.R, in this folder.
suppressMessages({library(MASS); library(lmtest); library(sandwich)})
d <- birthwt
d$race <- factor(d$race)
k <- glm.control(epsilon = 1e-14, maxit = 100)
models <- list(logistic = glm(low ~ smoke + race + lwt, binomial, d, control = k), linear = lm(bwt ~ smoke + race + lwt, d))
smaller <- list(logistic = glm(low ~ smoke + lwt, binomial, d, control = k), linear = lm(bwt ~ smoke + lwt, d))
rows <- NULL
add <- function(name, statistic, p) rows <<- rbind(rows, data.frame(name, statistic, p, digits = 9))
for (model in names(models)) {
  fit <- models[[model]]
  for (type in c("HC0", "HC1", "HC2", "HC3")) {
    v <- vcovHC(fit, type = type)
    tests <- coeftest(fit, vcov. = v)
    for (term in rownames(tests)) add(paste(model, type, term), tests[term, 3], tests[term, 4])
    test <- waldtest(smaller[[model]], fit, vcov = v, test = if (model == "linear") "F" else "Chisq")
    add(paste(model, type, "race"), test[2, 3], test[2, 4])
  }
}
test <- lrtest(smaller$logistic, models$logistic)
add("logistic likelihood ratio", test$Chisq[2], test$`Pr(>Chisq)`[2])
out <- file("robust-tests.csv", "w")
writeLines(c(sprintf("# R %s.%s (lmtest %s, sandwich %s), written by robust-tests.R", R.version$major, R.version$minor,
                     packageVersion("lmtest"), packageVersion("sandwich")),
             "# coeftest, waldtest and lrtest of models of MASS::birthwt.", "test,statistic,p,digits"), out)
write.table(format(rows, digits = 17, trim = TRUE), out, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE)
close(out)
