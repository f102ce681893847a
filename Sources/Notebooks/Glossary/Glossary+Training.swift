extension Glossary {
  static let trainingEntries: [Entry] = [
    Entry(
      term: "epoch",
      sentence: "One pass over all training examples, in a freshly shuffled order.",
      command: "train epochs=10"),
    Entry(
      term: "step", alsoCalled: ["update"],
      sentence: "One update of the weights, from the gradient of one batch.",
      command: "train epochs=1 batch=all"),
    Entry(
      term: "loss", alsoCalled: ["cost", "objective"],
      sentence: "The number that training makes smaller: how wrong the outputs are, as a mean "
        + "over examples, plus the penalties of the regularizers.",
      command: "plot loss"),
    Entry(
      term: "cross-entropy", alsoCalled: ["binary_crossentropy", "categorical_crossentropy"],
      sentence: "The loss of classification: the surprise at the true class. Sure and wrong "
        + "costs most.",
      formula: "loss = mean over examples of -log p(true class)", command: "print loss(train)"),
    Entry(
      term: "mean squared error", alsoCalled: ["mse"],
      sentence: "The loss of regression: the mean square of the difference to the target.",
      formula: "loss = mean((output - target)^2)", command: "add dense 1 linear"),
    Entry(
      term: "gradient",
      sentence: "The direction in which the loss grows fastest, one number for each parameter. "
        + "A step goes the other way.",
      command: "print norm(gradient(1))"),
    Entry(
      term: "learning rate", alsoCalled: ["rate", "step size", "lr"],
      sentence: "What the gradient is multiplied by to make a step. Too small: training crawls. "
        + "Too large: the loss jumps about "
        + "or diverges.",
      formula: "w := w - rate * gradient", command: "compare rate=0.01,0.1,1"),
    Entry(
      term: "divergence",
      sentence: "The loss grows instead of falling, until it is no number any more. A smaller "
        + "learning rate or scaled inputs usually help.",
      command: "scale standard"),
    Entry(
      term: "stochastic gradient descent",
      alsoCalled: [
        "sgd", "gradient descent", "batch gradient descent", "mini-batch gradient descent",
      ],
      sentence: "Steps along the gradient of one batch after the other.",
      formula: "w := w - rate * gradient", command: "train optimizer=sgd rate=0.1"),
    Entry(
      term: "momentum",
      sentence: "A part of the last step is kept, so that steps in one direction add up and "
        + "steps to and fro cancel out.",
      formula: "v := momentum * v - rate * gradient; w := w + v",
      command: "train optimizer=sgd momentum=0.9"),
    Entry(
      term: "nesterov momentum", alsoCalled: ["nesterov"],
      sentence: "Momentum that looks at the gradient slightly ahead, where the momentum leads.",
      formula: "v := momentum * v - rate * gradient; w := w + momentum * v - rate * gradient",
      command: "train optimizer=sgd momentum=0.9 nesterov=yes"),
    Entry(
      term: "adam",
      sentence: "Adaptive moment estimation: momentum, and for each weight a step divided by the "
        + "usual size of its gradient.",
      formula: "w := w - rate * sqrt(1 - beta2^t) / (1 - beta1^t) * m / (sqrt(v) + 1e-7)",
      command: "train optimizer=adam"),
    Entry(
      term: "regularization", alsoCalled: ["regularizer", "regularizers"],
      sentence: "Whatever makes a network simpler than its size allows, against high variance: "
        + "L2, dropout, stopping early, more data.",
      command: "compare l2=0,0.001,0.01"),
    Entry(
      term: "l2", alsoCalled: ["l2 regularization", "ridge", "lambda"],
      sentence: "A penalty on large weights; the function that the network draws becomes "
        + "smoother. l2= is Keras's form; lambda= is the form of most lectures, which divides "
        + "by twice the number of training examples. It is the same as weight decay for plain "
        + "gradient descent only.",
      formula: "l2: loss + l2 * sum(w^2)      lambda: loss + lambda / (2 m) * sum(w^2)",
      command: "train epochs=100 l2=0.001"),
    Entry(
      term: "dropout",
      sentence: "In each step of a training a random share of a layer's outputs is set to 0 and "
        + "the rest is scaled up, so that no unit can rely on another; at evaluation nothing is "
        + "dropped. The outputs are zeroed, never the weights.",
      formula: "kept outputs are divided by 1 - rate", command: "add dropout 0.3"),
    Entry(
      term: "early stopping", alsoCalled: ["baseline"],
      sentence: "Stops when the validation loss has not become better for some epochs, and keeps "
        + "the weights of the best one. (Keras keeps the last ones unless told otherwise.)",
      command: "train epochs=500 stop=early(patience=20)"),
    Entry(
      term: "callback", alsoCalled: ["callbacks"],
      sentence: "Something that is done between the epochs of a training: stopping it, writing a "
        + "checkpoint, making the rate smaller, or a rule of your own.",
      command: "help callbacks"),
    Entry(
      term: "checkpoint", alsoCalled: ["resume"],
      sentence: "A file that is written between two epochs, from which a training that was broken "
        + "off goes on as if it never had been.",
      command: "train epochs=100 checkpoint=every(10, run.safetensors)"),
    Entry(
      term: "saved network", alsoCalled: ["safetensors"],
      sentence: "A file with the weights, the layers and all that a training needs to go on: what "
        + "the optimizer remembers, how many epochs and steps there were, and the history. A "
        + "description of the layers alone, as Keras's JSON, has no weights.",
      command: "help save"),
  ]
}
