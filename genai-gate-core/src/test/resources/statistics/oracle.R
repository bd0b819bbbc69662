# Makes the tables oracle-*.tsv beside this file with R: Rscript oracle.R
# Whatever the product computes by Commons Statistics, R computes by its own libraries (TOMS 708 for the beta distribution,
# Loader's saddle-point expansion for the binomial and hypergeometric ones). The tests read the tables; R is not needed for them.
options(digits = 17)
source_line <- paste0("# Made by oracle.R beside this file with ", R.version.string)
save <- function(name, table) {
  file <- file(paste0("oracle-", name, ".tsv"), "wb")
  writeLines(c(source_line, paste(names(table), collapse = "\t")), file)
  cells <- lapply(table, function(column)
    if (is.numeric(column)) sub("^\\s+", "", formatC(column, digits = 17, format = "g")) else as.character(column))
  writeLines(do.call(paste, c(cells, sep = "\t")), file)
  close(file)
}
grid <- function(...) expand.grid(..., stringsAsFactors = FALSE)

# Clopper-Pearson by binom.test, one-sided either way.
counts <- data.frame(
  n = c(1, 1, 2, 2, 10, 10, 58, 59, 59, 92, 93, 100, 100, 298, 299, 1000, 2994, 2995, 2417, 925, 1e5, 1e5, 1e6, 1e6, 1e8, 1e9),
  k = c(0, 1, 1, 2, 0, 10, 0, 0, 59, 1, 1, 5, 99, 0, 0, 50, 0, 0, 50, 682, 5106, 0, 1, 999999, 1e6, 5e7))
rows <- do.call(rbind, lapply(c("0.5", "0.9", "0.95", "0.99", "0.9999"), function(level) {
  bound <- function(side, end) mapply(function(n, k)
    binom.test(k, n, alternative = side, conf.level = as.numeric(level))$conf.int[end], counts$n, counts$k)
  data.frame(trials = counts$n, failures = counts$k, confidence = level,
             lower = bound("greater", 1), upper = bound("less", 2))
}))
save("bounds", rows)

# The same for effective counts, by qbeta with real parameters.
rows <- grid(trials = c(60, 1000, 12345, 1e6), part = c(0, 0.001, 0.02, 0.05, 0.3), effect = c(1.0001, 1.37, 2.5, 17, 60),
             confidence = c("0.9", "0.95", "0.99"))
rows$failures <- floor(rows$trials * rows$part)
n <- rows$trials / rows$effect
k <- rows$failures / rows$effect
level <- as.numeric(rows$confidence)
rows$lower <- ifelse(k == 0, 0, qbeta(1 - level, k, n - k + 1))
rows$upper <- qbeta(1 - level, k + 1, n - k, lower.tail = FALSE)
save("effective", rows[c("trials", "failures", "effect", "confidence", "lower", "upper")])

# The enlargement of an estimated excess.
rows <- grid(freedom = c(0.5, 1, 2.3, 4, 7, 15.25, 31, 127, 2000), confidence = c("0.9", "0.95", "0.99", "0.999"))
rows$ratio <- (qt(as.numeric(rows$confidence), rows$freedom) / qnorm(as.numeric(rows$confidence)))^2
save("enlargement", rows)

# Power: the failures that a test tolerates, how likely that many are, and the samples from which on that is likely enough.
tolerated <- function(n, limit, level) {
  k <- qbinom(level, n, limit) + (-3:3)
  k <- k[k >= 0 & k < n]
  max(c(-1, k[pbinom(k, n, limit) <= level]))
}
tolerated_for <- function(n, limit, confidence) tolerated(n, limit, 1 - confidence)
rows <- grid(limit = c("0.01", "0.05", "0.2"), part = c(0.25, 0.5, 0.75), confidence = c("0.9", "0.95", "0.99"),
             power = c("0.8", "0.9"))
rows$assumed <- as.numeric(rows$limit) * rows$part
rows$samples <- mapply(function(limit, assumed, confidence, power) {
  n <- seq_len(40000)
  reached <- sapply(n, function(size) {
    k <- tolerated_for(size, limit, confidence)
    if (k < 0) 0 else pbinom(k, size, assumed)
  })
  low <- which(reached < power)
  if (max(low) == length(n)) NA else max(low) + 1
}, as.numeric(rows$limit), rows$assumed, as.numeric(rows$confidence), as.numeric(rows$power))
rows <- rows[!is.na(rows$samples), ]
rows$probability <- mapply(function(n, limit, assumed, confidence)
  pbinom(tolerated_for(n, limit, confidence), n, assumed),
  rows$samples, as.numeric(rows$limit), rows$assumed, as.numeric(rows$confidence))
save("plan", rows[c("limit", "assumed", "confidence", "power", "samples", "probability")])

