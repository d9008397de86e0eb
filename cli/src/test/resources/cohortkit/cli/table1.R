# What a Table 1 of MASS::birthwt by smoke holds. Run in this folder: Rscript table1.R
library(MASS)
b <- birthwt
rows <- list()
add <- function(row, column, part, value) rows[[length(rows) + 1]] <<- data.frame(row, column, part, value)
smoke <- factor(b$smoke, 0:1, c("no", "yes"))
groups <- list(all = rep(TRUE, nrow(b)), no = smoke == "no", yes = smoke == "yes")
smd <- function(x) abs(diff(tapply(x, smoke, mean))) / sqrt(mean(tapply(x, smoke, var)))
distance <- function(x) {
  t <- prop.table(table(smoke, x), 1)
  s <- function(p) { p <- p[-1]; diag(p, length(p)) - p %o% p }
  gap <- (t[2, ] - t[1, ])[-1]
  sqrt(drop(gap %*% solve((s(t[1, ]) + s(t[2, ])) / 2, gap)))
}
for (v in c("age", "bwt")) {
  for (g in names(groups)) {
    add(v, g, "mean", mean(b[[v]][groups[[g]]]))
    add(v, g, "sd", sd(b[[v]][groups[[g]]]))
  }
  add(v, "SMD", "value", smd(b[[v]]))
  add(v, "p", "p.value", t.test(b[[v]] ~ smoke)$p.value)
}
for (g in names(groups)) {
  q <- quantile(b$lwt[groups[[g]]], c(0.5, 0.25, 0.75))
  add("lwt", g, "median", q[1]); add("lwt", g, "q1", q[2]); add("lwt", g, "q3", q[3])
}
add("lwt", "SMD", "value", smd(b$lwt))
add("lwt", "p", "p.value", suppressWarnings(wilcox.test(lwt ~ smoke, b))$p.value)
add("race", "SMD", "value", distance(b$race))
add("race", "p", "p.value", chisq.test(b$race, smoke, correct = FALSE)$p.value)
add("ht", "SMD", "value", distance(b$ht))
add("ht", "p", "p.value", fisher.test(b$ht, smoke)$p.value)
add("low", "p", "p.value", chisq.test(b$low, smoke, correct = FALSE)$p.value)
out <- do.call(rbind, rows)
out$value <- sprintf("%.17g", out$value)
con <- file("table1.csv", "w")
writeLines(paste0("# ", R.version.string, ", MASS ", packageVersion("MASS"), ", written by table1.R"), con)
write.csv(out, con, row.names = FALSE, quote = FALSE)
close(con)
