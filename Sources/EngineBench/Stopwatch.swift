/// The time of one call: the best of many, because other work only ever adds to it.
enum Stopwatch {
  /// Nanoseconds of one call of `body`.
  static func nanoseconds(_ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    var calls = 1
    var elapsed = clock.measure { body() }
    while elapsed < .milliseconds(2) {
      calls *= 2
      elapsed = clock.measure { for _ in 0..<calls { body() } }
    }
    var best = elapsed
    for _ in 0..<20 {
      best = min(best, clock.measure { for _ in 0..<calls { body() } })
    }
    let (seconds, attoseconds) = best.components
    return (Double(seconds) * 1e9 + Double(attoseconds) * 1e-9) / Double(calls)
  }
}
