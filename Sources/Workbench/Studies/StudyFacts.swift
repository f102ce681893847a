import Charts
import Datasets
package import JSON
import Networks
import TensorEngine
package import Tuning

/// What a study stands on: a file of one is gone on with where all of it is the same.
package struct StudyFacts: Equatable, Sendable {
  /// One of these facts.
  package struct Fact: Equatable, Sendable {
    /// What it is about: "data".
    package let name: String
    /// What it is, in words or as a digest.
    package let value: String
  }

  /// The facts in order.
  package let facts: [Fact]

  /// The facts of a study in hand.
  ///
  /// - Parameter content: The digest of all examples, where it is known.
  package init(
    _ study: SearchStudy, of start: NetworkInHand, on data: DataInHand, seed: UInt64,
    content: ContentDigest? = nil
  ) {
    let settings = start.settings ?? TrainingSettings()
    facts = [
      Fact(name: "data", value: data.dataset.name),
      Fact(name: "network", value: start.network.summaries.map(\.text).joined(separator: ", ")),
      Fact(name: "training", value: SettingsText.line(of: settings.written)),
      Fact(name: "seed", value: "\(seed)"),
      Fact(name: "weights", value: "\(start.network.seed)"),
      Fact(name: "by", value: study.criterion.rawValue),
      Fact(name: "folds", value: study.folds.map(String.init) ?? "none"),
      Fact(name: "repeats", value: "\(study.repeats)"),
      Fact(name: "examples", value: Self.digest(of: data, content)),
    ]
  }

  /// The facts that a file holds; nil where they are none.
  package init?(_ value: JSONValue) {
    guard case .object(let members) = value, !members.isEmpty else { return nil }
    var facts: [Fact] = []
    for member in members {
      guard case .string(let text) = member.value else { return nil }
      facts.append(Fact(name: member.name, value: text))
    }
    self.facts = facts
  }

  /// The facts as a file holds them.
  package var json: JSONValue {
    .object(facts.map { JSONValue.Member($0.name, .string($0.value)) })
  }

  /// What tells them from all others, in hexadecimal digits.
  package var digest: String { ContentDigest(ofFile: Array(json.text.utf8))?.hexadecimal ?? "" }

  /// A fact by its name.
  package subscript(name: String) -> String? { facts.first { $0.name == name }?.value }

  /// In what a study that a file holds differs from this one, as a sentence; nil where in nothing.
  package func difference(of theirs: StudyFacts) -> String? {
    for fact in facts {
      let other = theirs[fact.name] ?? "not known"
      guard other != fact.value else { continue }
      switch fact.name {
      case "examples": return "its study was on other examples, or on another division of them"
      case "training": return "its study began behind a training with \(other)"
      case "weights": return "its networks had other first weights (seed \(other))"
      default: return "its study has the \(fact.name) \(other), and here it is \(fact.value)"
      }
    }
    return theirs.facts.count == facts.count
      ? nil : "its study tells of more than this version knows"
  }

  /// The digest of all examples, and of which of them learn and judge under which scaling.
  private static func digest(of data: DataInHand, _ content: ContentDigest?) -> String {
    let content = content ?? ContentDigest(of: data.dataset.examples.contents)
    let rows = [DataInHand.Part.training, .validation].map { part in
      data.rows(of: part).flatMap { row in
        (0..<4).map { UInt8(truncatingIfNeeded: row >> (8 * $0)) }
      }
    }
    let scale = Array((data.scaler?.kind.rawValue ?? "none").utf8)
    return ContentDigest(of: [content?.bytes ?? []] + rows + [scale])?.hexadecimal ?? ""
  }
}
