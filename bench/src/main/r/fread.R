# The peer in R for CSV, with its default threads.
args <- commandArgs(trailingOnly = TRUE)
data <- data.table::fread(args[1], showProgress = FALSE)
cat(nrow(data), "rows,", ncol(data), "columns, data.table", as.character(packageVersion("data.table")),
    "threads", data.table::getDTthreads(), "\n")
