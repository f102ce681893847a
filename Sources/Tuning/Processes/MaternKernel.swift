import TensorEngine

/// How alike two points are to a Gaussian process: a Matern kernel of 5/2, with a weight for each
/// axis, and noise.
///
/// ```
/// r² = Σ over axes i of  weight i · distance i²
/// k(r) = height · (1 + √5 r + 5/3 r²) · exp(-√5 r)      and noise where both are one measurement
/// ```
///
/// Two choices have the distance 0 where they are the same, and 1 where they are not.
///
/// Source: Rasmussen and Williams, "Gaussian Processes for Machine Learning", 2006, section 4.2.
struct MaternKernel: Sendable {
  /// The logarithms of the weights of the axes, the height and the noise.
  var logs: [Double]
  private let axes: Int

  /// A kernel before anything is known.
  init(axes: Int) {
    self.axes = axes
    logs = [Double](repeating: 1, count: axes) + [0, ElementaryMath.log(0.01)]
  }

  var weights: [Double] { logs.prefix(axes).map { ElementaryMath.exp($0) } }
  var height: Double { ElementaryMath.exp(logs[axes]) }
  var noise: Double { ElementaryMath.exp(logs[axes + 1]) }

  private static let root = 5.0.squareRoot()

  /// The kernel at a squared distance, for a height of 1, and its derivative by that.
  static func value(atSquare square: Double) -> (value: Double, slope: Double) {
    let scaled = root * square.squareRoot()
    let decay = ElementaryMath.exp(-scaled)
    return ((1 + scaled + 5 / 3 * square) * decay, -5 / 6 * (1 + scaled) * decay)
  }

  /// What speaks for these settings before anything was seen, as a logarithm, with its derivatives by
  /// the logarithms: weights near 1, a height near 1, little noise.
  ///
  /// The numbers are those of Optuna 5.0's `default_log_prior`.
  var prior: (value: Double, slopes: [Double]) {
    var value = 0.0
    var slopes: [Double] = []
    for weight in weights {
      value -= 0.1 / weight + 0.1 * weight
      slopes.append(0.1 / weight - 0.1 * weight)
    }
    value += logs[axes] - height
    slopes.append(1 - height)
    value += 0.1 * logs[axes + 1] - 30 * noise
    slopes.append(0.1 - 30 * noise)
    return (value, slopes)
  }
}
