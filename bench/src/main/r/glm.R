# Rscript glm.R FOLDER : seconds of R's glm on dense.bin and categories.bin.
folder <- commandArgs(TRUE)[1]
rows <- 1e6
read <- function(name, columns) {
  values <- readBin(file.path(folder, name), "double", rows * (columns + 1), endian = "little")
  data <- as.data.frame(matrix(values, rows))
  names(data) <- c("y", paste0("x", seq_len(columns)))
  data
}
data <- read("dense.bin", 20)
cat("dense", system.time(summary(glm(y ~ ., binomial, data)))[["elapsed"]], "\n")
data <- read("categories.bin", 10)
data[-1] <- lapply(data[-1], factor)
cat("categories", system.time(summary(glm(y ~ ., binomial, data)))[["elapsed"]], "\n")
