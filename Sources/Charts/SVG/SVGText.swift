import TerminalText

/// The elements of an SVG picture as text, which no content can break.
struct SVGText {
  private(set) var text = ""

  /// A coordinate or a length, to a tenth of a pixel.
  static func number(_ number: Double) -> String {
    guard number.isFinite, number.magnitude < 1e9 else { return "0" }
    let tenths = Int((number * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let rest = tenths.magnitude % 10
    return sign + "\(tenths.magnitude / 10)" + (rest == 0 ? "" : ".\(rest)")
  }

  /// A path around a cell. Its ends are rounded where they stand, so that neighbours leave no gap.
  static func cell(left: Double, top: Double, right: Double, bottom: Double) -> String {
    "M\(number(left)) \(number(top))H\(number(right))V\(number(bottom))H\(number(left))z"
  }

  /// A text without what XML knows, and without characters that it cannot hold.
  static func escaped(_ text: String) -> String {
    var marked = ""
    for scalar in text.cleaned(.label).unicodeScalars {
      switch scalar {
      case "&": marked += "&amp;"
      case "<": marked += "&lt;"
      case ">": marked += "&gt;"
      case "\"": marked += "&quot;"
      default: marked.unicodeScalars.append(scalar)
      }
    }
    return marked
  }

  /// An element without content; its attributes are numbers and words of our own.
  mutating func add(_ name: String, _ attributes: String) {
    text += "<\(name) \(attributes)/>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    add(
      "line",
      "x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
        + "y2=\"\(Self.number(y2))\" \(style)")
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, width: Double, height: Double, _ style: String
  ) {
    add(
      "rect",
      "x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(width, 0)))\" "
        + "height=\"\(Self.number(max(height, 0)))\" \(style)")
  }

  /// - Parameter path: Commands of a path; nothing is drawn of an empty one.
  mutating func path(_ path: String, _ style: String) {
    if !path.isEmpty { add("path", "d=\"\(path)\" \(style)") }
  }

  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// A text with its base line at y.
  mutating func label(
    _ content: String, _ x: Double, _ y: Double, anchor: Anchor = .start, _ style: String = ""
  ) {
    guard !content.isEmpty else { return }
    let anchor = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    text +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\"\(anchor)"
      + (style.isEmpty ? "" : " " + style) + ">\(Self.escaped(content))</text>\n"
  }

  /// Another picture, moved to a place.
  ///
  /// - Parameter class: By which a page's style finds it; nil for none.
  mutating func group(_ inner: SVGText, x: Double, y: Double, class: String? = nil) {
    let name = `class`.map { "class=\"\($0)\" " } ?? ""
    text +=
      "<g \(name)transform=\"translate(\(Self.number(x)) \(Self.number(y)))\">\n"
      + inner.text + "</g>\n"
  }

  /// About how wide a text is at 12 pixels, for placing others beside it.
  static func width(_ text: String) -> Double { Double(text.columns) * 7 }
}
