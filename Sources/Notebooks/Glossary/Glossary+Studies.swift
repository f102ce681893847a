extension Glossary {
  /// Terms of comparing, of studies with many trainings, and of what they find.
  static let studyEntries: [Entry] = [
    Entry(
      term: "learning curve", alsoCalled: ["learning curves"],
      sentence: "Training and validation error over the number of training examples. Where "
        + "they meet at a high error more examples do not help: bias. Where a gap remains "
        + "they do: variance.",
      command: "plot learning curve"),
    Entry(
      term: "validation curve", alsoCalled: ["validation curves", "sweep"],
      sentence: "Training and validation error over one setting: too simple on one side, too "
        + "clever on the other, and the setting to choose where the validation error is "
        + "least.",
      command: "plot validation curve over=units values=1,2,4,8"),
    Entry(
      term: "bias-variance decomposition",
      alsoCalled: ["bias variance", "bias variance tradeoff", "bias²", "trade-off", "tradeoff"],
      sentence: "The expected error in three parts: what networks from other training sets "
        + "get wrong together, what each gets wrong on its own, and what nobody can get "
        + "right. Of the 0-1 loss the second can be negative: wrong by habit, right by luck. In deep learning there is less of a trade-off: a larger network with more "
        + "data can lower both. Measured by training again and again (Geman and others 1992; "
        + "for shares of wrong classes James 2003, and Domingos 2000).",
      formula: "E (y - f)^2 = (E y - mean f)^2 + E (f - mean f)^2 + E (y - E y)^2",
      command: "plot bias variance over=units values=1,2,4,8"),
    Entry(
      term: "irreducible error", alsoCalled: ["noise", "label noise"],
      sentence: "What no network can get right, since the same input comes with different "
        + "targets. Overfit knows it for the data it makes; elsewhere it can't be told from "
        + "bias.",
      command: "plot bias variance over=units values=1,8"),
    Entry(
      term: "bootstrap", alsoCalled: ["resampling", "resample"],
      sentence: "Drawing a new training set from the one there is: as many examples, each "
        + "drawn from all of them, so that some come twice and about 37% not at all.",
      command: "plot bias variance over=units values=1,8 resample=bootstrap"),
    Entry(
      term: "spread", alsoCalled: ["standard deviation", "deviation", "standard error"],
      sentence: "How far measurements of one thing lie apart: here the standard deviation "
        + "over seeds, repeats or folds. A smaller difference is no difference.",
      formula: "sqrt(sum((value - mean)^2) / (n - 1))", command: "compare l2=0,0.01 seeds=5"),
    Entry(
      term: "tie", alsoCalled: ["significant", "significance"],
      sentence: "The best setting, and one whose mean is no further away than the spread of the "
        + "best over its seeds: another seed could turn it round, so neither is better.",
      command: "compare l2=0,0.001 seeds=5"),
    Entry(
      term: "same start", alsoCalled: ["same-start comparison", "paired comparison"],
      sentence: "A comparison of networks with the same first weights, the same shuffles and "
        + "the same split, so that what the student changed is all that differs.",
      command: "compare l2=0,0.01"),
    Entry(
      term: "gap", alsoCalled: ["generalization gap"],
      sentence: "Validation error less training error: the part of what was learned that does "
        + "not carry over to new examples.",
      formula: "gap = validation error - training error", command: "compare l2=0,0.01"),
    Entry(
      term: "capacity", alsoCalled: ["complexity", "width", "depth", "units", "hidden units"],
      sentence: "How much a network could learn by heart: more units (width) and more layers "
        + "(depth) have more. Limiting it is one way against overfitting; a large network "
        + "with regularization is often a better one.",
      command: "compare units=1,8,64"),
    Entry(
      term: "best epoch",
      sentence: "The epoch after which the validation loss was lowest. plot loss marks it; "
        + "early stopping goes back to its weights.",
      command: "plot loss"),
    Entry(
      term: "dead unit", alsoCalled: ["dead units", "dying relu", "dead relu"],
      sentence: "A relu unit whose output is 0 for every example: no gradient passes it, so "
        + "it stays dead. A large step often is the cause.",
      command: "diagnose"),
    Entry(
      term: "class imbalance",
      alsoCalled: ["imbalanced classes", "imbalance", "rare class", "balanced classes"],
      sentence: "Classes of very different sizes. Always naming the largest is then often "
        + "right, and worthless: look at the recall of the rare class.",
      command: "diagnose"),
    Entry(
      term: "learning rate range test",
      alsoCalled: ["range test", "rate range", "lr range test", "rate finder"],
      sentence: "Trying rates from far too small to far too large, on a logarithmic scale, to "
        + "see where the loss falls and where it jumps. A usual choice is a tenth of the rate of "
        + "the lowest loss, or the rate where it falls fastest.",
      formula: "rate of step i of n = low * (high / low)^(i / (n - 1))",
      command: "plot rate range"),
  ]
}
