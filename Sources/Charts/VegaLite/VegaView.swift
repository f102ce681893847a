import JSON
import TerminalText

/// The room that a view has, in pixels.
struct VegaSpace {
  /// The most cells along a side; of more, every so many are shown.
  static let mostSquares = 200

  var width: Double
  var height: Double
  var isInGrid = false
  /// What the data of all the charts of a grid fills, so that they are drawn to one scale.
  var shared: (x: Extent, y: Extent)?

  /// The size of a plane, in the aspect of its data.
  func size(x: Extent, y: Extent, aspect: Aspect, isLinear: Bool = true) -> (Double, Double) {
    let ratio = x.length / y.length
    // In a grid a plane is as high as it is wide at the most.
    let height = isInGrid ? width : height
    guard aspect == .equal, isLinear, ratio.isFinite, ratio > 0.05, ratio < 20 else {
      return (width, height)
    }
    return ratio * height <= width
      ? ((ratio * height).rounded(), height) : (width, (width / ratio).rounded())
  }

  /// How many pixels each of some cells takes, as a whole number, so that no seam shows between them.
  static func cell(_ room: Double, _ count: Int, most: Double = .infinity) -> Double {
    max(min((room / Double(max(count, 1))).rounded(.down), most), 1)
  }
}

/// A part of a specification that draws one chart, and what its legend says.
struct VegaView {
  var members: [JSONValue.Member]
  /// Nil for a view whose legend is its own.
  var key: VegaKey?

  /// Marks on top of each other, between axes of one size.
  init(width: Double, height: Double, layers: [VegaLayer], key: VegaKey?) {
    members = [
      .init("width", .number(width)), .init("height", .number(height)),
      .init("layer", .array(layers.map(\.json))),
    ]
    self.key = key
  }

  init(members: [JSONValue.Member], key: VegaKey?) {
    self.members = members
    self.key = key
  }

  func titled(_ title: String?, anchor: JSONValue = "middle") -> VegaView {
    guard let title, !title.isEmpty else { return self }
    let text: JSONValue = ["text": .string(title.cleaned(.label)), "anchor": anchor]
    return VegaView(members: [.init("title", text)] + members, key: key)
  }
}
