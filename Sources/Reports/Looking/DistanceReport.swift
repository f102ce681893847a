package import Charts

/// What `distance` measured: how far two vectors or two texts are apart, and where.
package struct DistanceReport: Report {
  /// How it is measured.
  package enum Kind: String, Sendable {
    /// The root of the sum of squares, the sum of sizes, and how many places differ.
    case euclidean, manhattan, hamming
  }

  /// How it is measured.
  package let kind: Kind
  /// How far the two are apart.
  package let value: Double
  /// The two texts; nil for vectors.
  package let texts: (first: String, second: String)?
  /// The differences, element by element; empty for texts.
  package let differences: [Double]
  /// The places that differ, from 1.
  package let places: [Int]
  /// How many places there are.
  package let count: Int
  /// How many significant digits the distance is shown with.
  package let digits: Int

  /// The most terms of a sum that are written out, and the most places that are listed.
  private static let shownTerms = 6
  private static let shownPlaces = 20

  /// Puts together what was measured.
  package init(
    _ kind: Kind, _ value: Double, texts: (first: String, second: String)?, differences: [Double],
    places: [Int], of count: Int, digits: Int
  ) {
    self.kind = kind
    self.value = value
    self.texts = texts
    self.differences = differences
    self.places = places
    self.count = count
    self.digits = digits
  }

  package var document: Document {
    let value = NumberText.significant(value, digits: digits)
    let fact = Fact(
      "distance", .number(self.value), text: "\(kind.rawValue) distance \(value)\(derivation)")
    let marked = texts.map { [Block.verbatim(comparison(of: $0))] } ?? []
    return Document(marked + [.facts([fact] + listed)])
  }

  package var explanation: Explanation { Explanation(figures: [figure]) }

  /// What kind of sum the distance is, over how many places.
  private var figure: String {
    let places = "\(NumberText.count(count)) \(count == 1 ? "place" : "places")"
    return switch kind {
    case .euclidean:
      "It is the root of the sum of the squared differences of \(places), the straight way."
    case .manhattan:
      "It is the sum of the sizes of the differences of \(places), a way along the axes."
    case .hamming: "It counts where the two differ, of \(places), and not by how much."
    }
  }

  /// The two texts one above the other, with marks under the places that differ.
  private func comparison(of texts: (first: String, second: String)) -> String {
    var marks = [UInt8](repeating: UInt8(ascii: " "), count: places.last ?? 0)
    for place in places { marks[place - 1] = UInt8(ascii: "^") }
    return "\(texts.first)\n\(texts.second)\n\(String(decoding: marks, as: UTF8.self))"
  }

  private var listed: [Fact] {
    guard kind == .hamming else { return [] }
    let list = places.prefix(Self.shownPlaces).map { String($0) }.joined(separator: ", ")
    let rest = places.count > Self.shownPlaces ? ", …" : ""
    return [
      Fact(
        "places", .list(places.map { .count($0) }),
        text: places.isEmpty
          ? "no place of \(count) differs" : "places \(list)\(rest) of \(count)")
    ]
  }

  /// " = sqrt(3^2 + 4^2)", for a few terms.
  private var derivation: String {
    let sizes = differences.map { NumberText.significant($0.magnitude, digits: 6) }
    guard !sizes.isEmpty, sizes.count <= Self.shownTerms else { return "" }
    switch kind {
    case .euclidean: return " = sqrt(\(sizes.map { "\($0)^2" }.joined(separator: " + ")))"
    case .manhattan: return " = \(sizes.joined(separator: " + "))"
    case .hamming: return ""
    }
  }
}
