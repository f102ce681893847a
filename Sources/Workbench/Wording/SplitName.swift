import Datasets
package import Language

/// The names of the splits as students type them.
package enum SplitName {
  private static let others = [
    "train": "training", "val": "validation", "valid": "validation", "dev": "validation",
  ]

  /// Whether a word names a part.
  package static func isKnown(_ word: String) -> Bool {
    DataInHand.Part(rawValue: others[word] ?? word) != nil
  }

  /// The part that a word names; `train` is training, and other tools' `val` and `dev` are validation.
  ///
  /// - Throws: a `Diagnostic` for an unknown word, and for a part without examples, which says how
  ///   to make one.
  package static func part(
    _ word: String, of data: DataInHand, at range: SourceRange
  ) throws(Diagnostic) -> DataInHand.Part {
    guard let part = DataInHand.Part(rawValue: others[word] ?? word) else {
      throw Wording.unknownWord(
        word, what: "split", among: ["training", "validation", "test"], at: range)
    }
    guard !data.rows(of: part).isEmpty else {
      throw Diagnostic(
        "there is no \(part.rawValue) split", at: range,
        hints: [
          data.dataset.comesDivided
            ? "split \(part.rawValue)=10% takes one from the training examples"
            : "split train=60% validation=20% test=20% makes one"
        ])
    }
    return part
  }
}
