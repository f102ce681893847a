/// Places numbers on an axis, and chooses its round numbers.
struct AxisScale {
  struct Tick {
    /// 0 at the lower and 1 at the upper end of the axis.
    var fraction: Double
    var label: String
  }

  private(set) var ticks: [Tick] = []
  /// How many equal pieces the ticks cut the whole axis into; nil if its ends are no ticks.
  private(set) var intervals: Int?
  private let isLogarithmic: Bool
  /// The ends, as logarithms if the axis is logarithmic.
  private var extent: Extent

  /// Where a number lies; nil for what has no place on this kind of axis.
  func fraction(of number: Double) -> Double? {
    guard number.isFinite else { return nil }
    guard isLogarithmic else { return extent.fraction(of: number) }
    return number > 0 ? extent.fraction(of: Logarithm.base10(number)) : nil
  }

  var labelWidth: Int { ticks.map(\.label.count).max() ?? 0 }

  /// The most rows that the ticks cut evenly, or simply the most.
  func height(within heights: ClosedRange<Int>) -> Int {
    intervals.flatMap { count in heights.last { $0 % count == 0 } } ?? heights.upperBound
  }

  /// An upright axis: its ends are round numbers unless the axis has an extent of its own.
  ///
  /// - Parameters:
  ///   - heights: How many rows it may take; ticks that cut one of these evenly are preferred.
  ///   - isWhole: Whether only whole numbers are ticks.
  static func upright(
    _ axis: Axis, data: Extent, heights: ClosedRange<Int>, isWhole: Bool = false
  ) -> AxisScale {
    var scale = AxisScale(axis, data: data)
    if scale.isLogarithmic {
      scale.setDecades(
        axis, expands: axis.extent == nil, most: max(heights.upperBound / 2, 1))
    } else if axis.extent != nil {
      scale.setSteps(axis, expands: false) { $0.count <= heights.upperBound / 3 + 1 }
    } else {
      scale.setEvenSteps(axis, heights: heights, isWhole: isWhole)
    }
    return scale
  }

  /// A lying axis, whose ends are those of the data or the round numbers just beyond them.
  ///
  /// - Parameter isWhole: Whether only whole numbers are ticks.
  static func lying(_ axis: Axis, data: Extent, columns: Int, isWhole: Bool) -> AxisScale {
    var scale = AxisScale(axis, data: data)
    if scale.isLogarithmic {
      scale.setDecades(axis, expands: axis.extent == nil, most: max(columns / 8, 1))
    } else {
      scale.setSteps(axis, isWhole: isWhole, expands: axis.extent == nil) { labels in
        let widest = labels.map(\.count).max() ?? 0
        return labels.count <= 11 && labels.count * (widest + 3) <= max(columns, widest + 3)
      }
      if scale.ticks.count < 2 {
        scale = scale.tight(axis, data: data, columns: columns, isWhole: isWhole)
      }
    }
    return scale
  }

  /// The lying axis with ticks closer to each other, if it has two then: one alone tells no scale.
  private func tight(
    _ axis: Axis, data: Extent, columns: Int, isWhole: Bool
  ) -> AxisScale {
    var scale = AxisScale(axis, data: data)
    scale.setSteps(axis, isWhole: isWhole, expands: axis.extent == nil) { labels in
      let widest = labels.map(\.count).max() ?? 0
      return (labels.count + 1) * (widest + 1) <= columns
    }
    return scale.ticks.count < 2 ? self : scale
  }

  private init(_ axis: Axis, data: Extent) {
    let shown = axis.extent ?? data
    isLogarithmic = axis.scale == .logarithmic
    if isLogarithmic {
      let upper = shown.upper > 0 ? shown.upper : 10
      let lower = shown.lower > 0 ? shown.lower : min(upper / 10, 1)
      extent = Self.wideEnough(Extent(Logarithm.base10(lower), Logarithm.base10(upper)))
    } else {
      extent = Self.wideEnough(shown)
    }
  }

  /// Differences below a billionth of the numbers are drawn as none.
  private static func wideEnough(_ extent: Extent) -> Extent {
    let largest = max(abs(extent.lower), abs(extent.upper))
    let least = max(largest * 1e-9, 1e-290)
    guard extent.length < least else { return extent }
    let middle = extent.lower / 2 + extent.upper / 2
    return Extent(middle - least / 2, middle + least / 2)
  }

