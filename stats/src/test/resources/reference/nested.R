# Nested models and type II tests against R: Rscript nested.R, in this folder.
library(MASS)
suppressMessages(library(car))
options(digits = 17)
d <- birthwt
d$race <- factor(d$race)
source <- sprintf("# R %s.%s (car %s), written by nested.R", R.version$major, R.version$minor, packageVersion("car"))
rows <- NULL
add <- function(name, statistic, df, p)
  rows <<- rbind(rows, data.frame(name, statistic, df, p))
lin <- list(lm(bwt ~ smoke, d), lm(bwt ~ smoke + race, d), lm(bwt ~ smoke * race + lwt, d))
a <- anova(lin[[1]], lin[[2]], lin[[3]])
add("linear 2", a$F[2], a$Df[2], a$`Pr(>F)`[2])
add("linear 3", a$F[3], a$Df[3], a$`Pr(>F)`[3])
k <- glm.control(epsilon = 1e-14, maxit = 100)
bin <- list(glm(low ~ smoke, binomial, d, control = k), glm(low ~ smoke + race, binomial, d, control = k),
            glm(low ~ smoke * race + lwt, binomial, d, control = k))
a <- anova(bin[[1]], bin[[2]], bin[[3]], test = "Chisq")
add("logistic 2", a$Deviance[2], a$Df[2], a$`Pr(>Chi)`[2])
add("logistic 3", a$Deviance[3], a$Df[3], a$`Pr(>Chi)`[3])
two <- Anova(lin[[3]], type = 2)
for (term in c("smoke", "race", "lwt", "smoke:race"))
  add(paste("type II", term), two[term, "F value"], two[term, "Df"], two[term, "Pr(>F)"])
out <- file("nested-models.csv", "w")
writeLines(c(source, "# anova of nested models of MASS::birthwt (F if linear); car::Anova of a linear model.",
             "model,statistic,df,p,digits"), out)
rows$digits <- 9
write.table(format(rows, digits = 17, trim = TRUE), out, sep = ",", row.names = FALSE, col.names = FALSE, quote = FALSE)
close(out)
