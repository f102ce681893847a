import Testing

/// Expects numbers within a bound, absolute below 1 and relative above.
func expectClose(
  _ actual: [Float], _ expected: [Double], within bound: Double, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(actual.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
  for (index, (one, other)) in zip(actual, expected).enumerated() {
    let error = abs(Double(one) - other) / max(1, abs(other))
    #expect(
      error <= bound, "\(comment) [\(index)]: \(one) is not \(other)",
      sourceLocation: sourceLocation)
  }
}

func expectClose(
  _ actual: Double, _ expected: Double, within bound: Double, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let error = abs(actual - expected) / max(1, abs(expected))
  #expect(
    error <= bound, "\(comment): \(actual) is not \(expected)", sourceLocation: sourceLocation)
}
