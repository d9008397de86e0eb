# The peer in R for workbooks: all rows take part in guessing, so that no cell is lost.
args <- commandArgs(trailingOnly = TRUE)
data <- suppressWarnings(readxl::read_excel(args[1], guess_max = 1048576))
cat(nrow(data), "rows,", ncol(data), "columns, readxl", as.character(packageVersion("readxl")), "\n")
