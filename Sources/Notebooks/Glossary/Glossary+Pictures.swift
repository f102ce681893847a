extension Glossary {
  static let pictureEntries: [Entry] = [
    Entry(
      term: "roc curve", alsoCalled: ["roc", "receiver operating characteristic"],
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
      sentence:
        "How often values fall into stretches of equal length, the bins. plot histogram has "
        + "as many as NumPy's auto: the finer of Sturges' rule and that of Freedman and Diaconis; "
        + "whole numbers close together have a bin each. With classes, a bar is cut by class: where "
        + "one has a bin to itself, the column tells it apart.",
      formula: "Sturges: range / (log2(n) + 1), Freedman-Diaconis: 2 * (q75 - q25) / n^(1/3)",
      command: "plot histogram"),
    Entry(
      term: "correlation",
      alsoCalled: [
        "pearson", "pearson correlation", "correlation matrix", "correlation coefficient",
      ],
      sentence: "How closely two columns follow one straight line: 1 rising, -1 falling, 0 not at "
        + "all. A curve, such as a U, can have 0; and two that go together need not cause each "
        + "other. Of a column that is the same in all examples it is undefined.",
      formula: "r = sum((a - mean a)(b - mean b)) / sqrt(sum((a - mean a)^2) sum((b - mean b)^2))",
      command: "plot correlation"),
    Entry(
      term: "fitted curve", alsoCalled: ["fit", "regression curve", "fitted line"],
      sentence:
        "What a regression answers along one column: plot fit. With several columns it is a "
        + "cut, the others held at their training means. It says what the network would answer "
        + "there, and not what the column does in the world: examples differ in the other columns "
        + "too, so a point far from the curve need not be missed, and columns that go together are "
        + "torn apart. Between and beyond the points the curve is a guess.",
      formula: "curve(x) = network(x, the means of the other columns)", command: "data waves"),
    Entry(
      term: "residual", alsoCalled: ["residuals", "residual plot"],
      sentence: "What a prediction leaves over of the target, in its unit; the miss that predict "
        + "lists, with the other sign. Over the predictions a good fit leaves a level band around 0 "
        + "without a shape. A bend: the network is too simple, or trained too little. A funnel: "
        + "large values are missed by more. All above or below 0: they are missed to one side.",
      formula: "residual = target - prediction", command: "data houses"),
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
    Entry(
      term: "loss curve", alsoCalled: ["training curve", "loss curves", "accuracy curve"],
      sentence:
        "The loss after each epoch, for the training and the validation examples. Both fall: train "
        + "on. Validation rises while training falls: overfitting. Both jump about: a smaller rate.",
      command: "plot loss"),
    Entry(
      term: "metric", alsoCalled: ["metrics", "score"],
      sentence: "A number that judges a network but that training does not follow: accuracy, F1, "
        + "AUC. Training makes the loss smaller, which has a slope everywhere; people want the "
        + "metric.",
      command: "plot metric f1(train) f1(validation)"),
    Entry(
      term: "misclassified example",
      alsoCalled: ["wrong", "most wrong", "misclassified", "mistake"],
      sentence:
        "An example that the network takes for another class. The most wrong ones, where it "
        + "is surest of the wrong class, come first: some are odd, and of some the label is wrong.",
      formula: "margin = p(class it says) - p(true class)", command: "plot wrong train"),
    Entry(
      term: "unsure example", alsoCalled: ["unsure", "least sure", "closest call"],
      sentence: "An example whose likeliest class is hardly likelier than the next one. It lies "
        + "near the decision boundary, and is the first to be left to a person.",
      formula: "confidence = max(p), the least first", command: "plot unsure train"),
    Entry(
      term: "reliability diagram", alsoCalled: ["calibration curve", "calibration plot"],
      sentence: "The share that is right over the confidence that was said, bin by bin. On the "
        + "diagonal a network is as sure as it is right; below it, it is overconfident.",
      formula: "a point for each bin: (mean of confidence, accuracy)",
      command: "plot calibration train"),
    Entry(
      term: "coverage curve",
      alsoCalled: ["accuracy coverage curve", "coverage accuracy", "risk coverage curve"],
      sentence: "The accuracy of what is answered over the share that is answered, for every "
        + "threshold of confidence. It should fall from left to right; flat, confidence says nothing.",
      formula: "a point for each threshold: (coverage, selective accuracy)",
      command: "plot coverage train"),
    Entry(
      term: "feature map", alsoCalled: ["feature maps", "activation map"],
      sentence: "What one filter of a convolution answers at every place of an image: an image "
        + "itself, dense where the filter found what it looks for. plot features draws them.",
      formula: "map(x, y) = activation(sum of filter * patch at (x, y) + bias)",
      command: "add conv 4 5x5 relu"),
    Entry(
      term: "small multiples", alsoCalled: ["side by side", "grid of pictures"],
      sentence: "Pictures of one kind and one scale side by side, that differ by one thing, so "
        + "that the eye finds what it changes.",
      command: "compare l2=0,0.01 plot=boundary"),
    Entry(
      term: "derivative", alsoCalled: ["slope"],
      sentence: "How steeply a function rises at a place. On the way back each layer multiplies "
        + "the gradient by its activation's derivative; where that is 0, nothing is learned.",
      formula: "f'(x) = limit of (f(x + h) - f(x)) / h as h goes to 0",
      command: "plot activation tanh"),
    Entry(
      term: "run", alsoCalled: ["runs", "training run"],
      sentence: "A training of the notebook with its settings and its curves. Each has a number, "
        + "by which any of them are laid one over the other.", command: "plot runs 1"),
  ]
}
