/// Times of calls, by the monotonic clock.
enum Stopwatch {
  private static let clock = ContinuousClock()

  /// Nanoseconds of one call of a kernel: the best of many, because other work only ever adds to
  /// it.
  static func nanoseconds(_ body: () -> Void) -> Double {
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
    return 1e9 * seconds(best) / Double(calls)
  }

  /// Seconds of one call.
  static func seconds<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    let start = clock.now
    try body()
    return seconds(start.duration(to: clock.now))
  }

  private static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }
}
