/// Inputs and targets that belong together, one row for each example.
public struct Examples: Sendable, Equatable {
  /// The shape of one input; its features are `inputShape.count` many.
  public let inputShape: Shape
  /// All inputs, raw: `[N, features]`.
  public let inputs: Inputs
  /// All targets, in the same order.
  public let targets: Targets
  /// What happens to the inputs on their way into a network.
  public let scaling: FeatureScaling?
  /// Inputs of double precision, scaled and rounded; empty for others.
  let prepared: [Float]

  /// Creates examples, and checks that their parts fit together.
  /// - Throws: `shapeMismatch` when inputs and targets have not the same number of rows or the
  ///   scaling has not one entry or one for each feature; `outOfRange` for more than
  ///   `Int32.max` rows or a class number that is not in `0 ..< count`.
  public init(
    inputShape: Shape, inputs: Inputs, targets: Targets, scaling: FeatureScaling? = nil
  ) throws(EngineError) {
    self.inputShape = inputShape
    self.inputs = inputs
    self.targets = targets
    self.scaling = scaling
    prepared =
      if case .doubles(let values) = inputs, scaling?.fits(inputShape.count) != false {
        Self.prepared(values, width: max(1, inputShape.count), by: scaling)
      } else { [] }
    try check()
  }

  private static func prepared(
    _ values: [Double], width: Int, by scaling: FeatureScaling?
  ) -> [Float] {
    var prepared = [Float](repeating: 0, count: values.count)
    var watch = InterruptionWatch()
    for place in values.indices where !watch.isAsked() {
      prepared[place] =
        scaling?.scaled(values[place], feature: place % width) ?? Float(values[place])
    }
    return prepared
  }

  /// What is left to do while a batch is gathered: inputs of double precision are scaled already.
  public var gatheredScaling: FeatureScaling? {
    if case .doubles = inputs { nil } else { scaling }
  }

  /// The number of examples.
  public var count: Int { targets.rowCount }

  /// The number of features of one example.
  public var featureCount: Int { inputShape.count }

  /// The input of one example as a network sees it, scaled. `row` must be in `0 ..< count`.
  public func input(at row: Int) -> [Float] {
    let range = row * featureCount..<(row + 1) * featureCount
    if case .doubles = inputs { return Array(prepared[range]) }
    let raw = rawInput(at: row).map { Float($0) }
    guard let scaling else { return raw }
    return raw.indices.map { scaling.scaled(raw[$0], feature: $0) }
  }

  /// The input of one example as it was read or made; NaN where a value is missing. `row` must be
  /// in `0 ..< count`.
  public func rawInput(at row: Int) -> [Double] {
    let range = row * featureCount..<(row + 1) * featureCount
    switch inputs {
    case .floats(let values): return values[range].map { Double($0) }
    case .doubles(let values): return Array(values[range])
    case .bytes(let values): return values[range].map { Double($0) }
    }
  }

  /// The same examples with another scaling.
  /// - Throws: as ``init(inputShape:inputs:targets:scaling:)``.
  public func scaled(by scaling: FeatureScaling?) throws(EngineError) -> Examples {
    try Examples(inputShape: inputShape, inputs: inputs, targets: targets, scaling: scaling)
  }

  private func check() throws(EngineError) {
    if case .values(let values, let width) = targets, width < 1 || values.count % width != 0 {
      throw .shapeMismatch(
        what: "targets", expected: [count, max(1, width)], actual: [values.count])
    }
    guard count <= Int32.max else {
      throw .outOfRange(
        what: "examples", valid: "at most \(Int32.max) rows", actual: Double(count))
    }
    let (expected, overflow) = count.multipliedReportingOverflow(by: featureCount)
    guard !overflow, inputs.count == expected else {
      throw .shapeMismatch(
        what: "inputs", expected: Shape([count] + inputShape.dimensions),
        actual: [inputs.count])
    }
    if let scaling, !scaling.fits(featureCount) {
      throw .shapeMismatch(
        what: "scaling", expected: [featureCount], actual: [scaling.shift.count])
    }
    if case .classes(let classes, let classCount) = targets {
      for number in classes where number < 0 || Int(number) >= classCount {
        throw .outOfRange(
          what: "class", valid: "0 ..< \(classCount)", actual: Double(number))
      }
    }
  }
}
