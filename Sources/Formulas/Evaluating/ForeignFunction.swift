/// Functions that students bring from Python and that are something else here.
enum ForeignFunction {
  /// What to type in the place of a function; nil for one that is not known.
  static func hint(for name: String) -> String? { hints[name] }

  private static let hints: [String: String] = [
    "range": "numbers in a row are written 1..3: for i in 1..3, or 0..10 by 2",
    "arange": "numbers in a row are written 1..3, or 0..10 by 2",
    "linspace": "numbers in a row are written 0..1 by 0.1",
    "exit": "quit leaves the notebook",
    "quit": "quit leaves the notebook",
    "print": "print stands before a formula: print 1 + 2",
    "array": "a vector is written [1, 2, 3], a matrix [1, 2; 3, 4]",
    "Sequential": "network starts one, and add dense 8 tanh adds a layer to it",
    "Model": "network starts one, and add dense 8 tanh adds a layer to it",
    "Dense": "add dense 8 tanh adds such a layer",
  ]
}
