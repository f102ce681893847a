import Datasets
package import Language
package import Networks
import TensorEngine
package import Tuning

/// The last search, with all that it takes to go on with it and to train what it found.
package struct StudyInHand: Sendable {
  /// The trials and what they say.
  package var study: SearchStudy
  /// What the last line of it did.
  package var plan: SearchPlan
  /// The network that every trial begins with, and the settings that it changes.
  package let start: NetworkInHand
  /// The seed of the notebook when it began.
  package let seed: UInt64
  /// What was said of all trials alike.
  package let fixed: [Option]
  /// What differed in its last search.
  package var settings: [SearchedSetting]
  /// What is different about each trial, as it is typed.
  package var options: [[Option]] = []
  /// The space of its last line.
  package var space = SearchSpace([])
  /// Where each trial of the last line stands in its space; nil for the others.
  package var points: [SearchSpace.Point?] = []
  /// How each trial was chosen.
  package var methods: [SearchMethod] = []
  /// How many lines have added trials to it.
  package var lineCount = 0
  /// What it stands on, by which a file of it is known again.
  package let facts: StudyFacts
  /// The lines that made it, each with how many trials stood before it.
  package var lines: [StudyJournal.Line] = []
  /// What it is called in its file, and that file; nil where it has none.
  package var name: String?
  /// See ``name``.
  package var file: String?
  /// The settings of a training that all trials have alike; nil before there was one.
  package private(set) var common: [WrittenSetting]?
  /// The data that it began with, and as a trial that was trained left it.
  private var data: [DataStamp]
  private var layers: [[String]]

  /// A study that begins.
  package init(
    _ study: SearchStudy, plan: SearchPlan, of start: NetworkInHand, on data: DataInHand,
    seed: UInt64, fixed: [Option], settings: [SearchedSetting]
  ) {
    self.study = study
    self.plan = plan
    self.start = start
    self.seed = seed
    self.fixed = fixed
    self.settings = settings
    let stamp = DataStamp(data)
    facts = StudyFacts(study, of: start, on: data, seed: seed, content: stamp.content)
    self.data = [stamp]
    layers = [Self.layers(of: start)]
  }

  /// Whether it was made on this data, divided and scaled so.
  package func isOn(_ data: DataInHand) -> Bool { self.data.contains(DataStamp(data)) }

  /// Notes that one of its trials scaled the data.
  package mutating func know(_ data: DataInHand) { self.data.append(DataStamp(data)) }

  /// Whether a network is the one that it began with, or one that it trained.
  package func isOf(_ hand: NetworkInHand) -> Bool { layers.contains(Self.layers(of: hand)) }

  /// Notes that a network comes from one of its trials.
  package mutating func know(_ hand: NetworkInHand) { layers.append(Self.layers(of: hand)) }

  /// Notes the settings of a trial's training.
  package mutating func note(_ written: [WrittenSetting], of changes: [Comparison.Change]) {
    let changed = changes.filter(\.isWhole).map(\.setting)
    let same = written.filter { !changed.contains($0.name) }
    // Nearly always the same as of the trial before.
    guard common != same else { return }
    common = common.map { $0.filter { same.contains($0) } } ?? same
  }

  private static func layers(of hand: NetworkInHand) -> [String] {
    [hand.name] + hand.network.summaries.map(\.text)
  }

  /// What tells data in hand from other data.
  private struct DataStamp: Equatable, Sendable {
    let name: String
    let split: Split
    let preparation: DataPreparation
    let features: [String]
    let content: ContentDigest?

    init(_ data: DataInHand) {
      name = data.dataset.name
      split = data.split
      preparation = data.preparation
      features = data.dataset.featureNames
      content = ContentDigest(of: data.dataset.examples.contents)
    }
  }
}

extension Examples {
  /// All numbers of them, as bytes.
  var contents: [[UInt8]] {
    let inputs =
      switch inputs {
      case .floats(let values): unsafe values.withUnsafeBytes { unsafe Array($0) }
      case .doubles(let values): unsafe values.withUnsafeBytes { unsafe Array($0) }
      case .bytes(let values): values
      }
    let targets =
      switch targets {
      case .classes(let classes, _): unsafe classes.withUnsafeBytes { unsafe Array($0) }
      case .values(let values, _): unsafe values.withUnsafeBytes { unsafe Array($0) }
      }
    return [inputs, targets]
  }
}
