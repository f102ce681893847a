extension Glossary {
  /// Terms of looking for good settings.
  static let searchEntries: [Entry] = [
    Entry(
      term: "hyperparameter tuning", alsoCalled: ["tuning", "hyperparameter search", "search"],
      sentence: "Choosing the settings that training does not learn, by the validation error: "
        + "rate, batch, units, penalty, optimizer, schedule, first weights.",
      command: "search random rate=0.001..1 log units=2..8 trials=5"),
    Entry(
      term: "manual search", alsoCalled: ["babysitting", "panda"],
      sentence: "Trying a few settings by hand, one network at a time, and watching it: "
        + "panda. It teaches much and does not scale.",
      command: "search manual rate=0.1"),
    Entry(
      term: "parallel search", alsoCalled: ["caviar"],
      sentence: "Training many networks with different settings at once and keeping the best: "
        + "caviar. It takes machines instead of patience.",
      command: "search random rate=0.001..1 log trials=5"),
    Entry(
      term: "grid search", alsoCalled: ["grid", "gridsearchcv", "brute force"],
      sentence: "Every combination of a few values of each setting. The number of trainings "
        + "is the product of the numbers of values, times the folds; the best value may lie "
        + "between two.",
      formula: "5 settings of 10 values: 10^5 trainings, and times 3 with 3 folds",
      command: "plan grid rate=0.01,0.1,1 units=2,4,8 folds=3"),
    Entry(
      term: "random search", alsoCalled: ["randomizedsearchcv"],
      sentence: "Settings drawn by chance from their ranges. One training costs the same as "
        + "in a grid; usually fewer are needed, since every one tries a new value of each "
        + "setting.",
      formula: "60 draws hit the best 5% with probability 1 - 0.95^60 = 0.954",
      command: "search random rate=0.001..1 log trials=5"),
    Entry(
      term: "coarse to fine", alsoCalled: ["coarse to fine search", "local search"],
      sentence: "A wide search first, then a narrower one around the best that it found: search "
        + "random, then search local.",
      command: "search random rate=0.001..1 log trials=5"),
    Entry(
      term: "logarithmic scale", alsoCalled: ["log scale", "logarithmic"],
      sentence: "Equal steps are equal factors. Rates and penalties are searched on it: drawn "
        + "evenly from 0.0001 to 1, 90% of the rates would be above 0.1.",
      command: "search random rate=0.0001..1 log trials=5"),
    Entry(
      term: "bayesian optimization",
      alsoCalled: [
        "bayesian search", "bayes", "tpe", "gaussian process",
      ],
      sentence: "A search that learns from the trainings it has seen where the next one "
        + "promises most. It needs few trainings, one after the other. TPE asks where good settings "
        + "lie densely and bad ones do not; a Gaussian process (sampler=gp) believes a mean and a "
        + "deviation everywhere.",
      command: "search bayes rate=0.001..1 log units=2..8 trials=12 epochs=2"),
    Entry(
      term: "hyperband", alsoCalled: ["successive halving", "bracket", "rung", "bohb"],
      sentence:
        "Many settings are trained for a few epochs, the best third of them (with factor=3) "
        + "goes on to three times as many, and so forth. It saves epochs where Bayesian "
        + "optimization saves trainings; sampler=tpe does both, as BOHB does: a bracket begins with "
        + "what those before it promise.",
      command: "plan hyperband rate=0.0001..1 log units=4..64 epochs=81"),
    Entry(
      term: "median stopping",
      alsoCalled: ["median rule", "median pruner", "pruner", "stopped trial"],
      sentence: "A trial is given up when its best value so far is worse than the median that the "
        + "trials before it had after as many epochs; the first five are never. It saves epochs, and "
        + "may give up what would have begun slowly and ended well.",
      command: "search random rate=0.001..1 log units=2..8 trials=8 epochs=6 stop=median"),
    Entry(
      term: "trial", alsoCalled: ["candidate", "study"],
      sentence:
        "One setting of a search with its trainings and its score; all of them together are "
        + "the study.",
      command: "search random rate=0.001..1 log trials=5"),
    Entry(
      term: "optimism", alsoCalled: ["best of many", "selection bias", "winner's curse"],
      sentence:
        "The best of many trials looks better than it is, since chance helped to choose it. "
        + "Choosing by all folds but one, and judging by that one, says by how much; the test split "
        + "says it at the end.",
      command: "search grid rate=0.1,1 units=2,4 folds=3"),
    Entry(
      term: "nested cross-validation", alsoCalled: ["nested", "nested search"],
      sentence: "The whole search is made again for each fold, on the other folds alone, and what "
        + "it chose is judged by that fold, which had no part in the choice. It says what searching so "
        + "is worth, for as many times the work.",
      command: "search grid rate=0.1,1 folds=3 nested=yes"),
    Entry(
      term: "cross-validation",
      alsoCalled: [
        "k-fold cross-validation", "fold", "folds", "k-fold", "stratified folds", "stratified",
      ],
      sentence: "The training examples are cut into k folds; each fold once judges a network "
        + "that has learned from the others. k trainings for one score, and a spread with it.",
      formula: "score = 1/k * sum of the scores of the folds",
      command: "plot validation curve over=l2 values=0.001,0.1 folds=4"),
  ]
}
