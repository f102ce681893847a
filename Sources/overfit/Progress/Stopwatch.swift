#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Seconds since it was made. Nothing but the progress line looks at a clock.
struct Stopwatch {
  private let start = Stopwatch.now

  var seconds: Double { Stopwatch.now - start }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
