package import Charts

/// What a setting of the session is now.
package enum SettingReport: Report {
  /// How many significant digits `print` shows.
  case digits(Int)
  /// What everything random is drawn from.
  case seed(UInt64)

  /// "seed 3"
  package var document: Document {
    switch self {
    case .digits(let digits): Document([.facts([Fact("digits", .count(digits))])])
    case .seed(let seed): Document([.facts([Fact("seed", .text(String(seed)))])])
    }
  }
}
