extension Glossary {
  static let measuringEntries: [Entry] = [
    Entry(
      term: "hash", alsoCalled: ["fingerprint", "checksum"],
      sentence: "A short text computed from numbers, which changes with any bit of them: equal "
        + "before and after a training, it proves that frozen weights stayed.",
      formula: "h = (h xor byte) 1099511628211, byte after byte (FNV-1a)",
      command: "print hash(weights(1))"),
    Entry(
      term: "mean absolute error", alsoCalled: ["mae", "mean_absolute_error"],
      sentence: "The mean distance to the target, in its own unit. As a loss it is less moved by "
        + "a few wild examples than the squared error.",
      formula: "loss = mean(|output - target|)", command: "train loss=mae"),
    Entry(
      term: "sparse cross-entropy", alsoCalled: ["sparse_categorical_crossentropy"],
      sentence: "Categorical cross-entropy on class numbers instead of one-hot rows. The data "
        + "sets here keep class numbers, so both names mean the same here.",
      formula: "loss = mean over examples of -log p(true class)",
      command: "help losses"),
    Entry(
      term: "hinge",
      sentence: "A loss that asks for a margin: classes are -1 and 1, and an output on the right "
        + "side by 1 or more costs nothing. The outputs are no probabilities; class 1 is above 0.",
      formula: "loss = mean(max(1 - target * output, 0))", command: "help losses"),
    Entry(
      term: "label smoothing", alsoCalled: ["label_smoothing"],
      sentence: "A part s of each target is spread over all K classes alike, so that the network "
        + "does not strive for full certainty.",
      formula: "target := target * (1 - s) + s / K", command: "train label_smoothing=0.1"),
    Entry(
      term: "class weight", alsoCalled: ["class_weight", "class weights"],
      sentence: "A factor for the loss of the examples of a class, to make rare or easily mistaken "
        + "classes count more. The mean is still over the number of examples, as in Keras; PyTorch "
        + "divides by the sum of the weights. Balanced: n / (k * n_c), each class counts alike.",
      formula: "loss = 1 / N * sum of weight(class) * loss(example)",
      command: "train class_weight=balanced"),
    Entry(
      term: "l1", alsoCalled: ["l1 regularization", "lasso", "lambda1"],
      sentence: "A penalty on the sum of the sizes of the weights. It pulls each weight to 0 "
        + "with the same force, however small it is; plain steps then swing around 0 by about "
        + "a step, rate * l1 for plain SGD, and hardly ever end on it; proximal=yes takes l1 behind "
        + "each step instead, and ends on it.",
      formula: "loss := loss + l1 * sum(|w|), where l1 = lambda1 / m",
      command: "train l1=0.001"),
    Entry(
      term: "elastic net",
      sentence: "The L1 and the L2 penalty together.",
      formula: "loss := loss + l1 * sum(|w|) + l2 * sum(w^2)", command: "train l1=0.001 l2=0.01"),
    Entry(
      term: "max-norm", alsoCalled: ["max_norm", "max norm", "maxnorm"],
      sentence: "No penalty but a limit: after each step the weights into a unit are shortened "
        + "where their norm is above it.",
      formula: "w := w * limit / norm(w), where norm(w) > limit", command: "train max_norm=3"),
    Entry(
      term: "positive class", alsoCalled: ["positive"],
      sentence:
        "The class, of two, that is to be found: precision, recall and F1 tell of it. It is "
        + "the rarer one of the whole data, or the second where each has 45 to 55%; positive= of "
        + "data says otherwise. The output of one sigmoid stays the probability of the second.",
      command: "show metrics validation"),
    Entry(
      term: "precision", sentence: "Of the examples predicted to be of a class, the share that is.",
      formula: "precision = hits / (hits + false alarms)", command: "print precision(validation)"),
    Entry(
      term: "recall", alsoCalled: ["sensitivity"],
      sentence: "Of the examples of a class, the share that was found.",
      formula: "recall = hits / (hits + missed)", command: "print recall(validation)"),
    Entry(
      term: "f1", alsoCalled: ["f1 score"],
      sentence: "The harmonic mean of precision and recall: high only if both are.",
      formula: "f1 = 2 * precision * recall / (precision + recall)",
      command: "print f1(validation)"),
    Entry(
      term: "macro average", alsoCalled: ["macro"],
      sentence: "The mean of a metric over the classes that occur, each counted alike, however "
        + "many examples it has.",
      command: "show metrics validation"),
    Entry(
      term: "auc", alsoCalled: ["area under the curve", "roc auc"],
      sentence: "The probability that an example of the class gets a higher score than one of "
        + "another class, a tie counting half: 0.5 is chance, 1 is perfect. No threshold is "
        + "involved.",
      command: "print auc(validation)"),
    Entry(
      term: "confusion matrix", alsoCalled: ["confusion", "per class recall"],
      sentence: "How often each true class (row) was taken for each class (column). The diagonal "
        + "is right.",
      command: "plot confusion"),
    Entry(
      term: "top-k accuracy", alsoCalled: ["top_k", "top k"],
      sentence: "The share of examples whose class is among the k likeliest.",
      command: "print top_k(1, validation)"),
    Entry(
      term: "log loss", alsoCalled: ["log_loss"],
      sentence: "The mean surprise at the true class: cross-entropy as a metric, without penalty, "
        + "smoothing or weights.",
      formula: "log loss = mean over examples of -log p(true class)",
      command: "print log_loss(validation)"),
    Entry(
      term: "calibration", alsoCalled: ["ece", "calibration error"],
      sentence: "Whether of the examples predicted with 80% confidence 80% are right. The "
        + "expected calibration error is the mean gap over 10 bins of confidence. Softmax is often "
        + "overconfident.",
      formula: "ece = sum over bins of n / N * |accuracy - confidence|",
      command: "show calibration validation"),
    Entry(
      term: "confidence",
      sentence: "How sure a prediction is: the probability of the class that is predicted. Of K "
        + "classes it is 1 / K at least. Sure is not right: calibration compares the two.",
      formula: "confidence = max(p)", command: "show calibration validation"),
    Entry(
      term: "coverage", alsoCalled: ["selective accuracy", "selective_accuracy"],
      sentence:
        "The share of the examples that is answered, where predictions below a threshold of "
        + "confidence are left to a person. The selective accuracy is that of the answers.",
      formula: "coverage = answered / all; selective accuracy = right / answered",
      command: "predict validation confidence=90%"),
    Entry(
      term: "new data", alsoCalled: ["new rows", "unseen data", "deployment"],
      sentence:
        "What a network is made for: examples without an answer. They have to be read as those that "
        + "it learned from, with their scaling, their texts and what filled their gaps, none of it "
        + "fitted anew.",
      command: "predict csv FILE"),
    Entry(
      term: "threshold", alsoCalled: ["decision threshold", "cut-off", "cutoff"],
      sentence:
        "From which probability on the positive one of two classes is predicted, usually 50%. A "
        + "lower one finds more of the class, and takes more of the other one for it. Choose it by "
        + "the validation split.",
      formula: "positive if p(positive) >= threshold",
      command: "show metrics validation threshold=30%"),
    Entry(
      term: "hierarchical softmax",
      sentence: "A tree of softmaxes for many classes: the group first, then the class within it. "
        + "Learning from an example takes the nodes on one path only: of n classes in sqrt(n) "
        + "groups about 2 sqrt(n) logits and not n.",
      formula: "p(class) = p(group) * p(class given its group)",
      command: "print sum(0.7 * softmax([1, 2])) + sum(0.3 * softmax([0, 3]))"),
    Entry(
      term: "r2", alsoCalled: ["r squared", "coefficient of determination"],
      sentence: "The share of the target's variance that a regression explains: 1 is perfect, 0 "
        + "no better than the mean, below 0 worse.",
      formula: "r2 = 1 - sum((target - output)^2) / sum((target - mean)^2)",
      command: "data houses"),
    Entry(
      term: "double softmax",
      sentence: "A softmax behind a softmax, often by giving probabilities to a loss that takes "
        + "logits. Of K classes no probability gets above e / (e + K - 1), so the loss stays above "
        + "1.4612 for 10 classes, and learning is slow.",
      command: "print log(e + 9) - 1"),
    Entry(
      term: "hamming distance", alsoCalled: ["hamming"],
      sentence: "At how many places two texts or vectors of one length differ.",
      command: "distance hamming \"carolin\" \"cathrin\""),
    Entry(
      term: "manhattan distance", alsoCalled: ["manhattan"],
      sentence: "The sum of the absolute differences, as one walks in a city of blocks.",
      command: "distance manhattan [1, 2] [4, 6]"),
    Entry(
      term: "euclidean distance", alsoCalled: ["euclidean"],
      sentence: "The straight way: the root of the sum of squared differences.",
      command: "distance euclidean [1, 2] [4, 6]"),
  ]
}
