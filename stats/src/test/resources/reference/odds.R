# Further intervals of 2x2 tables. Run in this folder: Rscript odds.R
source("tables.R")

# The tables of a Stata user and of a Stata FAQ, with printed Cornfield limits.
published <- list(c(96, 104, 109, 666), c(11, 3, 106, 223))

rows <- list()
for (level in c(0.95, 0.9, 0.99)) {
  for (t in if (level == 0.95) c(small, zero[1:6], large[1], published) else c(small[1:3], zero[1:4])) {
    for (name in further) {
      found <- measures[[name]](t, level)
      if (is.null(found)) next
      rows[[length(rows) + 1]] <- paste(plain(t), format(level), name,
        row_of(found[1], found[2], found[3], 12, origin(name)), sep = ",")
    }
  }
}
write_reference("odds.csv", "odds.R", "Rmpfr", c(
  "a = exposed with the outcome, b = exposed without, c = unexposed with, d = unexposed without.",
  "MEDIAN_UNBIASED has the mid-p limits, EXACT_CROSS_PRODUCT the exact ones. CORNFIELD has no factor and no correction.",
  "WALD_CORRECTED is not clipped. A method is absent where it is undefined."),
  "a,b,c,d,level,measure,method,estimate,lower,upper,digits,source", rows)
