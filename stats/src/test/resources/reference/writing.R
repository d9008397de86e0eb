# Shared by the scripts in this folder: how a reference file is written. Numbers may be of 200 bits.

# Seventeen digits; below the range of double as well, where reading it gives 0.
number <- function(x) {
  if (is.na(x)) return("NA")
  if (is.infinite(x)) return(if (x > 0) "Inf" else "-Inf")
  if (x != 0 && abs(x) < 2^-1022) return(format(x, digits = 17))
  sprintf("%.17g", if (is(x, "mpfr")) asNumeric(x) else x)
}

field <- function(x) {
  text <- if (is(x, "mpfr") || is.numeric(x)) number(x) else as.character(x)
  if (grepl("[,\"]", text)) paste0('"', gsub('"', '""', text), '"') else text
}

row_of <- function(...) paste(vapply(list(...), field, ""), collapse = ",")

write_reference <- function(file, script, packages, notes, columns, rows) {
  versions <- paste(packages, vapply(packages, function(p) format(packageVersion(p)), ""), collapse = ", ")
  head <- sprintf("# R %s.%s (%s), written by %s", R.version$major, R.version$minor, versions, script)
  writeLines(c(head, paste("#", notes), columns, unlist(rows)), file)
  cat(file, length(unlist(rows)), "rows\n")
}
