/// A line of a formula with numbers in it: what is shown of a rule, as facts. How a number reads is
/// up to whoever shows it.
///
///     "w := w - \(.rate) * g / sqrt(a + \(epsilon))"
public struct FormulaLine: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// A part of the line.
  public enum Part: Hashable, Sendable {
    /// Words and signs as they are.
    case text(String)
    /// The value of a setting, or what follows from it.
    case number(Double)
    /// The learning rate, which may change as training goes on.
    case rate
  }

  /// The parts in order.
  public let parts: [Part]

  /// A line without numbers.
  public init(stringLiteral value: String) { parts = [.text(value)] }

  /// A line with numbers.
  public init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  /// Puts a line together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// An empty line.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { parts.append(.text(literal)) }

    /// Adds words.
    public mutating func appendInterpolation(_ text: String) { parts.append(.text(text)) }

    /// Adds a number.
    public mutating func appendInterpolation(_ number: Double) { parts.append(.number(number)) }

    /// Adds the parts of another line.
    public mutating func appendInterpolation(_ line: FormulaLine) { parts += line.parts }

    /// Adds a part.
    public mutating func appendInterpolation(_ part: Part) { parts.append(part) }
  }

  /// "m := 0.9 * m + 0.1 * g": a running mean that keeps a share of itself.
  static func mean(_ name: String, keeping share: Double, of value: String) -> FormulaLine {
    "\(name) := \(share) * \(name) + \(1 - share) * \(value)"
  }
}
