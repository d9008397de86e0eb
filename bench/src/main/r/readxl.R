# The peer in R for workbooks, with its defaults.
args <- commandArgs(trailingOnly = TRUE)
data <- suppressWarnings(readxl::read_excel(args[1]))
cat(nrow(data), "rows,", ncol(data), "columns, readxl", as.character(packageVersion("readxl")), "\n")
