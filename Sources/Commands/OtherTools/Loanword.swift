import Language
import Networks

/// Words of Keras, PyTorch and scikit-learn that mean one thing here and nothing else: what is typed
/// with them is done.
package enum Loanword {
  /// What an option of theirs is called here.
  package static let options: [String: String] = [
    "learning_rate": "rate", "lr": "rate", "learningrate": "rate", "learnrate": "rate",
    "batch_size": "batch", "n_epochs": "epochs",
    "num_epochs": "epochs", "max_iter": "epochs", "criterion": "loss", "beta_1": "beta1",
    "beta_2": "beta2", "clipvalue": "clip", "initial_accumulator_value": "accumulator",
    "n_samples": "points", "samples": "points", "n": "points", "kernel_initializer": "initializer",
    "use_bias": "bias", "strides": "stride", "cv": "folds", "n_splits": "folds",
    "n_iter": "trials", "n_trials": "trials", "max_trials": "trials", "max_evals": "trials",
    "num_samples": "trials", "scoring": "by", "objective": "by",
    "reduction_factor": "factor", "max_epochs": "epochs",
    "delimiter": "separator", "sep": "separator", "train_size": "train", "test_size": "test",
    "training": "train", "val": "validation", "valid": "validation", "dev": "validation",
    "negative_slope": "slope", "alpha": "slope",
  ]

  /// What a setting of a layer is called here that is typed without its name.
  static let layerSettings: [String: String] = [
    "out_features": "units", "out_channels": "filters", "kernel_size": "size", "pool_size": "size",
    "p": "rate", "stddev": "deviation", "std": "deviation",
  ]

  /// What the values of some options are called here.
  package static let values: [String: [String: String]] = [
    "loss": [
      "meansquarederror": "mse", "mseloss": "mse", "meanabsoluteerror": "mae", "l1loss": "mae",
      "bceloss": "binary_crossentropy", "crossentropyloss": "categorical_crossentropy",
    ],
    "by": [
      "rocauc": "auc", "neglogloss": "log_loss", "negmeansquarederror": "mse",
      "negrootmeansquarederror": "rmse", "negmeanabsoluteerror": "mae", "valloss": "loss",
      "valaccuracy": "accuracy",
    ],
    "stop": ["medianpruner": "median", "successivehalvingpruner": "halving", "nopruner": "never"],
    "sampler": ["tpesampler": "tpe", "gpsampler": "gp", "randomsampler": "random"],
    "initializer": [
      "xavieruniform": "glorot_uniform", "xaviernormal": "glorot_normal",
      "kaiminguniform": "he_uniform", "kaimingnormal": "he_normal",
    ],
  ]

  /// What is shown or drawn under another name here.
  package static let things: [String: [String: String]] = [
    "show": [
      "model": "network", "summary": "network", "parameters": "network", "params": "network",
      "layers": "network", "losses": "history", "loss": "history", "accuracy": "history",
    ],
    "search": searches, "plan": searches,
    "plot": [
      "history": "loss", "model": "network", "training": "loss", "losses": "loss",
      "acc": "accuracy", "valloss": "loss", "valaccuracy": "accuracy", "losscurve": "loss",
      "decisionboundary": "boundary", "confusionmatrix": "confusion", "roccurve": "roc",
      "boundaries": "boundary", "classes": "data", "points": "data",
    ],
  ]

  private static let searches = [
    "gridsearch": "grid", "gridsearchcv": "grid", "gridsampler": "grid", "randomized": "random",
    "randomsearch": "random", "randomizedsearchcv": "random", "randomsampler": "random",
    "tpe": "bayes", "optuna": "bayes", "bayesian": "bayes", "bayesianoptimization": "bayes",
    "hyperopt": "bayes", "tpesampler": "bayes", "fine": "local",
  ]

  /// What is drawn or shown under two words elsewhere, and which of these has no place here.
  static let phrases = [
    "decision boundary": 0, "decision boundaries": 0, "confusion matrix": 1, "loss curve": 1,
    "accuracy curve": 1, "roc curve": 1, "training loss": 0, "training accuracy": 0,
    "training history": 0, "model summary": 0,
  ]

  /// What kind of file a verb reads, by its ending.
  static let endings = [
    "data": ["csv": "csv", "tsv": "csv", "npz": "npz"],
    "load": ["safetensors": "network", "keras": "network", "h5": "network", "json": "network"],
  ]

  /// The splits.
  static let splits = ["val": "validation", "valid": "validation", "dev": "validation"]

  /// The kind of layer that a word means; nil for none.
  package static func layer(_ word: String) -> String? {
    let plain = plain(word)
    if let kind = kinds[plain] { return kind }
    return layers[
      plain.hasSuffix("2d") || plain.hasSuffix("1d") ? String(plain.dropLast(2)) : plain]
  }

  /// The kinds of layers that there are, by their plain names.
  private static let kinds = Dictionary(
    LayerTable.kinds.map { (plain($0), $0) }, uniquingKeysWith: { first, _ in first })

  private static let layers = [
    "linear": "dense", "fc": "dense", "conv": "conv", "convolution": "conv",
    "maxpooling": "maxpool", "maxpool": "maxpool", "averagepooling": "avgpool",
    "averagepool": "avgpool", "avgpool": "avgpool", "batchnormalization": "batchnorm",
    "batchnorm": "batchnorm",
  ]

  /// A word without what the tools write differently: its capitals and the lines between its parts.
  package static func plain(_ word: String) -> String {
    let word = word.lowercased()
    return word.utf8.contains(UInt8(ascii: "_")) ? word.replacing("_", with: "") : word
  }
}
