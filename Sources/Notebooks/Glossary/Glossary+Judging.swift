extension Glossary {
  static let judgingEntries: [Entry] = [
    Entry(
      term: "picture", alsoCalled: ["chart", "caption", "ascii", "braille", "blocks"],
      sentence: "What plot draws, made of characters; the line below it, its caption, says the "
        + "same in numbers. On a terminal, set pictures braille draws finer; a notebook keeps "
        + "7-bit characters, right on every screen.", command: "plot data"),
    Entry(
      term: "accuracy", sentence: "The share of examples whose class is predicted rightly.",
      command: "print accuracy(validation)"),
    Entry(
      term: "error", sentence: "The share of examples whose class is predicted wrongly.",
      formula: "error = 1 - accuracy", command: "print error(validation)"),
    Entry(
      term: "bias", alsoCalled: ["high bias", "avoidable bias"],
      sentence: "How far the training error is above the error that can be reached. High bias: "
        + "the network underfits. Try a bigger network, longer training, another architecture. "
        + "A layer's bias is another thing: the number added to its weighted sum.",
      formula: "bias = training error - target error", command: "diagnose target=5%"),
    Entry(
      term: "variance", alsoCalled: ["high variance"],
      sentence: "How far the validation error is above the training error. High variance: the "
        + "network overfits. Try more data, regularization, another architecture. plot bias "
        + "variance measures it by training again and again; of the 0-1 loss it can be negative "
        + "there: where networks are wrong by habit, one that differs is right by luck.",
      formula: "variance = validation error - training error", command: "diagnose target=5%"),
    Entry(
      term: "underfitting",
      sentence: "The network is too simple, or trained too little, to follow even the training "
        + "examples: high bias.",
      command: "explain bias"),
    Entry(
      term: "overfitting", alsoCalled: ["overfit", "memorizing"],
      sentence: "The network follows the noise of its training examples: good on them, poor on "
        + "new ones: high variance.",
      command: "explain variance"),
    Entry(
      term: "generalization",
      sentence: "How well a network does on examples that it was not trained on.",
      command: "evaluate"),
    Entry(
      term: "target error", alsoCalled: ["target", "bayes error"],
      sentence: "The error that could be reached: a person's, the best known method's, or the "
        + "noise of the data. High and low are relative to it.",
      command: "diagnose train=12% validation=25% target=13%"),
    Entry(
      term: "ensemble", alsoCalled: ["ensembles", "averaging networks"],
      sentence: "Several networks that answer together, by the mean of their probabilities or "
        + "values. Where their mistakes differ they cancel: its log loss, or its MSE, is never "
        + "above the mean of its members'. evaluate and predict ask one with ensemble=a,b,c.",
      formula: "p(class) = (p1(class) + p2(class) + p3(class)) / 3",
      command: "help ensemble"),
    Entry(
      term: "decision boundary", alsoCalled: ["boundary"],
      sentence: "The line on which the network changes its mind from one class to another. plot "
        + "boundary has the training points on it, plot boundary validation those of that split.",
      command: "plot boundary"),
  ]
}