# Fisher's exact test, one-sided, by fisher.test where it is feasible and phyper everywhere.
rows <- data.frame(
  n1 = c(10, 10, 100, 100, 100, 1000, 1000, 20000, 500, 5, 1e6, 5e7),
  k1 = c(0, 5, 3, 12, 0, 20, 60, 150, 500, 0, 900, 1000),
  n2 = c(10, 10, 100, 80, 300, 1000, 1000, 20000, 500, 5, 1e6, 5e7),
  k2 = c(5, 0, 12, 3, 9, 40, 50, 200, 490, 0, 1000, 1100))
rows$atmost <- phyper(rows$k1, rows$k1 + rows$k2, rows$n1 + rows$n2 - rows$k1 - rows$k2, rows$n1)
small <- rows$n1 < 1e5
fisher <- mapply(function(n1, k1, n2, k2)
  fisher.test(matrix(c(k1, n1 - k1, k2, n2 - k2), 2), alternative = "less")$p.value,
  rows$n1[small], rows$k1[small], rows$n2[small], rows$k2[small])
stopifnot(all.equal(rows$atmost[small], fisher, tolerance = 1e-9))
save("fisher", rows)

# Bounds of a mean by t.test on data of that mean and standard error.
data_of <- function(n, mean, error) { x <- seq_len(n); x <- (x - mean(x)) / sd(x); mean + x * error * sqrt(n) }
rows <- grid(samples = c(2, 5, 30, 100, 1319), mean = c(-3.5, 0.72, 812.25), error = c(0.001, 0.0124, 11),
             confidence = c("0.5", "0.9", "0.95", "0.99"))
bound <- function(side, end) mapply(function(n, mean, error, confidence)
  t.test(data_of(n, mean, error), alternative = side, conf.level = as.numeric(confidence))$conf.int[end],
  rows$samples, rows$mean, rows$error, rows$confidence)
rows$lower <- bound("greater", 1)
rows$upper <- bound("less", 2)
save("mean", rows)

# Bounds of a difference of two means by Welch.
rows <- grid(n1 = c(5, 40, 1000), n2 = c(12, 300), error1 = c(0.02, 1.5), error2 = c(0.03, 0.4),
             confidence = c("0.9", "0.95", "0.99"))
rows$mean1 <- 1.25
rows$mean2 <- 0.5
bound <- function(side, end) mapply(function(n1, n2, error1, error2, confidence)
  t.test(data_of(n1, 1.25, error1), data_of(n2, 0.5, error2), alternative = side,
         conf.level = as.numeric(confidence))$conf.int[end],
  rows$n1, rows$n2, rows$error1, rows$error2, rows$confidence)
rows$lower <- bound("greater", 1)
rows$upper <- bound("less", 2)
save("welch", rows)

# The design effect of a series, by acf.
set.seed(20261122, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
design_effect <- function(n, k) {
  bins <- length(n)
  share <- sum(k) / sum(n)
  excess <- k - n * share
  independent <- sum(n) * share * (1 - share)
  gamma <- bins * as.vector(acf(excess, lag.max = bins - 1, type = "covariance", demean = FALSE, plot = FALSE)$acf)
  noise <- function(width) sqrt(2 * width / bins * (1 - 1 / sum(k)))
  lags <- seq(1, bins, by = 2)
  lags <- lags[8 * (2 * (lags + 1) + 1) <= bins]
  pairs <- cummin(gamma[lags + 1] + gamma[lags + 2])
  number <- if (length(pairs) == 0 || pairs[1] <= max(gamma[1], independent) * noise(1)) 0 else sum(cumprod(pairs > 0))
  width <- 4 * number + 1
  ratio <- (gamma[1] + 2 * sum(head(pairs, number))) / (1 - min(0.9, width / bins)) / independent
  if (ratio <= 1 + noise(width)) return(c(1, 0))
  sizes <- c()
  hit <- which(k > 0)
  while (length(hit) > 0) {
    inside <- hit < hit[1] + width
    sizes <- c(sizes, sum(k[hit[inside]]))
    hit <- hit[!inside]
  }
  c(ratio, max(0, min(bins / width - 1, sum(k) / ratio, sum(sizes^2)^2 / sum(sizes^4))))
}
series <- lapply(1:30, function(i) {
  bins <- c(8, 9, 40, 150, 400)[i %% 5 + 1]
  n <- rpois(bins, c(2, 30)[i %% 2 + 1])
  latent <- as.vector(arima.sim(list(ar = c(0.01, 0.5, 0.9)[i %% 3 + 1]), bins))
  k <- rbinom(bins, n, plogis(1.5 * latent - 3))
  list(n = n, k = k)
})
series <- Filter(function(one) sum(one$k) > 1 && sum(one$k) < sum(one$n) / 2, series)
found <- sapply(series, function(one) design_effect(one$n, one$k))
save("series", data.frame(estimate = found[1, ], freedom = found[2, ],
                          trials = sapply(series, function(one) paste(one$n, collapse = ",")),
                          failures = sapply(series, function(one) paste(one$k, collapse = ","))))
