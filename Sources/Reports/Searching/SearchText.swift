import Charts
import Networks
import TensorEngine
import Tuning
import Workbench

/// What a search says in sentences.
struct SearchText {
  private let hand: StudyInHand
  private let study: SearchStudy
  private let score: SearchScore

  init(_ hand: StudyInHand) {
    self.hand = hand
    study = hand.study
    score = SearchScore(hand.study)
  }

  /// "grid · 3 x 2 = 6 settings x 5 folds = 30 fits of 100 epochs"
  static func facts(of plan: SearchPlan) -> Block {
    let (fits, product) = (plan.work.fits, plan.sizes.map { NumberText.count($0) })
    var text = product.count > 1 ? product.joined(separator: " x ") + " = " : ""
    var count = plan.trials
    if !plan.sizes.isEmpty, let space = plan.space, space > plan.trials {
      text = "the first \(NumberText.count(plan.trials)) of \(text)"
      count = space
    }
    text += "\(NumberText.count(count)) \(count == 1 ? "setting" : "settings")"
    if let folds = plan.folds { text += " x \(folds) folds" }
    if plan.repeats > 1 { text += " x \(plan.repeats) seeds" }
    if plan.isNested { text += ", and for each fold again" }
    text += " = \(NumberText.count(fits)) \(fits == 1 ? "fit" : "fits")"
    if plan.epochs.upperBound > 0 { text += " of \(epochs(of: plan))" }
    if let parallel = plan.parallel, parallel > 1 { text += ", \(parallel) at a time" }
    if plan.sampler != plan.method.usualSampler { text += ", sampler=\(plan.sampler.rawValue)" }
    if plan.stop != .never { text += ", stop=\(plan.stop.rawValue)" }
    let method = plan.method.rawValue
    return .facts([
      Fact("search", .text(method), text: method, term: SearchReport.term(of: plan)),
      Fact("fits", .count(fits), text: text),
    ])
  }

  /// That a finite space has fewer settings than were asked for; nothing where it has not.
  static func shortage(of plan: SearchPlan) -> [Block] {
    guard plan.method.drawsTrials, let wished = plan.wished, wished > plan.trials else { return [] }
    let count = NumberText.count(plan.trials)
    return [
      .text(
        "there \(plan.trials == 1 ? "is 1 setting" : "are \(count) settings") in all, and none is "
          + "tried twice: \(NumberText.count(wished - plan.trials)) fewer than asked for")
    ]
  }

  /// What a study of several lines is made of, or what its one line did.
  var header: Block {
    let others = study.trials.count - hand.methods.count
    guard hand.lineCount > 1 || others > 0 else { return Self.facts(of: hand.plan) }
    let parts =
      (others > 0 ? ["\(NumberText.count(others)) of another program"] : [])
      + SearchMethod.allCases.compactMap { method -> String? in
        let count = hand.methods.count { $0 == method }
        return count == 0 ? nil : "\(NumberText.count(count)) \(method.rawValue)"
      }
    let count = study.trials.count
    return .facts([
      Fact("study", .text(study.criterion.rawValue), text: "study by \(score.title)"),
      Fact(
        "trials", .count(count),
        text: "\(NumberText.count(count)) trials: \(parts.joined(separator: ", "))"),
    ])
  }

  /// The brackets of a plan that has some, a row each.
  static func brackets(of plan: SearchPlan) -> [Block] {
    guard let brackets = plan.brackets?.brackets else { return [] }
    let rows = brackets.enumerated().map { place, rungs -> [Table.Cell] in
      [
        .count(place + 1),
        .text(rungs.map { "\($0.settings) x \($0.epochs)" }.joined(separator: ", ")),
      ]
    }
    return [
      .table(
        Table(
          columns: [
            Table.Column(term: "bracket", alignment: .right), Table.Column("settings x epochs"),
          ], rows: rows))
    ]
  }

  private static func epochs(of plan: SearchPlan) -> String {
    let (least, most) = (plan.epochs.lowerBound, plan.epochs.upperBound)
    let last = "\(NumberText.count(most)) \(most == 1 ? "epoch" : "epochs")"
    return least == most ? last : "\(NumberText.count(least)) to \(last)"
  }

