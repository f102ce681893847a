/// The shapes that tell series and classes apart, and their colours beside them.
enum SVGSymbol: Equatable {
  /// The dashes and the marker of a curve.
  case line(Int)
  /// What curves are compared with.
  case reference
  /// A point of a class; a misclassified one has a ring.
  case point(Int, isMisclassified: Bool)
  /// The region of a class.
  case region(Int, isConfident: Bool)
  /// A level of a surface, 0 for the lowest and 1 for the highest.
  case level(Double)
  /// A place worth knowing.
  case mark
  case text(String)

  /// The colours of Okabe and Ito ("Color Universal Design", 2008), told apart by everyone.
  private static let colors = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"]
  private static let dashes = ["", "6 3", "2 2", "8 3 2 3", "12 4", "4 2 1 2"]
  static let referenceStyle = "fill=\"none\" stroke=\"#777\" stroke-dasharray=\"5 4\""
  static let markStyle = "stroke=\"#555\" stroke-dasharray=\"3 3\""

  static func color(_ index: Int) -> String { colors[place(index, of: colors.count)] }

  /// A colour of these as it is seen through a part of it on white.
  static func blend(_ index: Int, strength: Double) -> String {
    let digits = Int(color(index).dropFirst(), radix: 16) ?? 0
    let mixed = [16, 8, 0].map { shift -> String in
      let part = Double(digits >> shift & 0xFF)
      let level = Int((255 - (255 - part) * min(max(strength, 0), 1)).rounded())
      return (level < 16 ? "0" : "") + String(level, radix: 16)
    }
    return "#" + mixed.joined()
  }

  /// How long the strokes and the gaps of a curve's line are; none for a whole line.
  static func dash(_ index: Int) -> [Int] {
    dashes[place(index, of: dashes.count)].split(separator: " ").compactMap { Int($0) }
  }

  static func lineStyle(_ index: Int) -> String {
    let dash = dashes[place(index, of: dashes.count)]
    return "fill=\"none\" stroke=\"\(color(index))\" stroke-width=\"1.5\""
      + (dash.isEmpty ? "" : " stroke-dasharray=\"\(dash)\"")
  }

  static func pointStyle(_ index: Int) -> String {
    "fill=\"none\" stroke=\"\(color(index))\" stroke-width=\"1.3\""
  }

  static let ringStyle = "fill=\"none\" stroke=\"#000\" stroke-width=\"1\""

  static func regionStyle(_ index: Int, isConfident: Bool) -> String {
    "fill=\"\(color(index))\" fill-opacity=\"\(isConfident ? "0.4" : "0.15")\" "
      + "shape-rendering=\"crispEdges\""
  }

  static func levelStyle(_ part: Double) -> String {
    "fill=\"\(color(0))\" fill-opacity=\"\(NumberText.fixed(part * 0.85, places: 2))\" "
      + "shape-rendering=\"crispEdges\""
  }

  /// The path of a marker: a circle, crosses, a square, triangles, a diamond.
  static func marker(_ index: Int, x: Double, y: Double) -> String {
    func start(_ dx: Double, _ dy: Double) -> String {
      "M\(SVGText.number(x + dx)) \(SVGText.number(y + dy))"
    }
    switch place(index, of: 8) {
    case 0: return start(-3, 0) + "a3 3 0 1 0 6 0a3 3 0 1 0-6 0"
    case 1: return start(-3, -3) + "l6 6m0-6l-6 6"
    case 2: return start(-4, 0) + "h8m-4-4v8"
    case 3: return start(-3, -3) + "h6v6h-6z"
    case 4: return start(0, -4) + "l4 7h-8z"
    case 5: return start(0, -4) + "l4 4l-4 4l-4-4z"
    case 6: return start(0, 4) + "l4-7h-8z"
    default: return start(-4, 0) + "h8"
    }
  }

  static func ring(x: Double, y: Double) -> String {
    "M\(SVGText.number(x - 6)) \(SVGText.number(y))a6 6 0 1 0 12 0a6 6 0 1 0-12 0"
  }

  func draw(on svg: inout SVGText, x: Double, y: Double) {
    switch self {
    case .line(let index):
      svg.line(x - 10, y, x + 10, y, Self.lineStyle(index))
      svg.path(Self.marker(index, x: x, y: y), Self.pointStyle(index))
    case .reference:
      svg.line(x - 10, y, x + 10, y, Self.referenceStyle)
    case .point(let index, let isMisclassified):
      svg.path(Self.marker(index, x: x, y: y), Self.pointStyle(index))
      if isMisclassified { svg.path(Self.ring(x: x, y: y), Self.ringStyle) }
    case .region(let index, let isConfident):
      svg.rectangle(
        x - 8, y - 6, width: 16, height: 12, Self.regionStyle(index, isConfident: isConfident))
    case .level(let part):
      svg.rectangle(x - 8, y - 6, width: 16, height: 12, Self.levelStyle(part))
      svg.rectangle(x - 8, y - 6, width: 16, height: 12, "fill=\"none\" stroke=\"#999\"")
    case .mark:
      svg.line(x, y - 7, x, y + 7, Self.markStyle)
    case .text(let text):
      svg.label(text, x, y + 4, anchor: .middle, "font-weight=\"bold\"")
    }
  }

  private static func place(_ index: Int, of count: Int) -> Int {
    Int(index.magnitude % UInt(count))
  }
}