  private mutating func setEvenSteps(
    _ axis: Axis, heights: ClosedRange<Int>, isWhole: Bool
  ) {
    let most = max(heights.upperBound / 2, 1)
    var best: (score: Double, step: TickStep, first: Int, last: Int)?
    for step in candidates where !isWhole || step.exponent >= 0 {
      let first = step.index(below: extent.lower)
      let last = step.index(above: extent.upper)
      let count = last - first
      guard count >= 1, count <= most else { continue }
      let round = Extent(step.value(at: first), step.value(at: last))
      let coverage = round.fraction(of: extent.upper) - round.fraction(of: extent.lower)
      let isEven = heights.contains { $0 % count == 0 }
      let crowding = Double(abs(count - heights.upperBound / 3)) * 0.03
      let score = coverage - crowding - (isEven ? 0 : 0.2) - (count < 2 ? 0.5 : 0)
      if score > best?.score ?? -.infinity { best = (score, step, first, last) }
    }
    guard let best else { return }
    extent = Extent(best.step.value(at: best.first), best.step.value(at: best.last))
    intervals = best.last - best.first
    setTicks(best.step, best.first...best.last, format: axis.format)
  }

  private mutating func setSteps(
    _ axis: Axis, isWhole: Bool = false, expands: Bool, fits: ([String]) -> Bool
  ) {
    for step in candidates where !isWhole || step.exponent >= 0 {
      var first = step.index(above: extent.lower)
      var last = step.index(below: extent.upper)
      // Up to 500 steps a length come first: only those that have a chance are written out.
      guard last - first <= 60 else { continue }
      if expands {
        let slack = 0.06 * (extent.upper / 2 - extent.lower / 2) * 2
        if extent.lower - step.value(at: first - 1) <= slack { first -= 1 }
        if step.value(at: last + 1) - extent.upper <= slack { last += 1 }
      }
      guard first <= last else { continue }
      let isLast = step == candidates.last
      guard isLast || fits(step.labels(first...last, format: axis.format)) else { continue }
      extent = Extent(
        min(extent.lower, step.value(at: first)), max(extent.upper, step.value(at: last)))
      setTicks(step, first...last, format: axis.format)
      return
    }
  }

  private var candidates: [TickStep] {
    TickStep.candidates(for: min(extent.length, .greatestFiniteMagnitude))
  }

  private mutating func setTicks(
    _ step: TickStep, _ indices: ClosedRange<Int>, format: Axis.Format
  ) {
    let labels = step.labels(indices, format: format)
    ticks = zip(indices, labels).map { index, label in
      Tick(fraction: extent.fraction(of: step.value(at: index)), label: label)
    }.filter { $0.fraction >= -1e-6 && $0.fraction <= 1 + 1e-6 }
  }

  /// Ticks at powers of ten, and at 2 and 5 times these where there are few.
  private mutating func setDecades(_ axis: Axis, expands: Bool, most: Int) {
    // A hair's breadth, so that the logarithm of a power of ten counts as whole.
    let hair = expands ? 1e-9 : -1e-9
    let first = Int((extent.lower + hair).rounded(expands ? .down : .up))
    var last = Int((extent.upper - hair).rounded(expands ? .up : .down))
    if expands {
      last = max(last, first + 1)
      extent = Extent(Double(first), Double(last))
    }
    var stride = 1
    while last - first > most * stride { stride += 1 }
    let mantissas = [(1, 0), (2, 0.301029995663981), (5, 0.698970004336019)]
    for exponent in Swift.stride(from: first - stride, through: max(last, first), by: stride) {
      for (mantissa, logarithm) in mantissas.prefix(last - first <= 2 ? 3 : 1) {
        let fraction = extent.fraction(of: Double(exponent) + logarithm)
        guard fraction >= -1e-9, fraction <= 1 + 1e-9 else { continue }
        let step = TickStep(mantissa: mantissa, exponent: exponent)
        ticks.append(
          Tick(fraction: fraction, label: step.labels(1...1, format: axis.format)[0]))
      }
    }
    if expands { intervals = stride == 1 && last - first > 2 ? last - first : nil }
  }
}
