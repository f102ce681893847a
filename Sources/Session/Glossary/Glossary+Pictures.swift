extension Glossary {
  static let pictureEntries: [Entry] = [
    Entry(
      term: "roc curve", alsoCalled: ["receiver operating characteristic"],
      sentence:
        "What share of a class is found, over the share of false alarms, for every threshold "
        + "from strict to lax. The diagonal is chance; the area under the curve is the AUC.",
      formula: "found = hits / of the class, false alarms = wrong hits / of the others",
      command: "plot roc train"),
    Entry(
      term: "precision-recall curve", alsoCalled: ["precision recall", "average precision"],
      sentence:
        "The precision at every recall that some threshold gives. It says more than the ROC "
        + "where a class is rare; chance is the share of the class.",
      formula: "average precision = sum of (recall - recall before) * precision",
      command: "plot precision recall train"),
    Entry(
      term: "heat map", alsoCalled: ["heatmap"],
      sentence: "A matrix drawn as a picture: the larger a number, the denser its character. Where "
        + "numbers have both signs, each sign has characters of its own and 0 is blank.",
      command: "plot weights 1"),
    Entry(
      term: "histogram", alsoCalled: ["histograms", "bin"],
      sentence: "How often values fall into stretches of equal length, the bins.",
      command: "plot weights"),
    Entry(
      term: "diagram", alsoCalled: ["network diagram"],
      sentence: "The layers from left to right, with their units as circles and the channels of "
        + "images as squares. What comes out of a crossing goes into every unit behind it.",
      command: "plot network"),
    Entry(
      term: "loss surface", alsoCalled: ["loss landscape", "surface", "principal direction"],
      sentence: "The loss for all values of the weights. A picture has room for two directions of "
        + "them: those along which training moved the weights most, or two random ones. What is a "
        + "valley there may lead down in a third.",
      formula: "loss(weights now + x * direction 1 + y * direction 2)",
      command: "plot surface"),
  ]
}