  /// Which trial is the best, or that several are; or that all failed.
  var verdict: String {
    guard let verdict = study.verdict, let best = verdict.winners.first else {
      return "every trial failed"
    }
    let extreme = study.criterion.isLessBetter ? "lowest" : "highest"
    let mean = score.text(study.spreads[best])
    let name = name(of: best)
    if study.fitsOfTrial == 1 {
      let count = verdict.winners.count
      return count > 1
        ? "\(extreme) \(score.title): \(mean), the same in \(count) trials, the first of them \(name), "
          + "for this one seed"
        : "\(extreme) \(score.title): \(mean), \(name), for this one seed"
    }
    if verdict.isTie {
      let others = verdict.winners.dropFirst()
      let numbers = others.prefix(12).map { "\(study.trials[$0].number)" }
      return
        "tie: \(name) has the \(extreme) \(score.title), \(mean), and within the spread over its "
        + "\(score.scatter), \(score.distance(verdict.spread)), "
        + "\(others.count == 1 ? "lies trial" : "lie trials") \(numbers.joined(separator: ", "))"
        + (others.count > 12 ? " and \(others.count - 12) more" : "")
    }
    guard let next = verdict.runnerUp else {
      return "\(extreme) \(score.title): \(mean), \(name), the only one to judge"
    }
    return "\(extreme) \(score.title): \(mean), \(name), \(score.distance(verdict.difference)) "
      + "\(study.criterion.isLessBetter ? "below" : "above") trial \(study.trials[next].number), "
      + "where its \(score.scatter) spread by \(score.distance(verdict.spread))"
  }

  /// "trial 3 (rate=0.1): 12.0% ± 1.1%, rank 2 of 3"; of one that failed the reason is said below.
  func outcome(of trial: SearchTrial) -> String {
    let place = trial.number - 1
    let ranks = study.ranks
    guard let scores = trial.scores, let rank = ranks[place] else {
      return "\(name(of: place)) failed"
    }
    return
      "\(name(of: place)): \(score.cell(scores.judged).text), rank \(rank) "
      + "of \(ranks.count { $0 != nil })"
  }

  /// "trial 3 (rate=0.1)"
  private func name(of place: Int) -> String {
    let trial = study.trials[place]
    return "trial \(trial.number) (\(trial.label))"
  }

  /// How many trials failed, and why the first of them did; nothing where none did.
  var failures: [Block] {
    guard let first = study.failures.first, let reason = first.reason else { return [] }
    let count = study.failures.count
    return [
      .text(
        "\(count) of \(study.trials.count) failed; trial \(first.number) (\(first.label)): \(reason)"
      )
    ]
  }

  /// Why a trial was given up, behind how many epochs.
  func stop(of trial: SearchTrial) -> String? {
    guard let epochs = trial.stop else { return nil }
    let start = "stopped after \(Wording.count(epochs, "epoch"))"
    switch trial.stopReason {
    case .median(let best, let median, let trials):
      return "\(start): its best so far, \(score.text(best)), is worse than "
        + "\(score.text(median)), the median of \(trials) trials before it after as many"
    case .rank(let rank, let count, let goingOn):
      return "\(start): rank \(rank) of \(count), of which the best \(goingOn) "
        + (goingOn == 1 ? "goes on" : "go on")
    case nil: return "\(start), for others that did better"
    }
  }

  /// How many trials were given up early; nothing where none was.
  var stopped: [Block] {
    let count = study.stopped.count
    return count == 0
      ? []
      : [
        .text(
          "\(count) of \(study.trials.count) were stopped early; show study says after which epoch")
      ]
  }

  /// How much better the best of many looks than it is.
  var optimism: [Block] {
    guard study.order.count > 1 else { return [] }
    guard let optimism = study.optimism else {
      return study.folds != nil
        ? []
        : [
          .text(
            "the best of \(study.order.count) looks better than it is, since chance helped to choose "
              + "it: folds=5 says by how much")
        ]
    }
    let chosen =
      study.nested.isEmpty
      ? "chosen by the other folds and judged by the one left out: \(score.text(optimism.chosen))"
      : "searched anew on the other folds and judged by the one left out: "
        + score.cell(study.nested).text
    let amount = optimism.amount
    return [
      .facts([
        Fact("chosen", .number(optimism.chosen.mean), text: chosen),
        Fact(
          "optimism", .number(amount),
          text: amount > 0
            ? "the best of \(study.order.count) looks \(score.distance(amount)) better than it is"
            : "the best of \(study.order.count) looks no better than it is"),
      ])
    ]
  }

  /// What all trials have alike, and what the figures are.
  var shared: String {
    let judges = study.folds == nil ? " on the validation examples" : ""
    let spread = score.spread.isEmpty ? "" : " (\(score.spread))"
    let settings = hand.common.map { " of networks with \(SettingsText.line(of: $0))" } ?? ""
    return "\(score.title)\(judges)\(spread)\(settings)"
  }
}
