# Holds the certified values of strd.csv against lm, which solves by QR in double precision: prints for each data set
# the most that lm is off, relative. Run it in this folder. lm's own default drops the tenth power of Filip, hence tol.

certified <- read.csv("strd.csv", comment.char = "#", check.names = FALSE)
data <- read.csv("strd-data.csv", comment.char = "#")

off <- function(found, expected) max(abs(found - expected) / pmax(abs(expected), 1e-300))

for (name in unique(certified$name)) {
  rows <- data[data$name == name, -1]
  rows <- rows[, colSums(!is.na(rows)) > 0]
  expected <- certified[certified$name == name, ]
  formula <- if (name == "Filip") {
    as.formula(paste("y ~", paste0("I(x1^", 1:10, ")", collapse = " + ")))
  } else if (expected$term[1] == "(Intercept)") y ~ . else y ~ . - 1
  found <- suppressWarnings(summary(lm(formula, rows, tol = 1e-14)))
  exact <- expected$sigma[1] == 0
  cat(sprintf("%-9s estimates %.0e, errors %s, sigma %s\n", name, off(found$coefficients[, 1], expected$estimate),
    if (exact) sprintf("%.0e (absolute)", max(found$coefficients[, 2])) else
      sprintf("%.0e", off(found$coefficients[, 2], expected$std_error)),
    if (exact) sprintf("%.0e (absolute)", found$sigma) else sprintf("%.0e", off(found$sigma, expected$sigma[1]))))
}
