internal import Session
internal import Workbench

/// The words of the progress line, fitted to a width.
enum ProgressText {
  /// The characters of a bar: what is done, what is left.
  struct Bar {
    static let ascii = Bar(full: "#", empty: "-", heights: ["_", ".", "-", "=", "^"])
    static let blocks = Bar(
      full: "█", empty: "░", heights: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
    let full: Character
    let empty: Character
    /// From the lowest to the highest point of a spark line.
    let heights: [Character]
  }

  /// What was done since the clock began.
  struct Pace {
    let seconds: Double
    let done: Int

    var perSecond: Double? { seconds >= 0.05 && done > 0 ? Double(done) / seconds : nil }
  }

  private static let narrowestBar = 8
  private static let widestBar = 24

  /// As much as fits: the head always (cut where it must be), the details by importance, and a bar
  /// where there is room left for one.
  ///
  /// - Parameter expected: How many seconds work that has not begun will take.
  static func line(
    _ progress: Progress, pace: Pace, bar: Bar, spark: Spark = Spark(), best: String? = nil,
    expected: Double? = nil, width: Int
  ) -> String {
    let head = head(progress, expected)
    let details = details(progress, pace: pace, spark: spark.text(bar.heights), best: best)
    for ranks in stride(from: 5, through: 0, by: -1) {
      let tail = details.filter { $0.rank < ranks }.map(\.text).joined(separator: " · ")
      let text = tail.isEmpty ? head : head + "  " + tail
      guard text.count <= width else { continue }
      let room = min(width - text.count - 2, widestBar)
      guard let fraction = fraction(progress), room >= narrowestBar else { return text }
      let drawn = drawBar(bar, fraction: fraction, length: room)
      return tail.isEmpty ? "\(head)  \(drawn)" : "\(head)  \(drawn)  \(tail)"
    }
    return String(head.prefix(max(width, 0)))
  }

  /// The name and how far it is: "epoch 37/100".
  private static func head(_ progress: Progress, _ expected: Double?) -> String {
    if case .bytes = progress {
      return progress.name + " " + bytes(progress.done, of: progress.total)
    }
    if case .trainings(let done, let all, _, _, _) = progress {
      // Said before the first of them begins.
      if progress.done == 0 {
        return "\(all) networks to train, \(progress.total ?? 0) epochs"
          + (expected.map { ", about \(duration($0))" } ?? "")
      }
      return "networks \(done)/\(all)"
    }
    return progress.name + " \(progress.done)" + (progress.total.map { "/\($0)" } ?? "")
  }

  private struct Detail {
    let text: String
    /// 0 is the most important.
    let rank: Int
  }

  /// In the order in which they are shown.
  private static func details(
    _ progress: Progress, pace: Pace, spark: String, best: String?
  ) -> [Detail] {
    var details: [Detail] = []
    func add(_ text: String?, rank: Int) {
      guard let text else { return }
      details.append(Detail(text: text, rank: rank))
    }
    if case .epoch(_, _, let loss, let validationLoss) = progress {
      add("loss \(number(loss, digits: 4))", rank: 0)
      add(validationLoss.map { "validation \(number($0, digits: 4))" }, rank: 2)
      add(spark.isEmpty ? nil : spark, rank: 3)
    }
    if case .trainings(_, _, _, _, let loss) = progress {
      add(best, rank: 0)
      add(loss.flatMap { best == nil ? "loss \(number($0, digits: 4))" : nil }, rank: 2)
      add(spark.isEmpty ? nil : spark, rank: 3)
    }
    add(rate(progress, pace), rank: 4)
    add(timeLeft(progress, pace), rank: 1)
    return details
  }

  private static func fraction(_ progress: Progress) -> Double? {
    guard let total = progress.total, total > 0 else { return nil }
    return min(max(Double(progress.done) / Double(total), 0), 1)
  }

  private static func drawBar(_ bar: Bar, fraction: Double, length: Int) -> String {
    let full = Int(fraction * Double(length))
    return String(repeating: bar.full, count: full)
      + String(repeating: bar.empty, count: length - full)
  }

  private static func rate(_ progress: Progress, _ pace: Pace) -> String? {
    guard let rate = pace.perSecond else { return nil }
    if case .bytes = progress { return "\(number(rate / 1e6, digits: 2)) MB/s" }
    if case .trainings = progress { return "\(number(rate, digits: 3)) epochs/s" }
    return "\(number(rate, digits: 3))/s"
  }

  private static func timeLeft(_ progress: Progress, _ pace: Pace) -> String? {
    guard let total = progress.total, let rate = pace.perSecond else { return nil }
    return duration(Double(max(total - progress.done, 0)) / rate) + " left"
  }

  private static let secondsOfYear = 31_557_600.0

  /// "12 s", "3 min 20 s", "1 h 5 min", "12 days", "4 years"; beyond a thousand of them no number.
  static func duration(_ seconds: Double) -> String {
    guard seconds < 1_000 * secondsOfYear else { return "more than 1,000 years" }
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) min \(whole % 60) s" }
    if whole < 360_000 { return "\(whole / 3600) h \(whole / 60 % 60) min" }
    if seconds < 2 * secondsOfYear { return "\(whole / 86_400) days" }
    return "\(Int(seconds / secondsOfYear)) years"
  }

  /// "4.2/9.9 MB"
  private static func bytes(_ done: Int, of total: Int?) -> String {
    func megabytes(_ count: Int) -> String {
      let tenths = max(count, 0) / 100_000
      return "\(tenths / 10).\(tenths % 10)"
    }
    return megabytes(done) + (total.map { "/" + megabytes($0) } ?? "") + " MB"
  }

  /// About `digits` significant digits, without an exponent from 0.0001 up to a billion.
  static func number(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value.isFinite ? "huge" : "\(value)" }
    guard abs(value) >= 1e-4 || value == 0 else { return "~0" }
    var places = digits
    var limit = 1.0
    while places > 0, abs(value) >= limit {
      places -= 1
      limit *= 10
    }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * scale).rounded())
    let whole = scaled / Int(scale)
    let sign = value < 0 && scaled != 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(whole)" }
    let fraction = String(scaled % Int(scale))
    return "\(sign)\(whole)." + String(repeating: "0", count: places - fraction.count) + fraction
  }
}
