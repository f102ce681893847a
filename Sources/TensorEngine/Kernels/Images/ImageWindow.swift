internal import CKernels

/// A window that slides over images: the geometry of a convolution or of pooling.
///
/// | what | shape |
/// | --- | --- |
/// | images | [N, height, width, channels] |
/// | kernel | [windowHeight, windowWidth, channels, filters] |
/// | outputs | [N, outputHeight, outputWidth, filters] |
///
/// Output (y, x) looks at the pixels from (y · strideDown - top, x · strideAcross - left) on. Rows
/// above and below the image take no part in a convolution; columns beside it count as zeros.
public struct ImageWindow: Hashable, Sendable {
  /// What becomes of windows that pass the edge of an image, with Keras's names and rules.
  public enum Padding: String, CaseIterable, Codable, Sendable {
    /// Only windows inside the image count: ⌊(n - window) / stride⌋ + 1 outputs along a side.
    case valid
    /// ⌈n / stride⌉ outputs along a side, so stride 1 keeps the size. What is missing lies around
    /// the image, the smaller half above and to the left.
    case same
  }

  /// The rows of pixels of an image.
  public let height: Int
  /// The columns of pixels of an image.
  public let width: Int
  /// The values of a pixel of an image.
  public let channels: Int
  /// The values of an output pixel; as many as channels for pooling.
  public let filters: Int
  /// The rows of pixels that the window covers.
  public let windowHeight: Int
  /// The columns of pixels that the window covers.
  public let windowWidth: Int
  /// How many rows the window moves from one output to the one below it.
  public let strideDown: Int
  /// How many columns the window moves from one output to the one to its right.
  public let strideAcross: Int
  /// The rows of padding above an image.
  public let top: Int
  /// The columns of padding to the left of an image.
  public let left: Int
  /// The rows of an output; 0 where no window fits.
  public let outputHeight: Int
  /// The columns of an output; 0 where no window fits.
  public let outputWidth: Int

  /// A window over images of a size; sizes and strides are at least 1.
  public init(
    height: Int, width: Int, channels: Int, filters: Int, windowHeight: Int, windowWidth: Int,
    strideDown: Int = 1, strideAcross: Int = 1, padding: Padding = .valid
  ) {
    self.height = height
    self.width = width
    self.channels = channels
    self.filters = filters
    self.windowHeight = windowHeight
    self.windowWidth = windowWidth
    self.strideDown = strideDown
    self.strideAcross = strideAcross
    (outputHeight, top) = Self.side(height, windowHeight, strideDown, padding)
    (outputWidth, left) = Self.side(width, windowWidth, strideAcross, padding)
  }

  /// The outputs along a side of n pixels, and the padding before it.
  private static func side(
    _ n: Int, _ window: Int, _ stride: Int, _ padding: Padding
  ) -> (outputs: Int, before: Int) {
    switch padding {
    case .valid:
      return (n < window ? 0 : (n - window) / stride + 1, 0)
    case .same:
      let outputs = (n + stride - 1) / stride
      return (outputs, max(0, (outputs - 1) * stride + window - n) / 2)
    }
  }

  /// The values of one image.
  public var inputCount: Int { height * width * channels }
  /// The values of one output.
  public var outputCount: Int { outputHeight * outputWidth * filters }
  /// The values of the kernel.
  public var kernelCount: Int { kernelRows * filters }
  /// The rows of the kernel as a matrix: the weights of one filter.
  public var kernelRows: Int { windowHeight * windowWidth * channels }

  /// The floats of scratch memory that one call of a convolution or of its gradients needs.
  public var scratchCount: Int {
    var arguments = arguments
    return convolution_scratch(&arguments)
  }

  var arguments: WindowArguments {
    WindowArguments(
      height: height, width: width, channels: channels, out_height: outputHeight,
      out_width: outputWidth, filters: filters, window_height: windowHeight,
      window_width: windowWidth, stride_y: strideDown, stride_x: strideAcross, top: top,
      left: left)
  }
}
