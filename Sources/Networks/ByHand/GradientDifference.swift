import TensorEngine

/// How far the gradient of one parameter is from differences of the loss.
package struct GradientDifference: Equatable, Sendable {
  /// The index of the layer, from 0.
  package var layer: Int
  /// The name of the parameter within the layer: "kernel".
  package var parameter: String
  /// How many of its elements were compared.
  package var comparisons: Int
  /// How many elements it has.
  package var count: Int
  /// The largest |g - d| / max(1, |d|) of them, with the gradient g and the difference d.
  package var largest: Double

  /// What rounding to float32 explains; a wrong term is far beyond it.
  package static let bound = 2e-4
}

extension Trainer {
  /// Compares the gradients of a batch with differences of its loss.
  ///
  /// The derivative by an element is taken as
  ///
  ///     (8 (L(h) - L(-h)) - (L(2h) - L(-2h))) / 12h      h = 1/256
  ///
  /// whose own error is about h⁴, and that of float32 losses near 1 about 3e-5. A kink of a relu
  /// or of |w| within 2h of an element makes a difference that is no mistake.
  ///
  /// Source: Abramowitz and Stegun, 1964, table 25.2, the five-point formula.
  ///
  /// - Parameters:
  ///   - rows: The rows of the batch.
  ///   - isTraining: Whether the layers do what they do in training; masks are those of the
  ///     network's next step throughout.
  ///   - limit: The most elements of a parameter to compare, evenly spread; at least 1.
  /// - Returns: One line for each parameter that is trained.
  /// - Throws: As ``pass(rows:isTraining:goesBack:)``.
  package func gradientDifferences(
    rows: [Int32], isTraining: Bool = true, limit: Int = 16
  ) throws(NetworkError) -> [GradientDifference] {
    var trainer = self
    // The loss has all of l1 in it, whichever way a step takes it.
    trainer.settings.isProximal = false
    return try trainer.withRun(of: rows) { run throws(NetworkError) in
      let (pass, batch, _) = try run.pass(rows, isTraining: isTraining, goesBack: true)
      var lines: [GradientDifference] = []
      for (layer, places) in run.plan.layout.parameters.enumerated() {
        for (index, place) in places.enumerated() where place.gradient != nil {
          guard let gradient = pass.gradients?.parameters[layer][index].elements else { continue }
          let compared = Self.spread(min(max(1, limit), place.count), over: place.count)
          let errors = try compared.map { element throws(NetworkError) in
            if run.plan.interruption.isAsked() { throw .engine(.interrupted) }
            let difference = run.plan.difference(at: place.values + element, batch)
            return abs(Double(gradient[element]) - difference) / max(1, abs(difference))
          }
          lines.append(
            GradientDifference(
              layer: layer, parameter: network.parameters[layer].names[index],
              comparisons: compared.count, count: place.count,
              largest: errors.reduce(0) { $1 > $0 || $1.isNaN ? $1 : $0 }))
        }
      }
      return lines
    }
  }

  private static func spread(_ count: Int, over total: Int) -> [Int] {
    (0..<count).map { $0 * total / count }
  }
}

extension Plan {
  /// The derivative of the batch's loss by one float of the parameters, from differences.
  fileprivate func difference(at offset: Int, _ batch: PlanContext) -> Double {
    let element = batch.floats + offset
    let value = element.pointee
    defer { element.pointee = value }
    let h: Float = 1 / 256
    let losses = [2 * h, h, -h, -2 * h].map { (shift: Float) -> Double in
      element.pointee = value + shift
      forward(batch)
      let measure = measure(batch)
      return measure.lossSum / Double(batch.rows * (layout.head?.lossesPerRow ?? 1)) + penalty()
    }
    return (8 * (losses[1] - losses[2]) - (losses[0] - losses[3])) / (12 * Double(h))
  }
}
