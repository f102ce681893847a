/// The numbers that an option accepts, and how an error says so.
package struct Bounds: Sendable {
  let text: String
  let contains: @Sendable (Double) -> Bool

  /// Finite and greater than 0.
  package static let positive = Bounds(text: "greater than 0") { $0 > 0 && $0.isFinite }
  static let notNegative = Bounds(text: "0 or more") { $0 >= 0 && $0.isFinite }
  static let upToOne = Bounds(text: "from 0 to 1") { $0 >= 0 && $0 <= 1 }
  static let any = Bounds(text: "a finite number") { $0.isFinite }
  static let belowOne = Bounds(text: "0 or more and less than 1") { $0 >= 0 && $0 < 1 }

  /// The same bounds with a usual range added: "greater than 0, usually 0.0001 to 1".
  func usually(_ range: String) -> Bounds {
    Bounds(text: "\(text), usually \(range)", contains: contains)
  }
}
