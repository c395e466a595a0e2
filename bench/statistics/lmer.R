# CPU seconds of lme4 for InstEval A or B: fit and conditional standard deviations of all levels.
suppressMessages(library(lme4))
arguments <- commandArgs(trailingOnly = TRUE)
table <- read.csv(gzfile(arguments[1]))
for (name in c("s", "d")) table[[name]] <- factor(table[[name]])
table$both <- factor(paste(table$dept, table$service))
formula <- if (arguments[2] == "a") y ~ 1 + (1 | s) + (1 | d) else y ~ service + (1 | s) + (1 | d) + (1 | both)
spent <- system.time(invisible(ranef(lmer(formula, table), condVar = TRUE)))
cat(spent[["user.self"]] + spent[["sys.self"]])
