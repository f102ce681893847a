import TensorEngine

/// What convolutions and pooling have in common: how a window lies on the image that comes in.
struct ImageGeometry {
  /// The most values that an image may become, as many as a network may have parameters.
  private static let outputLimit = 100_000_000

  /// The layer as it is typed, for errors.
  var layer: String
  var window: WindowSize
  var stride: WindowSize
  var padding: ImageWindow.Padding

  /// The window over images of a shape.
  ///
  /// - Parameter filters: The values of an output pixel; nil for as many as come in.
  /// - Throws: `needsImage` for an input that is no image, `windowTooLarge` for a window without
  ///   padding that does not fit into it, `outOfRange` for sizes outside 1 to 4096 or too many
  ///   outputs.
  func window(on input: Shape, filters: Int?) throws(EngineError) -> ImageWindow {
    for (size, what) in [(window, "window"), (stride, "stride")] {
      try SettingCheck.count(size.height, what, in: WindowSize.range)
      try SettingCheck.count(size.width, what, in: WindowSize.range)
    }
    guard input.rank == 3 else { throw .needsImage(layer: layer, input: input) }
    let image = unchecked(on: input, filters: filters)
    if padding == .valid && (window.height > image.height || window.width > image.width) {
      throw .windowTooLarge(layer: layer, window: window.text, image: input)
    }
    let output = Shape([image.outputHeight, image.outputWidth, image.filters])
    try SettingCheck.count(output.count, "outputs", in: 1...Self.outputLimit)
    return image
  }

  /// The window over images of a shape that ``window(on:filters:)`` accepts.
  func unchecked(on input: Shape, filters: Int?) -> ImageWindow {
    let sides = input.dimensions + [1, 1, 1]
    return ImageWindow(
      height: sides[0], width: sides[1], channels: sides[2], filters: filters ?? sides[2],
      windowHeight: window.height, windowWidth: window.width, strideDown: stride.height,
      strideAcross: stride.width, padding: padding)
  }
}

extension ImageGeometry {
  /// At how many places of an image the window lies.
  func derivation(for input: Shape, filters: Int?) -> OutputDerivation {
    let image = unchecked(on: input, filters: nil)
    return .window(
      rows: OutputDerivation.WindowPlaces(
        side: image.height, window: window.height, stride: stride.height,
        isPadded: padding == .same, count: image.outputHeight),
      columns: OutputDerivation.WindowPlaces(
        side: image.width, window: window.width, stride: stride.width,
        isPadded: padding == .same, count: image.outputWidth), filters: filters)
  }
}

extension ImageWindow {
  /// The shape of one output.
  var outputShape: Shape { [outputHeight, outputWidth, filters] }
}
