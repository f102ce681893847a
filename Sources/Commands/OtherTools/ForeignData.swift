import Workbench

/// Data sets that other tools bring along: `data iris`, `data cifar10`, `data make_moons`.
enum ForeignData {
  /// What to type instead, above what there is; nil for a word that is more likely misspelled.
  ///
  /// - Parameters:
  ///   - known: The words of the data sets that there are.
  ///   - fault: What would be said else.
  static func hints(for word: String, among known: [String], _ fault: [String]) -> [String]? {
    let plain = Loanword.plain(word)
    guard !known.contains(plain), let first = word.first, first.isLetter,
      word.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") })
    else { return nil }
    for start in ["make", "load", "fetch", "two", "noisy"] where plain.hasPrefix(start) {
      let rest = String(plain.dropFirst(start.count))
      if known.contains(rest) { return ["it is typed: data \(rest)"] }
    }
    let there = "there are: \(Wording.firstTwelve(of: known))"
    if isOfImages(plain) {
      return ["images are read from a folder: data images FOLDER", there]
    }
    let isMisspelled = fault.first?.hasPrefix("did you mean") == true
    guard isFamous(word) || !isMisspelled else { return nil }
    return ["a table is read from a file: data csv \(word).csv target=COLUMN", there]
  }

  /// Whether everybody who has met the word means a table by it.
  static func isFamous(_ word: String) -> Bool { tables.contains(Loanword.plain(word)) }

  private static func isOfImages(_ word: String) -> Bool {
    images.contains { word.hasPrefix($0) } || word.hasSuffix("mnist") && word != "mnist"
  }

  private static let images = [
    "cifar", "svhn", "imagenet", "coco", "celeba", "omniglot", "caltech", "fashion", "flowers",
    "food101", "catsvsdogs", "stl10", "faces", "olivetti",
  ]

  private static let tables: Set<String> = [
    "iris", "wine", "titanic", "tips", "penguins", "mtcars", "boston", "housing", "california",
    "diabetes", "breastcancer", "cancer", "adult", "census", "abalone", "sonar", "heart", "mpg",
    "autompg", "diamonds", "flights", "churn", "credit", "winequality", "ionosphere", "spam",
    "spambase", "concrete", "energy", "ames", "faithful", "anscombe",
  ]
}
