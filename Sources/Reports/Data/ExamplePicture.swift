package import Charts
import Datasets
import TensorEngine
package import Workbench

/// The image that an example is.
package enum ExamplePicture {
  /// The image of an example, in grey.
  package static func image(of row: Int, in data: DataInHand) -> ImageChart {
    let raw = data.examples.rawInput(at: row)
    let shape = data.examples.inputShape.dimensions
    return ImageChart(
      pixels: luminance(raw, channels: shape[2]), width: shape[1], height: shape[0],
      extent: extent(of: raw, in: data))
  }

  /// What black and white stand for: 0 and 255 for bytes, else the least and the greatest value.
  private static func extent(of values: [Double], in data: DataInHand) -> Extent {
    guard case .floats = data.examples.inputs, let least = values.min(), let most = values.max(),
      least < most
    else { return Extent(0, 255) }
    return Extent(least, most)
  }

  /// The mean of the channels of each pixel.
  package static func luminance(_ values: [Double], channels: Int) -> [Double] {
    guard channels > 1 else { return values }
    return stride(from: 0, to: values.count, by: channels).map { start in
      values[start..<start + channels].reduce(0, +) / Double(channels)
    }
  }
}
