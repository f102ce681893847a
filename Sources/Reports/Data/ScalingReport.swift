package import Charts
package import Datasets
package import Workbench

/// What `scale` did: how networks see the inputs from here on.
package struct ScalingReport: Report {
  /// Where the numbers come from that the inputs are scaled by.
  package enum Origin: Equatable, Sendable {
    /// They were fitted to so many training examples.
    case fitted(examples: Int, noun: String)
    /// They came with the network in hand.
    case network
    /// Nothing is scaled.
    case nowhere
  }

  /// What all features are scaled by where they share one scale: images.
  package struct Shared: Equatable, Sendable {
    /// What is taken away: the mean, or the least value.
    package let shift: Double
    /// What is divided by: the standard deviation, or the range.
    package let scale: Double
  }

  /// The kind of scaling; nil where the features are as the data has them.
  package let kind: Scaler.Kind?
  /// Where its numbers come from.
  package let origin: Origin
  /// Its numbers; nil where each feature has its own, or they are not said.
  package let shared: Shared?

  /// A scaling that was fitted to the training examples of some data.
  package init(_ kind: Scaler.Kind, fittedTo data: DataInHand) {
    let count = data.rows(of: .training).count
    self.kind = kind
    origin = .fitted(examples: count, noun: data.dataset.noun(for: count))
    shared = data.scaler.flatMap { scaler in
      scaler.shift.count == 1
        ? Shared(shift: scaler.shift[0], scale: scaler.scale[0]) : nil
    }
  }

  /// A scaling that came with a network.
  package init(ofNetwork kind: Scaler.Kind) {
    self.kind = kind
    origin = .network
    shared = nil
  }

  /// The features are as the data has them.
  package static let unscaled = ScalingReport()

  private init() {
    kind = nil
    origin = .nowhere
    shared = nil
  }

  package var document: Document { Document([.facts(facts)]) }

  package var explanation: Explanation {
    guard let kind else {
      return Explanation(figures: ["Networks see each feature in the units of the data."])
    }
    let formula =
      switch kind {
      case .standard: "(x - mean) / deviation, so most numbers come to lie between -2 and 2"
      case .minmax:
        "(x - minimum) / range, so the numbers that it was fitted to lie between 0 and 1"
      }
    let whose = shared == nil ? "the numbers of each feature are its own" : "all features share one"
    return Explanation(figures: [
      "Networks see \(formula); \(whose).",
      "The validation and test examples are scaled by the same numbers, which know nothing of them.",
    ])
  }

  /// "scale standard · fitted on 240 training points"
  private var facts: [Fact] {
    let word = kind?.rawValue ?? "none"
    var facts = [Fact("scale", .text(word), text: "scale \(word)")]
    switch origin {
    case .fitted(let count, let noun):
      facts.append(
        Fact(
          "fitted", .count(count),
          text: "fitted on \(NumberText.count(count)) training \(noun)"))
    case .network:
      facts.append(
        Fact(
          "fitted", .text("network"), text: "with the numbers that came with the network"))
    case .nowhere:
      return facts + [
        Fact("units", .text("data"), text: "the features are in the units of the data")
      ]
    }
    guard let shared else { return facts }
    let names = kind == .standard ? ("mean", "deviation") : ("minimum", "range")
    return facts
      + [(names.0, shared.shift), (names.1, shared.scale)].map { name, value in
        Fact(
          named: name, .number(value),
          text: "\(name) \(NumberText.significant(value, digits: 4))", term: name)
      }
  }
}
