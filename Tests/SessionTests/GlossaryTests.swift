import Notebooks
import Testing

@testable import Plots
@testable import Session

/// The terms that the rows of the course use.
@Suite("Glossary")
struct GlossaryTests {
  /// For each part of the course the terms in its rows.
  static let course: [(part: String, terms: [String])] = [
    (
      "hyperparameters, parameters, counting",
      [
        "parameter", "hyperparameter", "weights", "activation", "neuron", "layer", "learning rate",
        "dropout rate", "batch size", "initialization", "optimizer", "regularization", "depth",
        "width", "decay", "bias", "dense", "filter", "padding", "node", "hidden units", "capacity",
      ]
    ),
    (
      "data and preprocessing",
      [
        "mnist", "flatten", "normalization", "minmax", "one-hot", "standardization", "seed",
        "training set", "validation set", "test set", "distribution", "downsampling", "resizing",
        "feature", "example",
      ]
    ),
    (
      "bias and variance",
      [
        "underfitting", "overfitting", "variance", "high bias", "good fit", "target error",
        "trade-off", "logistic regression", "decision boundary", "generalization", "gap",
      ]
    ),
    (
      "penalties",
      [
        "l1", "l2", "lambda", "weight decay", "frobenius norm", "penalty", "exact zeros",
        "soft threshold", "elastic net", "max-norm", "data loss",
      ]
    ),
    ("dropout", ["dropout", "dropout mask", "inverted dropout", "dead unit"]),
    (
      "batch normalization",
      ["batch normalization", "gamma", "beta", "running mean", "inference", "moving statistics"]
    ),
    (
      "callbacks",
      ["early stopping", "patience", "callback", "history", "checkpoint", "best epoch", "schedule"]
    ),
    (
      "optimizers",
      [
        "gradient descent", "mini-batch", "stochastic gradient descent", "momentum",
        "nesterov momentum", "rmsprop", "adam", "adamw", "local minimum", "gradient",
        "backpropagation", "forward pass",
      ]
    ),
    (
      "schedules",
      [
        "step decay", "exponential decay", "time-based decay", "polynomial decay",
        "piecewise-constant", "cosine decay", "warm restarts", "random restarts", "warm-up",
        "plateau", "range test",
      ]
    ),
    ("batches and epochs", ["batch", "epoch", "step"]),
    (
      "initialization and activations",
      [
        "xavier", "glorot", "he", "lecun", "zero initialization", "vanishing gradient",
        "exploding gradients", "sigmoid", "tanh", "relu", "leaky relu", "elu", "selu", "saturation",
      ]
    ),
    (
      "losses",
      [
        "loss", "euclidean distance", "manhattan distance", "hamming distance", "mse",
        "cross-entropy", "binary_crossentropy", "categorical_crossentropy",
        "sparse cross-entropy", "softmax", "softmax regression", "logits", "double softmax",
        "argmax", "confusion matrix", "hierarchical softmax", "class weight", "ensemble",
        "confidence", "calibration", "ece", "coverage", "manual review", "class imbalance",
      ]
    ),
    (
      "search",
      [
        "manual search", "grid search", "random search", "coarse to fine", "log scale",
        "bayesian optimization", "tpe", "hyperband", "panda", "caviar", "trial", "tuning",
      ]
    ),
    ("cross-validation", ["cross-validation", "fold", "k-fold", "stratified folds"]),
    (
      "transfer, files, process",
      [
        "transfer learning", "fine-tuning", "freezing", "pre-training", "architecture",
        "saved network", "safetensors",
      ]
    ),
    (
      "comparisons and studies",
      [
        "learning curve", "validation curve", "bias-variance decomposition", "irreducible error",
        "bootstrap", "spread", "tie", "same start", "loss surface",
      ]
    ),
    (
      "words of the checklist's rows",
      [
        "cnn", "rnn", "scaling", "scale", "one-hot", "data augmentation", "imbalance",
        "feature engineering", "feature", "hyperparameter", "importance", "node", "kernel",
        "stride", "padding", "channels", "grayscale", "pixel", "reshape", "axis", "shape",
        "normalization", "standardization", "mean", "standard deviation", "unbiased estimate",
        "distribution", "downsampling", "pseudorandom", "seed", "shuffle", "deep learning", "mlp",
        "bayes error", "avoidable bias", "trade-off", "ridge", "lasso", "frobenius norm",
        "soft threshold", "dropout mask", "gamma", "running mean", "inference", "patience",
        "baseline", "callback", "history", "checkpoint", "batch gradient descent",
        "mini-batch gradient descent", "stochastic gradient descent", "adaptive moment estimation",
        "bias correction", "adaptive learning rate", "momentum", "nesterov", "rmsprop",
        "global minimum", "step decay", "cosine annealing", "warm restarts", "random restarts",
        "step size", "range test", "epoch", "batch size", "xavier", "vanishing gradients",
        "leaky relu", "selu", "softmax regression", "one-vs-all", "logits", "double softmax",
        "argmax", "hierarchical softmax", "class weight", "ensemble", "confidence", "ece",
        "pre-training", "fine-tune", "trainable", "grid search", "random search", "brute force",
        "local search", "log scale", "gaussian process", "acquisition function", "tpe", "hyperband",
        "bracket", "panda", "caviar", "combinations", "k-fold", "fold", "optuna", "ray tune",
        "hyperopt", "keras tuner", "google vizier", "sagemaker", "keras", "framework", "json",
        "hdf5", "safetensors", "regularization", "capacity", "depth", "width", "data loss",
      ]
    ),
    (
      "pictures",
      [
        "picture", "caption", "data", "loss curve", "metric", "wrong", "unsure", "filters",
        "feature map", "roc", "roc curve", "precision-recall curve", "average precision",
        "calibration curve", "reliability diagram", "coverage curve", "heat map", "histogram",
        "diagram", "small multiples", "derivative", "run",
      ]
    ),
  ]

  @Test("has an entry for every term of the course", arguments: course.map(\.part))
  func terms(_ part: String) {
    let terms = Self.course.first { $0.part == part }?.terms ?? []
    let missing = terms.filter { Glossary.entry(for: $0) == nil }
    #expect(missing.isEmpty, "no entry: \(missing.joined(separator: ", "))")
  }

  @Test("has an entry under the name of every plot, or under that of one of its things")
  func plots() {
    let missing = PlotTable.all.map(\.name).filter { name in
      let one = name.hasSuffix("s") ? String(name.dropLast()) : name
      return Glossary.entry(for: name) == nil && Glossary.entry(for: one) == nil
    }
    #expect(missing.isEmpty, "no entry: \(missing.joined(separator: ", "))")
  }

  @Test("gives no name to two entries")
  func names() {
    var seen: [String: String] = [:]
    for entry in Glossary.entries {
      for name in entry.names {
        let folded = name.lowercased().replacing("-", with: " ").replacing("_", with: " ")
        if let other = seen[folded], other != entry.term {
          Issue.record("\(name) is \(other) and \(entry.term)")
        }
        seen[folded] = entry.term
      }
    }
  }
}
