extension ElementaryMath {
  /// `exp(x) - 1`, near 0 without the loss of the subtraction; within 6 ulp.
  public static func expMinusOne(_ x: Double) -> Double {
    guard x.magnitude < 1 else { return exp(x) - 1 }
    // With t = tanh(x / 2): exp(x) = (1 + t) / (1 - t).
    let t = tanh(x / 2)
    return 2 * t / (1 - t)
  }

  /// `log(1 + x)`, near 0 without the loss of the addition; within 6 ulp.
  ///
  /// Source: Goldberg, "What Every Computer Scientist Should Know About Floating-Point Arithmetic",
  /// 1991, theorem 4.
  public static func logOfOnePlus(_ x: Double) -> Double {
    let sum = 1 + x
    guard sum != 1, x.magnitude < 0.5 else { return sum == 1 ? x : log(sum) }
    return log(sum) * x / (sum - 1)
  }

  /// The standard normal distribution: the probability that a normal number with mean 0 and
  /// deviation 1 is at most `x`, `(1 + erf(x / √2)) / 2`; relative error below 2e-13.
  ///
  /// Source: Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.2.11 near 0 and the
  /// continued fraction 26.2.14 far out.
  public static func normalDistribution(_ x: Double) -> Double {
    let t = x.magnitude
    if t.isNaN { return x }
    if t > 39 { return x < 0 ? 0 : 1 }
    let density = 0.398_942_280_401_432_68 * exp(-0.5 * t * t)
    if t < 2 {
      // t + t³/3 + t⁵/(3·5) + …
      var term = t
      var sum = t
      var odd = 3.0
      while term > 1e-18 * sum {
        term *= t * t / odd
        sum += term
        odd += 2
      }
      return x < 0 ? 0.5 - density * sum : 0.5 + density * sum
    }
    // 1 / (t + 1 / (t + 2 / (t + 3 / …)))
    var fraction = t
    for depth in stride(from: 300.0, through: 1, by: -1) { fraction = t + depth / fraction }
    return x < 0 ? density / fraction : 1 - density / fraction
  }
}
