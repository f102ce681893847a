/// How a search chooses the settings that it tries: the word behind `search` and `plan`.
package enum SearchMethod: String, CaseIterable, Sendable {
  /// Every combination, by chance, by what came of the trials before, by chance and given up
  /// early, round the best so far, and what the student says.
  case grid, random, bayes, hyperband, local, manual

  /// Whether it draws numbers from the whole of a range.
  package var draws: Bool { self == .hyperband || drawsTrials }

  /// Whether the student says how many settings it draws.
  package var drawsTrials: Bool { [.random, .bayes, .local].contains(self) }

  /// Whether it goes on with the study in hand.
  package var goesOn: Bool { self == .local || self == .manual }

  /// What proposes its settings where nobody says.
  package var usualSampler: SearchSampler { self == .bayes ? .tpe : .random }

  /// What it does, in half a line.
  package var meaning: String {
    switch self {
    case .grid: "every combination of the values"
    case .random: "settings drawn by chance from their ranges"
    case .bayes: "where the trials before were good, by TPE or a Gaussian process"
    case .hyperband: "many settings for a few epochs, the better ones for more"
    case .local: "a finer search round the best trial so far"
    case .manual: "one trial of your own, kept with the others"
    }
  }
}
