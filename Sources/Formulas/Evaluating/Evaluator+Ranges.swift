package import Language
import TensorEngine

extension Evaluator {
  /// The most numbers of a range.
  private static let mostNumbers = 100_000

  /// The numbers of a range: 1..10 by 1, 1..3, 0.001..1 log, 1..64 log 7.
  ///
  /// - Throws: a `Diagnostic` for a step that leads nowhere or more than 100,000 numbers.
  package func numbers(in range: ValueRange) throws(Diagnostic) -> [Double] {
    let first = try number(range.from)
    let last = try number(range.to)
    let whole = range.from.range.union(range.to.range)
    switch range.step {
    case .logarithmic(let count):
      guard first > 0, last >= first, last.isFinite else {
        throw Diagnostic("a log range goes up from a number greater than 0", at: whole)
      }
      return try numbers(from: first, upTo: last, count: count)
    case .none:
      return try numbers(from: first, to: last, by: first <= last ? 1 : -1, at: whole)
    case .by(let step):
      return try numbers(from: first, to: last, by: number(step), at: step.range)
    }
  }

  private func numbers(
    from first: Double, to last: Double, by step: Double, at range: SourceRange
  ) throws(Diagnostic) -> [Double] {
    let steps = (last - first) / step
    guard step != 0, steps >= 0 else {
      throw Diagnostic("this step does not lead from the first number to the last", at: range)
    }
    guard steps < Double(Self.mostNumbers) else {
      throw Diagnostic("a range has at most 100,000 numbers", at: range)
    }
    return (0...Int(steps + 1e-9)).map { first + Double($0) * step }
  }

  /// The numbers of a log range, both ends among them.
  ///
  /// Without a count they are a factor of 10 apart where that leads to the end, else a factor of 2,
  /// else as few equal factors as are no greater than 10, or than 2 where the end is less than ten
  /// times the beginning.
  private func numbers(
    from first: Double, upTo last: Double, count: Expression?
  ) throws(Diagnostic) -> [Double] {
    if let count {
      let many = try self.count(count, what: "the count of a log range", in: 2...Self.mostNumbers)
      guard last > first else {
        throw Diagnostic("several numbers need two different ends", at: count.range)
      }
      return Self.numbers(from: first, to: last, inSteps: many - 1)
    }
    for factor in [10.0, 2] {
      if let numbers = Self.numbers(from: first, to: last, times: factor) { return numbers }
    }
    let factor = last / first < 10 ? 2.0 : 10
    var steps = 1
    var reached = first * factor
    while reached < last {
      reached *= factor
      steps += 1
    }
    return Self.numbers(from: first, to: last, inSteps: steps)
  }

  /// The numbers each a factor above the one before; nil where the end is not among them.
  private static func numbers(
    from first: Double, to last: Double, times factor: Double
  ) -> [Double]? {
    var numbers = [first]
    var current = first
    while current < last * (1 - 1e-9) {
      current *= factor
      numbers.append(current)
    }
    guard abs(current - last) <= last * 1e-9 else { return nil }
    numbers[numbers.count - 1] = last
    return numbers
  }

  /// The numbers each the same factor above the one before: first · (last / first)^(i / steps).
  private static func numbers(from first: Double, to last: Double, inSteps steps: Int) -> [Double] {
    let whole = ElementaryMath.log(last) - ElementaryMath.log(first)
    return (0...steps).map { step in
      if step == 0 { return first }
      if step == steps { return last }
      return first * ElementaryMath.exp(whole * Double(step) / Double(steps))
    }
  }
}
