extension Prediction {
  /// What is asked, the choices, and how it is answered.
  package func standing(in session: some StepSession) -> StepText {
    let way = choices.isEmpty ? "Type a number" : "Type a letter"
    return .all(
      .prose(ask.text), choices.isEmpty ? nil : Choice.listed(choices),
      .lines(["\(way), or the return key for no prediction. Nothing is graded."]))
  }

  /// That it still waits, and for what.
  package func reminder(in session: some StepSession) -> StepText {
    let way = choices.isEmpty ? "a number" : "a letter"
    return .lines(["The prediction still waits: type \(way), or the return key for none."])
  }

  /// Goes on with what is typed, or without.
  package mutating func answer(
    to typed: String, in session: some StepSession
  ) -> StepAnswer {
    switch typed {
    case "", "next", "skip":
      said = nil
      return .passed(.lines([]))
    case "hint", "solution":
      return .stay(
        .lines(["This is a prediction: what comes is seen when the next cells have run."]))
    default: break
    }
    if choices.isEmpty {
      guard TypedNumber(typed) != nil else { return .command }
      said = typed
    } else {
      guard let chosen = Choice.indices(in: typed, of: choices.count), chosen.count == 1,
        let index = chosen.first
      else {
        return Choice.remark(on: typed, of: choices.count).map { .stay($0) } ?? .command
      }
      said = choices[index].text.text
    }
    return .passed(.lines(["Your prediction is kept until the cells have run."]))
  }

  /// What the student has said beside what came; nil where they have said nothing.
  package func contrast(
    from before: some StepSession, to now: some StepSession
  ) -> StepText? {
    guard let said else { return nil }
    let values = measured(before, now)
    let figures = values.map { value in
      (value.before.text.isEmpty ? "" : "\(value.before.text) before, ") + "\(value.now.text) now"
    }
    guard let came = outcomes(values, in: now).first else {
      let came = values.map(\.now.text) ?? "nothing that was foreseen"
      return .all(.prose("You predicted: \(said)"), .prose("What came: \(came)"))
    }
    return .all(
      .prose("You predicted: \(said)"),
      .prose("What came: \(came.text.text)" + (figures.map { " (\($0))" } ?? "")),
      came.says.map { .prose($0.text) })
  }

  private func measured(
    _ before: some StepSession, _ now: some StepSession
  ) -> (before: StepValue, now: StepValue)? {
    measure.map { (before.value(of: $0.text), now.value(of: $0.text)) }
  }

  /// The choices that came; the last one, if it has no condition, where no other did.
  private func outcomes(
    _ values: (before: StepValue, now: StepValue)?, in session: some StepSession
  ) -> [Choice] {
    let held = choices.filter { choice in
      choice.condition.map { session.holds(Self.command($0, values)) } ?? false
    }
    guard held.isEmpty, let last = choices.last, last.condition == nil else { return held }
    return [last]
  }

  /// A condition as it is checked, with what was measured under its names.
  private static func command(
    _ condition: PlacedText, _ values: (before: StepValue, now: StepValue)?
  ) -> String {
    var lines: [String] = []
    if case .number(let before, _)? = values?.before { lines.append("let before = \(before)") }
    if case .number(let now, _)? = values?.now { lines.append("let now = \(now)") }
    return (lines + ["check \(condition.text)"]).joined(separator: "\n")
  }

  /// Nothing is to be done before the cells have run.
  package func replay(in run: inout some StepReplay) {}

  /// What is measured is a number, each condition works, and one choice is what came.
  package func settle(
    from before: some StepSession, in run: inout some StepReplay
  ) {
    let values = measured(before, run)
    if let measure {
      if choices.isEmpty { _ = run.number(of: measure) }
      if case .refused(let reason)? = values?.now, !choices.isEmpty {
        run.reportFault(
          onLine: measure.line, "can't be evaluated: \(measure.text): \(reason)")
        return
      }
    }
    for condition in choices.compactMap(\.condition) {
      let command = Self.command(condition, values)
      guard case .refused(let reason) = run.result(ofCheck: command) else { continue }
      run.reportFault(onLine: condition.line, "can't be evaluated: \(condition.text): \(reason)")
      return
    }
    let count = outcomes(values, in: run).count
    guard !choices.isEmpty, count != 1 else { return }
    run.reportFault(
      onLine: lines.lowerBound,
      "of the choices of prediction \(name), \(count == 0 ? "none" : "\(count)") came")
  }
}
