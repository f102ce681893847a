package import Charts
import Workbench

/// What a setting of the session is now.
package enum SettingReport: Report {
  /// How many significant digits `print` shows.
  case digits(Int)
  /// How many bytes the cells may hold.
  case memory(Int)
  /// What everything random is drawn from.
  case seed(UInt64)

  /// "seed 3"
  package var document: Document {
    switch self {
    case .digits(let digits): Document([.facts([Fact("digits", .count(digits))])])
    case .memory(let bytes):
      Document([
        .facts([Fact("memory", .count(bytes), text: "memory \(Wording.bytes(bytes))")])
      ])
    case .seed(let seed): Document([.facts([Fact("seed", .text(String(seed)))])])
    }
  }
}
