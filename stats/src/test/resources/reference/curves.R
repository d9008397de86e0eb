# Polynomials and splines in logistic models: columns, coefficients, predictions. Run in this folder: Rscript curves.R
#
# Bases are those of stats::poly, splines::ns and rms::rcs; glm runs until nothing changes any more, twice, so that the
# weights are those at the end. New data reach beyond the range of the fit.
source("writing.R")
suppressMessages({library(splines); library(rms)})

births <- read.csv("../data/low-birth-weight.csv")
new <- data.frame(age = c(10, 14, 17.5, 23, 31, 45, 60), lwt = c(60, 80, 99, 121, 150, 250, 300), smoke = 0)
few <- births[91:170, ]
tight <- glm.control(epsilon = 1e-16, maxit = 200)

rows <- list()
add <- function(id, text, formula, data, name, digits = 9) {
  first <- suppressWarnings(glm(formula, binomial(), data, control = tight))
  fit <- suppressWarnings(glm(formula, binomial(), data, start = coef(first), control = tight))
  b <- coef(fit); se <- sqrt(diag(vcov(fit)))
  for (j in seq_along(b))
    rows[[length(rows) + 1]] <<- row_of(id, text, name, names(b)[j], j - 1, b[j], se[j], digits)
  at <- predict(fit, new, se.fit = TRUE)
  for (i in seq_len(nrow(new)))
    rows[[length(rows) + 1]] <<- row_of(id, text, name, "prediction", i - 1, at$fit[i], at$se.fit[i], digits)
}

add("log", "low ~ log(lwt) + smoke", low ~ log(lwt) + smoke, births, "all")
add("power", "low ~ age + I(age^2)", low ~ age + I(age^2), births, "all")
add("cube", "low ~ lwt + I(lwt^2) + I(lwt^3)", low ~ lwt + I(lwt^2) + I(lwt^3), births, "all", 7)
add("poly1", "low ~ poly(age, 1)", low ~ poly(age, 1), births, "all")
add("poly2", "low ~ poly(age, 2) + smoke", low ~ poly(age, 2) + smoke, births, "all")
add("poly4", "low ~ poly(lwt, 4)", low ~ poly(lwt, 4), births, "all", 8)
for (df in 1:5)
  add(paste0("ns", df), sprintf("low ~ ns(lwt, df = %d)", df), as.formula(sprintf("low ~ ns(lwt, df = %d)", df)), births, "all")
add("ns-by", "low ~ ns(age, df = 2) * smoke", low ~ ns(age, df = 2) * smoke, births, "all")
# predict() of rms needs the knots of the fit; named here so that new data get the same.
for (nk in 3:7) {
  knots <- rcspline.eval(births$lwt, nk = nk, knots.only = TRUE)
  add(paste0("rcs", nk), sprintf("low ~ rcs(lwt, %d)", nk),
    as.formula(sprintf("low ~ rcs(lwt, c(%s))", paste(sprintf("%.17g", knots), collapse = ","))), births, "all", 7)
}
knots <- rcspline.eval(few$lwt, nk = 4, knots.only = TRUE)
add("rcs-few", "low ~ rcs(lwt, 4)", as.formula(sprintf("low ~ rcs(lwt, c(%s))", paste(sprintf("%.17g", knots), collapse = ","))), few, "few", 7)

# Knots where many rows share a value at one end, at both, or at neither.
shared <- list(
  low = c(rep(0, 20), 1:180), high = c(1:150, rep(200, 30)), both = c(rep(0, 20), 1:160, rep(300, 20)),
  small = c(rep(0, 6), 1:50), plain = c(1:99, 500), inner = c(rep(0, 20), 1:80, rep(85, 20), 90:150))
for (name in names(shared)) for (nk in 3:7) {
  knots <- rcspline.eval(shared[[name]], nk = nk, knots.only = TRUE)
  for (j in seq_along(knots))
    rows[[length(rows) + 1]] <- row_of("knots", paste0("rcs(x, ", nk, ")"), name, "knot", j - 1, knots[j], NA, 14)
}

write_reference("curves.csv", "curves.R", c("rms", "Hmisc"), c(
  "For terms the estimate and its error; for predictions the linear predictor and its error; for knots their place.",
  "low: 0 in 20 rows, 1 to 180; high: 1 to 150, 200 in 30; both: 0 in 20, 1 to 160, 300 in 20; small: 0 in 6, 1 to 50;",
  "plain: 1 to 99, 500; inner: 0 in 20, 1 to 80, 85 in 20, 90 to 150."),
  "id,formula,data,term,at,estimate,std_error,digits", rows)
