import Foundation

/// How much of a long law is tried: a part that takes seconds, or so many times as much as
/// `OVERFIT_LONG` says.
enum TestSize {
  static let factor = max(
    1, ProcessInfo.processInfo.environment["OVERFIT_LONG"].flatMap { Int($0) } ?? 1)
}
