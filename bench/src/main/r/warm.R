# A peer in R inside one session: the median of the seconds of five readings after two that are not counted.
args <- commandArgs(trailingOnly = TRUE)
read <- if (grepl("[.]xlsx$", args[1])) {
  function() suppressWarnings(readxl::read_excel(args[1]))
} else {
  function() data.table::fread(args[1], showProgress = FALSE)
}
seconds <- vapply(1:7, function(i) system.time(read())[["elapsed"]], 0)
cat(median(seconds[3:7]), "\n")
