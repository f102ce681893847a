#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The time of day, for files that other programs read.
enum WallClock {
  /// "2026-05-01T12:30:00.250000+00:00"
  static var now: String {
    var time = timeval()
    gettimeofday(&time, nil)
    var parts = tm()
    var seconds = time.tv_sec
    gmtime_r(&seconds, &parts)
    let date = [Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday)]
    let hours = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(Int.init)
    let text = { (numbers: [Int], sign: String) in
      numbers.map { ($0 < 10 ? "0" : "") + String($0) }.joined(separator: sign)
    }
    let fraction = String(1_000_000 + Int(time.tv_usec)).dropFirst()
    return "\(text(date, "-"))T\(text(hours, ":")).\(fraction)+00:00"
  }
}
