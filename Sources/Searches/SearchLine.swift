import Commands
import Formulas
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// A line of a search as it was read: what it tries, on what, and what judges.
struct SearchLine {
  /// The line as its study keeps it.
  let text: String
  let method: SearchMethod
  /// How trials are given up early.
  let stop: SearchStop
  /// What proposes the settings.
  let sampler: SearchSampler
  /// How many trials are chosen before what came of them is seen.
  let parallel: Int
  /// What is trained for how many epochs; nil where nothing is parted so.
  var brackets: HyperbandBrackets?
  let data: DataInHand
  /// The network that every trial begins with, untrained, and the settings that it changes.
  let start: NetworkInHand
  /// What differs between the trials.
  let settings: [SearchedSetting]
  /// What is said of all trials alike.
  let fixed: [Option]
  /// What each trial is told besides, unless its own settings say it: the best trial so far, or what
  /// the student typed of one.
  let round: [Option]
  /// Whether the whole search is made again for each fold, on the others.
  var isNested = false
  /// How many settings are tried, at the most.
  var trials: Int
  /// How many were asked for; nil where nobody said.
  var wished: Int?
  /// The study that it goes on with; a new one, where it begins one.
  let study: SearchStudy
  /// The study in hand that it goes on with; nil where it begins one.
  let earlier: StudyInHand?
  /// Whether it would have gone on with the study in hand, were that of this network and data.
  let isNewStudy: Bool
  let seed: UInt64
  let maker: VariantMaker

  init(
    _ method: SearchMethod, of settings: [SearchedSetting], _ material: Material, text: String,
    stop: SearchStop, sampler: SearchSampler, parallel: Int, fixed: [Option], round: [Option],
    study: SearchStudy, seed: UInt64
  ) {
    self.method = method
    self.text = text
    self.settings = settings
    self.stop = stop
    self.sampler = sampler
    self.parallel = parallel
    self.fixed = fixed
    self.round = round
    self.study = study
    self.seed = seed
    data = material.data
    start = material.start
    earlier = material.earlier
    isNewStudy = material.isNewStudy
    maker = material.maker
    var order = Array(settings.indices)
    if method != .grid { order.sort { settings[$0].name.text < settings[$1].name.text } }
    space = SearchSpace(order.map { settings[$0].axis })
    places = settings.indices.map { place in order.firstIndex(of: place) ?? place }
    trials = 1
  }

  /// What a line works on.
  struct Material {
    let data: DataInHand
    let start: NetworkInHand
    let earlier: StudyInHand?
    let isNewStudy: Bool
    let maker: VariantMaker
  }

  /// The number of its first trial.
  var first: Int { study.trials.count + 1 }

  /// The space that it looks in, with an axis for each setting.
  let space: SearchSpace
  /// The axis of each setting. Those of a grid stand as they were written, the slowest first; else
  /// they go by name, so that what is drawn does not depend on the order of the options.
  private let places: [Int]

  /// What is different about a trial, as it is typed.
  func options(of point: SearchSpace.Point) -> [Option] {
    var varied = zip(settings, places).map { $0.option(at: point[$1]) }
    let kept = round.map { option in
      guard let place = varied.firstIndex(where: { $0.name.text == option.name.text }) else {
        return option
      }
      return varied.remove(at: place)
    }
    return kept + varied
  }

  /// The network of a trial. One that can't be built says why.
  ///
  /// - Throws: A `Diagnostic` for a value that can't be read beside the others.
  func network(_ options: [Option]) throws(Diagnostic) -> VariedNetwork {
    let names = options.map(\.name.text)
    return try maker.network(
      changing: options, also: fixed.filter { !names.contains($0.name.text) })
  }

  /// The network of a trial, which fails where it can't be read or built.
  func trial(_ options: [Option]) -> VariedNetwork {
    do throws(Diagnostic) {
      return try network(options)
    } catch {
      var network = maker.plain
      network.variant.name(after: options.map { maker.change(of: $0) })
      network.refusal = error
      return network
    }
  }
}
