package import Language
package import Networks
import TensorEngine

/// The layers that look at images through windows.
extension LayerReader {
  /// `conv 8 3x3 relu stride=2 padding=same`
  package static func convolution(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    try layer.expect(optionsOf: Convolution(filters: 1, size: WindowSize(1)), atMost: 3)
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
      initializer: try arguments.value(of: LayerOption.initializer) ?? .glorotUniform,
      usesBias: try arguments.value(of: LayerOption.bias) ?? true,
      l1: try arguments.value(of: LayerOption.l1) ?? 0,
      l2: try arguments.value(of: LayerOption.l2) ?? 0,
      maxNorm: try arguments.value(of: LayerOption.maxNorm),
      name: try arguments.value(of: LayerOption.name))
  }

  /// `maxpool 2x2`
  package static func maxPooling(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    let size = try poolingSize(layer)
    return MaxPooling(
      size: size, stride: try stride(layer), padding: try padding(layer),
      name: try layer.arguments.value(of: LayerOption.name))
  }

  /// `avgpool 2x2`
  package static func averagePooling(_ layer: LayerArguments) throws(Diagnostic) -> any Layer {
    let size = try poolingSize(layer)
    return AveragePooling(
      size: size, stride: try stride(layer), padding: try padding(layer),
      name: try layer.arguments.value(of: LayerOption.name))
  }

  private static func poolingSize(_ layer: LayerArguments) throws(Diagnostic) -> WindowSize {
    try layer.expect(optionsOf: MaxPooling(size: WindowSize(1)), atMost: 1)
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
    guard let value = try arguments.value(of: LayerOption.stride) else { return nil }
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
    try layer.arguments.value(of: LayerOption.padding).flatMap(ImageWindow.Padding.init(rawValue:))
      ?? .valid
  }
}
