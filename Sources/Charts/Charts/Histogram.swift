import JSON

/// How often values fall into bins of equal width.
package struct Histogram: Equatable, Sendable {
  /// Values that belong together, such as those of a class: a part of each column.
  package struct Group: Equatable, Sendable {
    /// What the legend calls the group; the number of its values stands beside it.
    package var name: String
    /// How many of its values each bin has.
    package var counts: [Int]

    /// Makes a group of its counts, one a bin.
    package init(_ name: String, counts: [Int]) {
      self.name = name
      self.counts = counts
    }
  }

  /// What stands above the picture; nil for nothing.
  package var title: String?
  /// What the values are; its ends in the picture are those of ``extent``.
  package var xAxis: Axis
  /// Where the first bin begins and the last one ends.
  package var extent: Extent
  /// How many values each bin has, from left to right.
  package var counts: [Int]
  /// The groups that the counts are made of, from the lying axis up; empty where there are none.
  package var groups: [Group] = []
  /// Values with no place in any bin: not a number, infinite, or beyond the extent.
  package var outside: Int
  /// From the least to the greatest of the values in the bins; nil where there are none, or where
  /// only their counts are known.
  package private(set) var filled: ClosedRange<Double>?
  /// What the chart shows in one line of numbers; empty for one made of the counts.
  package var caption: String

  /// Makes a histogram of counts that are known already; ``filled`` is nil then.
  ///
  /// - Parameters:
  ///   - extent: From the lower end of the first bin to the upper end of the last one.
  ///   - counts: How many values each bin has; a negative count is drawn as none.
  ///   - outside: How many values had no place in a bin.
  package init(
    title: String? = nil, xAxis: Axis, extent: Extent, counts: [Int], outside: Int = 0,
    caption: String = ""
  ) {
    self.title = title
    self.xAxis = xAxis
    self.extent = extent
    self.counts = counts
    self.outside = outside
    self.caption = caption
  }

  /// Counts values in bins over the extent of the axis, or over what the values fill.
  ///
  /// A bin holds its lower end, and the last bin its upper end too.
  ///
  /// - Parameter bins: From 1 to 1000.
  package init(
    title: String? = nil, xAxis: Axis, values: [Double], bins: Int = 20, caption: String = ""
  ) {
    let extent = xAxis.extent ?? Extent(covering: values)
    var counts = [Int](repeating: 0, count: min(max(bins, 1), 1000))
    var outside = 0
    var filled: ClosedRange<Double>?
    for value in values {
      guard value >= extent.lower, value <= extent.upper else {
        outside += 1
        continue
      }
      let bin = Int(extent.fraction(of: value) * Double(counts.count))
      counts[min(max(bin, 0), counts.count - 1)] += 1
      filled = min(filled?.lowerBound ?? value, value)...max(filled?.upperBound ?? value, value)
    }
    self.init(
      title: title, xAxis: xAxis, extent: extent, counts: counts, outside: outside,
      caption: caption)
    self.filled = filled
  }
}

extension Histogram {
  var size: Int { groups.reduce(counts.count) { $0 + 1 + $1.counts.count } }

  var members: [JSONValue.Member] {
    [
      .init("x", xAxis.json), .init("extent", extent.json), .init("counts", .integers(counts)),
      .init("outside", .integer(outside)),
    ] + (groups.isEmpty ? [] : [.init("groups", .array(groups.map(\.json)))])
  }
}

extension Histogram.Group {
  fileprivate var json: JSONValue { ["name": .string(name), "counts": .integers(counts)] }
}
