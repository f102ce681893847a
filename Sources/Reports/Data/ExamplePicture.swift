package import Charts
import Datasets
import TensorEngine
package import Workbench

/// One example: an image in characters, or its features by name.
package enum ExamplePicture {
  /// An example as an image where it is one, else as its numbers.
  package static func document(of row: Int, in data: DataInHand) -> Document {
    let dataset = data.dataset
    var facts = [Fact("example", .count(row + 1), text: "example \(row + 1)")]
    switch data.examples.targets {
    case .classes(let classes, _):
      let name = dataset.classNames[Int(classes[row])]
      facts.append(Fact("class", .text(name), text: "class \(name)"))
    case .values(_, let width):
      let value = dataset.targetNumbers[row * width]
      facts.append(
        Fact(
          dataset.targetName, .number(value),
          text: "\(dataset.targetName) \(FileNumber.text(value, of: dataset))"))
    }
    if let part = DataInHand.Part.allCases.first(where: { data.rows(of: $0).contains(Int32(row)) })
    {
      facts.append(Fact("split", .text(part.rawValue), text: "\(part.rawValue) split"))
    }
    let raw = data.examples.rawInput(at: row)
    guard dataset.isImages else {
      facts += zip(dataset.featureNames, raw).map { name, value in
        value.isNaN
          ? Fact(name, .text("missing"), text: "\(name) missing")
          : Fact(name, .number(value), text: "\(name) \(FileNumber.text(value, of: dataset))")
      }
      return Document([.facts(facts)])
    }
    var chart = image(of: row, in: data)
    chart.caption = facts.map(\.text).joined(separator: " · ")
    return Document([.chart(.image(chart))])
  }

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
