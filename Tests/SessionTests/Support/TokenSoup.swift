import SeededRandom

/// Lines that no student would type, and lines that a student mistyped.
enum TokenSoup {
  /// Words, signs and numbers in any order.
  static func line(_ random: inout SeededGenerator) -> String {
    let words = (0...random.below(9)).map { _ in random.pick(tokens) }
    return words.joined(separator: random.pick(["", " ", " ", " "]))
  }

  /// A right line with a few of its characters changed, doubled or gone.
  static func mutated(_ line: String, _ random: inout SeededGenerator) -> String {
    var characters = Array(line)
    for _ in 0...random.below(3) where !characters.isEmpty {
      let index = random.below(characters.count)
      switch random.below(4) {
      case 0: characters.remove(at: index)
      case 1: characters.insert(characters[index], at: index)
      case 2: characters[index] = random.pick(signs)
      default: characters.insert(contentsOf: random.pick(tokens), at: index)
      }
    }
    return String(characters)
  }

  static let signs = Array("()[]{},;=+-*/^@<>!.%\"'\\#&|$~`:?_ \t\n\r\u{0}é19x")

  static let tokens = [
    "data", "circles", "moons", "blobs", "points=12", "noise=", "csv", "mnist", "split", "train=",
    "train", "validation", "test", "50%", "scale", "standard", "take", "network", "small", "add",
    "dense", "dropout", "flatten", "activation", "relu", "softmax", "sigmoid", "insert", "replace",
    "remove", "initialize", "seed=", "use", "epochs=2", "steps=1", "batch=", "all", "optimizer=",
    "adam", "rate=", "l2=", "lambda=", "stop=early(", "checkpoint=", "every(", "best(", "target(",
    "resume", "patience=", "loss=", "mse", "evaluate",
    "predict", "example", "plot", "boundary", "rate", "range", "surface", "low=", "high=",
    "confusion", "roc", "gradients", "network", "metric", "wrong", "filters", "features", "loss",
    "accuracy", "show", "print", "let", "x", "=",
    "check", "diagnose", "target=", "compare", "search", "random", "grid", "manual", "local",
    "plan",
    "best", "folds", "folds=", "trials=", "runs", "seed", "set", "digits", "undo", "redo",
    "edit", "delete", "cells", "save", "run", "lessons", "help", "explain", "note", "for", "in",
    "end", "and", "or", "not", "weights(", "bias(", "gradient(", "output(", "error(", "sum(",
    "log(", "sqrt(", "transpose(", "softmax(", "shape(", "1", "0", "-1", "2", "0.5", "1e300",
    "1e-300", "-0", "1/0", "0/0", "9223372036854775807", "-9223372036854775808",
    "18446744073709551616", "1e999", "3x3", "0x0", "1..3", "3..1", "1..9 by 4", "..", "by", "[",
    "]", "(", ")", ",", ";", "+", "-", "*", "/", "^", "@", "<", ">=", "==", "!=", "\"", "\"text\"",
    "\\", "#", "%", "\n", "\r", "\t", "\u{0}", "\u{1B}", "\u{202E}", "é", "東京", "🙂",
    "\u{301}", "$", "wine.csv", "/", "~", "..", "\u{FEFF}",
  ]
}
