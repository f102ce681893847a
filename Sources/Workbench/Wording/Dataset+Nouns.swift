package import Datasets

extension Dataset {
  /// What one calls the examples: "points", "images", "rows".
  package var exampleNoun: String { Wording.noun(for: exampleKind, count: 2) }

  /// The noun for a number of examples: "point" for 1, "points" for any other.
  package func noun(for count: Int) -> String { Wording.noun(for: exampleKind, count: count) }
}

extension Wording {
  /// "point", "points".
  static func noun(for kind: ExampleKind, count: Int) -> String {
    let noun =
      switch kind {
      case .point: "point"
      case .row: "row"
      case .image: "image"
      case .house: "house"
      }
    return count == 1 ? noun : noun + "s"
  }
}
