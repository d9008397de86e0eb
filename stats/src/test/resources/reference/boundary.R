# Log-binomial and risk-difference models whose maximum lies where a fitted risk is 1 or 0, of the births data:
#   Rscript boundary.R > boundary.csv      (in this folder)
# glm() stops there. The constrained maximum is found here along the central path: every event row is taken to have the
# outcome 1 - mu (and with the identity link every other row mu), whose maximum lies inside, by Newton's method with the
# observed information, for mu from 0.1 down to 1e-13; what is printed is linear in mu there and has moved by less than
# 1e-9 over the last decade. A profile limit is the root of the deviance, less the quantile, of the model that holds the
# coefficient by an offset.
options(digits = 15)
births <- read.csv("../data/low-birth-weight.csv")
quantile2 <- qchisq(0.95, 1)

parts <- function(link, eta, y) {
    if (link == "log") {
        mean <- exp(eta)
        rest <- -expm1(eta)
        list(ok = all(eta < 0), value = sum(y * eta + (1 - y) * ifelse(mean < 0.5, log1p(-mean), log(rest))),
            score = y - (1 - y) * mean / rest, bend = (1 - y) * mean / rest^2)
    } else {
        list(ok = all(eta > 0 & eta < 1), value = suppressWarnings(sum(y * log(eta) + (1 - y) * log1p(-eta))),
            score = y / eta - (1 - y) / (1 - eta), bend = y / eta^2 + (1 - y) / (1 - eta)^2)
    }
}

maximize <- function(link, X, y, offset, start) {
    beta <- start
    for (mu in 10^-(1:13)) {
        target <- if (link == "log") y * (1 - mu) else mu + (1 - 2 * mu) * y
        for (i in 1:200) {
            here <- parts(link, drop(X %*% beta) + offset, target)
            gradient <- crossprod(X, here$score)
            step <- tryCatch(solve(crossprod(X, here$bend * X), gradient, tol = 0), error = function(e) 0 * gradient)
            if (sum(gradient * step) < 1e-24) break
            share <- 1
            repeat {
                there <- parts(link, drop(X %*% (beta + share * step)) + offset, target)
                if (there$ok && there$value >= here$value - 1e-12) break
                share <- share / 2
                if (share < 1e-18) break
            }
            if (share < 1e-18) break
            beta <- beta + share * step
        }
    }
    eta <- drop(X %*% beta) + offset
    # The likelihood of the data themselves, at the end of the path
    value <- if (link == "log") sum(ifelse(y == 1, eta, log(-expm1(eta)))) else sum(ifelse(y == 1, log(eta), log1p(-eta)))
    list(beta = drop(beta), deviance = -2 * value)
}

inside <- function(link, X, offset) {
    if (link == "log") c(-max(offset) - 1, rep(0, ncol(X) - 1))
    else c(0.5 - (max(offset) + min(offset)) / 2, rep(0, ncol(X) - 1))
}

fit <- function(link, X, y, offset = rep(0, length(y))) maximize(link, X, y, offset, inside(link, X, offset))

case <- function(name, model, formula) {
    link <- if (model == "log-binomial") "log" else "identity"
    X <- model.matrix(formula, births)
    scale <- c(1, apply(X[, -1, drop = FALSE], 2, sd))
    Z <- sweep(X, 2, scale, "/")
    y <- births$low
    best <- fit(link, Z, y)
    for (j in seq_len(ncol(X))) {
        limits <- c(NA, NA)
        zero <- NA
        if (j > 1) {
            excess <- function(b) fit(link, Z[, -j, drop = FALSE], y, b * Z[, j])$deviance - best$deviance - quantile2
            b <- best$beta[j]
            limits <- sapply(c(-1, 1), function(side) {
                far <- 0.02
                while (excess(b + side * far) < 0) far <- 1.3 * far
                uniroot(excess, sort(c(b, b + side * far)), tol = 1e-12)$root
            }) / scale[j]
            zero <- fit(link, Z[, -j, drop = FALSE], y)$deviance - best$deviance
        }
        cat(paste(c(name, model, deparse(formula[[3]], 200), colnames(X)[j], sprintf("%.15g",
            c(best$beta[j] / scale[j], limits, zero, best$deviance))), collapse = ","), ",9\n", sep = "")
    }
}

cat(sprintf("# R %s.%s, written by boundary.R; the last column counts trusted digits\n", R.version$major, R.version$minor))
cat("id,model,formula,term,estimate,lower,upper,chi.square,deviance,digits\n")
case("weight", "log-binomial", low ~ bwt)
case("weight", "risk-difference", low ~ bwt)
case("age-lwt", "risk-difference", low ~ age + lwt + smoke)
case("five", "risk-difference", low ~ lwt + smoke + ptl + ht + ui)
case("weight-smoke", "log-binomial", low ~ bwt + smoke)
# Inside, with limits that a bound holds
case("limits", "log-binomial", low ~ lwt + smoke + ptl + ht + ui)
