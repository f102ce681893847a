import JSON
import TerminalText

/// Marks of one kind, each with its row of data.
struct VegaLayer {
  /// The kind of the marks and how they look.
  var mark: [JSONValue.Member]
  /// The rows, each an object of the fields that the channels name.
  var rows: [JSONValue]
  /// What the marks show of their rows.
  var channels: [JSONValue.Member]

  init(
    _ type: String, _ look: [JSONValue.Member] = [], rows: [JSONValue], _ channels: VegaChannel...
  ) {
    mark = [.init("type", .string(type))] + look
    self.rows = rows
    self.channels = channels.map(\.member)
  }

  /// A line around the whole plot.
  static let edge = VegaLayer(
    "rect", [.init("filled", false), .init("stroke", "#333333"), .init("strokeWidth", 1)],
    rows: [.object([])], .init("x", ["value": 0]), .init("x2", ["value": "width"]),
    .init("y", ["value": 0]), .init("y2", ["value": "height"]))

  var json: JSONValue {
    [
      "data": ["values": .array(rows)], "mark": .object(mark), "encoding": .object(channels),
    ]
  }
}

/// What one channel of a mark shows: a place, a colour, a text.
struct VegaChannel {
  var member: JSONValue.Member

  init(_ name: String, _ value: JSONValue) { member = .init(name, value) }

  /// A place on an axis.
  ///
  /// - Parameters:
  ///   - isWhole: Whether no tick between whole numbers has a meaning.
  ///   - isRound: Whether the axis may end at the round numbers beyond its extent.
  static func place(
    _ name: String, on axis: Axis, _ extent: Extent, isWhole: Bool = false, isRound: Bool = false
  ) -> VegaChannel {
    var scale: [JSONValue.Member] = [
      .init("domain", extent.json), .init("nice", .bool(isRound)), .init("zero", false),
    ]
    if let ends = axis.logarithmicEnds(extent) {
      scale = [
        .init("type", "log"), .init("domain", ends.json), .init("nice", .bool(isRound)),
      ]
    }
    // Between fewer than six whole numbers no other tick has a meaning.
    let ticks = isWhole && extent.length < 6 ? max(Int(extent.length.rounded(.up)), 1) : 6
    var look: [JSONValue.Member] = [.init("tickCount", .integer(ticks))]
    if axis.format == .percent { look.append(.init("format", "~%")) }
    if isWhole { look.append(.init("format", ",d")) }
    return VegaChannel(
      name,
      [
        "field": .string(name), "type": "quantitative", "title": title(axis.heading),
        "scale": .object(scale), "axis": .object(look),
      ])
  }

  /// A place between the ends of the plot, on no axis; from the top where it is upright.
  static func bare(_ name: String, _ lower: Double, _ upper: Double, isReversed: Bool = false)
    -> VegaChannel
  {
    VegaChannel(
      name,
      [
        "field": .string(name), "type": "quantitative", "axis": .null,
        "scale": [
          "domain": [.number(lower), .number(upper)], "nice": false, "zero": false,
          "reverse": .bool(isReversed),
        ],
      ])
  }

  /// A row or a column of its own for each of some names, in their order.
  static func names(
    _ name: String, _ names: [String], title: String = "", look: [JSONValue.Member] = [],
    padding: Double = 0
  ) -> VegaChannel {
    let axis: [JSONValue.Member] = [
      .init("domain", false), .init("ticks", false), .init("grid", false),
    ]
    return VegaChannel(
      name,
      [
        "field": .string(name), "type": "ordinal", "title": Self.title(title),
        "scale": ["domain": .array(names.map { .string($0) }), "padding": .number(padding)],
        "axis": .object(axis + look),
      ])
  }

  /// The other end of a place on the axis of `x` or `y`.
  static func end(_ name: String) -> VegaChannel { VegaChannel(name, ["field": .string(name)]) }

  /// A text that stands in the row.
  static let text = VegaChannel("text", ["field": "text", "type": "nominal"])

  /// A colour that stands in the row.
  static let fill = VegaChannel(
    "fill", ["field": "fill", "type": "nominal", "scale": .null, "legend": .null])

  private static func title(_ title: String) -> JSONValue {
    title.isEmpty ? .null : .string(title.cleaned(.label))
  }
}

