package import Language
package import Networks
package import TensorEngine

/// The layers that look at images through windows.
extension LayerReader {
  static let imageOptions: [OptionDefinition] = [
    OptionDefinition(
      name: "stride", kind: .size,
      standard: "1 (conv), the window (maxpool, avgpool)",
      meaning: "how many pixels the window moves: 2, or 2x1 for down and across"),
    OptionDefinition(
      name: "padding", kind: .choice(ImageWindow.Padding.allCases.map(\.rawValue)),
      standard: "valid",
      meaning: "conv, maxpool, avgpool: whether windows may pass the edge of an image"),
  ]

  package static func convolution(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(options: weightOptions + ["max_norm", "stride", "padding"], atMost: 3)
    let arguments = layer.arguments
    let missing = "conv needs a number of filters and the size of its kernel: conv 8 3x3 relu"
    let filters = try layer.value(0, orSay: missing)
    if case .size = filters.kind { throw Diagnostic(missing, at: filters.range) }
    if arguments.text(of: filters) != nil { throw Diagnostic(missing, at: filters.range) }
    let size = try layer.value(1, orSay: missing)
    return Convolution(
      filters: try arguments.count(filters, what: "filters", in: 1...65_536),
      size: try window(size, of: "kernel", example: "conv 8 3x3"),
      activation: try layer.optional(2).map { (value) throws(Diagnostic) in
        try activation(value, arguments)
      } ?? .linear,
      stride: try stride(layer) ?? WindowSize(1), padding: try padding(layer),
      initializer: try initializer("initializer", arguments) ?? .glorotUniform,
      usesBias: try arguments.yesOrNo("bias") ?? true,
      l1: try arguments.number("l1") ?? 0, l2: try arguments.number("l2") ?? 0,
      maxNorm: try arguments.number("max_norm"), name: try arguments.text("name"))
  }

  package static func maxPooling(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    let size = try poolingSize(layer)
    return MaxPooling(
      size: size, stride: try stride(layer), padding: try padding(layer),
      name: try layer.arguments.text("name"))
  }

  package static func averagePooling(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    let size = try poolingSize(layer)
    return AveragePooling(
      size: size, stride: try stride(layer), padding: try padding(layer),
      name: try layer.arguments.text("name"))
  }

  private static func poolingSize(_ layer: LayerArguments) throws(Diagnostic) -> WindowSize {
    try layer.expect(options: ["stride", "padding", "name"], atMost: 1)
    let word = layer.kind.rawValue
    let value = try layer.value(0, orSay: "\(word) needs the size of its window: \(word) 2x2")
    return try window(value, of: "window", example: "\(word) 2x2")
  }

  private static func window(
    _ value: Expression, of what: String, example: String
  ) throws(Diagnostic) -> WindowSize {
    guard case .size(let sides) = value.kind, sides.count == 2 else {
      throw Diagnostic(
        "the size of a \(what) is height x width: \(example)", at: value.range)
    }
    return try size(sides, of: "a \(what)", at: value.range)
  }

  private static func stride(_ layer: LayerArguments) throws(Diagnostic) -> WindowSize? {
    let arguments = layer.arguments
    guard let value = try arguments.single("stride") else { return nil }
    if case .size(let sides) = value.kind {
      guard sides.count == 2 else {
        throw Diagnostic("stride is one number, or down x across: 2x1", at: value.range)
      }
      return try size(sides, of: "a stride", at: value.range)
    }
    return WindowSize(try arguments.count(value, what: "stride", in: 1...4096))
  }

  private static func size(
    _ sides: [Int], of what: String, at range: SourceRange
  ) throws(Diagnostic) -> WindowSize {
    guard sides.allSatisfy({ (1...4096).contains($0) }) else {
      throw Diagnostic("the sides of \(what) must be from 1 to 4,096", at: range)
    }
    return WindowSize(sides[0], sides[1])
  }

  private static func padding(
    _ layer: LayerArguments
  ) throws(Diagnostic) -> ImageWindow.Padding {
    try layer.arguments.choice("padding").flatMap(ImageWindow.Padding.init(rawValue:)) ?? .valid
  }
}
