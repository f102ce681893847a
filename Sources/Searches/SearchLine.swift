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
  let method: SearchMethod
  /// How many trials are chosen before what came of them is seen.
  let parallel: Int
  /// What is trained for how many epochs; nil where all are trained to the end.
  let brackets: HyperbandBrackets?
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
  /// How many settings are tried, at the most.
  let trials: Int
  /// The study that it goes on with; a new one, where it begins one.
  let study: SearchStudy
  /// The study in hand that it goes on with; nil where it begins one.
  let earlier: StudyInHand?
  let seed: UInt64
  let maker: VariantMaker

  /// The number of its first trial.
  var first: Int { study.trials.count + 1 }

  /// The space that it looks in.
  var space: SearchSpace { SearchSpace(settings.map(\.axis)) }

  /// What is different about a trial, as it is typed.
  func options(of point: SearchSpace.Point) -> [Option] {
    var varied = zip(settings, point).map { $0.option(at: $1) }
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