extension Axis {
  /// The ends of the axis where it is logarithmic and has positive ones; else nil.
  func logarithmicEnds(_ extent: Extent) -> Extent? {
    guard scale == .logarithmic, extent.upper > 0 else { return nil }
    return Extent(max(extent.lower, extent.upper * 1e-9), extent.upper)
  }

  /// A number as data, null where it has no place on the axis.
  func placed(_ number: Double) -> JSONValue {
    scale == .logarithmic && number <= 0 ? .null : .number(number)
  }
}

/// The names of a legend with the colour, the shape and the dashes of each.
struct VegaKey: Equatable {
  struct Entry: Equatable {
    var name: String
    var color: String
    var shape = "circle"
    var dash: [Int] = []
  }

  private(set) var entries: [Entry]
  /// The names that the legend shows: a curve may have none.
  private let shown: [String]

  /// Each name is there once: one that comes again gets a number behind it.
  init(_ entries: [Entry]) {
    let names = Self.unique(entries.map(\.name))
    shown = zip(names, entries).filter { !$1.name.isEmpty }.map(\.0)
    self.entries = entries
    for (index, name) in names.enumerated() { self.entries[index].name = name }
  }

  static func unique(_ names: [String]) -> [String] {
    var taken: Set<String> = []
    return names.map { name in
      let clean = name.cleaned(.label)
      var unique = clean
      var number = 2
      while !taken.insert(unique).inserted {
        unique = "\(clean) (\(number))"
        number += 1
      }
      return unique
    }
  }

  func name(_ index: Int) -> JSONValue { .string(entries[index].name) }

  /// A channel that shows what the field `key` of each row stands for.
  func channel(_ name: String, look: [JSONValue.Member] = []) -> VegaChannel {
    let range: [JSONValue] = entries.map { entry in
      switch name {
      case "shape": .string(entry.shape)
      case "strokeDash": .array(entry.dash.map { .integer($0) })
      default: .string(entry.color)
      }
    }
    let legend: [JSONValue.Member] =
      [.init("title", .null), .init("values", .array(shown.map { .string($0) }))] + look
    return VegaChannel(
      name,
      [
        "field": "key", "type": "nominal",
        "scale": [
          "domain": .array(entries.map { .string($0.name) }), "range": .array(range),
        ],
        "legend": shown.isEmpty ? .null : .object(legend),
      ])
  }

  /// Whether the charts of a grid have one legend.
  static func resolution(isShared: Bool) -> JSONValue.Member {
    let word: JSONValue = isShared ? "shared" : "independent"
    let channels = ["color", "fill", "stroke", "shape", "strokeDash"]
    return .init(
      "resolve", ["scale": .object(channels.map { .init($0, word) })])
  }
}

extension VegaKey.Entry {
  /// The shapes of ``SVGSymbol``: words of Vega, and paths within a square from -1 to 1.
  private static let shapes = [
    "circle", "M-0.8,-0.8L0.8,0.8M0.8,-0.8L-0.8,0.8", "M-1,0L1,0M0,-1L0,1", "square", "triangle-up",
    "diamond", "triangle-down", "M-1,0L1,0",
  ]

  static func point(_ index: Int, _ name: String) -> VegaKey.Entry {
    .init(
      name: name, color: SVGSymbol.color(index),
      shape: shapes[Int(index.magnitude % UInt(shapes.count))])
  }

  static func line(_ index: Int, _ name: String) -> VegaKey.Entry {
    var entry = point(index, name)
    entry.dash = SVGSymbol.dash(index)
    return entry
  }

  static func reference(_ name: String) -> VegaKey.Entry {
    .init(name: name, color: "#777777", shape: "M-1,0L1,0", dash: [5, 4])
  }

  static func mark(_ name: String) -> VegaKey.Entry {
    .init(name: name, color: "#555555", shape: "M0,-1L0,1", dash: [3, 3])
  }

  /// An area, whose colour is paler than that of its points.
  static func area(_ index: Int, _ name: String) -> VegaKey.Entry {
    .init(name: name, color: SVGSymbol.color(index), shape: "square")
  }

  /// What the legend has to say without a sign.
  static func remark(_ text: String) -> VegaKey.Entry {
    .init(name: text, color: "#ffffff", shape: "M0,0L0,0")
  }
}
