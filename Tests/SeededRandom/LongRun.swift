import Foundation

/// How much the laws with a long form are asked: a little in every run of the tests, and all of it
/// where `OVERFIT_LONG` is set.
public enum LongRun {
  /// Whether the long forms are asked for.
  public static let isAsked = ProcessInfo.processInfo.environment["OVERFIT_LONG"] != nil

  /// One of two counts.
  public static func count(_ short: Int, long: Int) -> Int { isAsked ? long : short }
}
