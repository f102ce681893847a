extension Exercise {
  /// Its checks are met, or not.
  package var isJudged: Bool { true }

  /// The checks, those that hold ticked off and the others with what was found; of an attempt that was
  /// just made what is known of it; then what to type.
  package func standing(in session: some StepSession) -> StepText {
    standing(checks.map { session.result(ofCheck: $0.command) }, in: session)
  }

  /// The same, or a line where there is nothing yet that could be checked: a network is begun.
  package func reminder(in session: some StepSession) -> StepText {
    let results = checks.map { session.result(ofCheck: $0.command) }
    if case .refused(let reason) = results.first {
      return .lines(["The checks can't be asked yet: \(reason). check lists them."])
    }
    return standing(results, in: session)
  }

  private func standing(_ results: [CheckResult], in session: some StepSession) -> StepText {
    let lines = zip(checks, results).flatMap { check, result -> [StepText] in
      switch result {
      case .holds: [check.row("x")]
      case .fails(let finding): [check.row(" ")] + (finding.map { [.lines(["    \($0)"])] } ?? [])
      case .refused(let reason): [check.row(" "), .lines(["    not yet: \(reason)"])]
      }
    }
    let held = results.count { $0 == .holds }
    if held == results.count {
      let isOpen = session.past.most != nil && session.past.isShown
      let shown = isOpen ? ", and stays open, for its solution was shown" : ""
      return .several(lines + [.lines(["Solved\(shown): the return key goes on."])])
    }
    let way =
      session.past.isSolved
      ? "You have solved it before: the return key takes it as you did." : way(in: session)
    guard !session.attempts.isEmpty else {
      return .several(lines + [.lines([session.past.isSolved ? way : "Not tried yet: \(way)"])])
    }
    let count = results.count > 1 ? "\(held) of \(results.count) checks hold. " : ""
    let rest = StepText.lines([session.past.isSolved ? "\(count)\(way)" : "\(count)Stuck? \(way)"])
    guard session.hasJustAttempted, let wrong = recognized(session.attempts, in: session) else {
      return .several(lines + [rest])
    }
    return .several(lines + [.prose(wrong.message.text), rest])
  }

  /// Whether all its checks hold.
  package func isSolved(in session: some StepSession) -> Bool {
    checks.allSatisfy { session.holds($0.command) }
  }

  /// That of a line after which nothing can be checked yet: a network is begun.
  package static let unasked = "the checks can't be asked yet"

  /// How an attempt went, in a line for a report.
  package func outcome(in session: some StepSession) -> String {
    let results = checks.map { session.result(ofCheck: $0.command) }
    if case .refused = results.first { return Self.unasked }
    let held = results.count { $0 == .holds }
    guard held < results.count else { return "solved" }
    let findings = results.compactMap { if case .fails(let finding) = $0 { finding } else { nil } }
    let count = results.count > 1 ? "\(held) of \(results.count) checks hold" : "the check fails"
    return ([count] + findings).joined(separator: "; ")
  }

  /// The words that help.
  private func way(in session: some StepSession) -> String {
    let hint = hints.isEmpty ? "" : "hint helps, "
    let skip = session.allowsSkips ? ", skip takes it and goes on" : ""
    let cost = session.past.most == nil ? "" : " (and then it stays open)"
    return "\(hint)solution shows one way\(skip)\(cost)."
  }

  /// The wrong answer that the student has given; nil where it is none of those that are listed.
  func recognized(_ attempts: [String], in session: some StepSession) -> WrongAnswer? {
    let spelled = attempts.map { session.spelling(of: $0) }
    return wrongAnswers.first { wrong in
      if let condition = wrong.condition { return session.holds("check \(condition.text)") }
      let sources = wrong.cells.map(\.source)
      let changing = sources.filter { session.isAttempt($0) }
      let lines = (changing.isEmpty ? sources : changing).map { session.spelling(of: $0) }
      return spelled.suffix(lines.count).elementsEqual(lines)
    }
  }

  /// Goes on where it is solved, or is skipped; hints come where they are asked for.
  package mutating func answer(
    to typed: String, in session: some StepSession
  ) -> StepAnswer {
    switch typed {
    case "hint": return .stay(hinting.next(allowsSkips: session.allowsSkips))
    case "solution":
      return .stay(.lines(solution.flatMap { Self.input($0.source) }))
    case "check": return .stay(standing(in: session))
    case "", "next", "skip": break
    default: return .command
    }
    let isSolved = isSolved(in: session)
    guard isSolved || typed == "skip" else {
      return .stay(.lines(["Not solved yet. \(way(in: session))"]))
    }
    hinting.given = 0
    return isSolved ? .solved : .passed(.lines(["A solution:"]))
  }

  /// The lines of an input as a lesson has them.
  private static func input(_ source: String) -> [String] {
    source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      ($0.offset == 0 ? "> " : ". ") + $0.element
    }
  }
}

// Replaying and proving.
extension Exercise {
  /// It must fail its checks before its solution and pass them after it.
  package func replay(in run: inout some StepReplay) {
    if checks.allSatisfy({ run.holds($0.command) }) {
      run.reportFault(
        onLine: lines.lowerBound,
        "the checks of exercise \(name) hold before its solution is run")
    }
    for cell in solution where !run.run(cell) {
      run.reportFault(onLine: cell.line, "the solution fails: \(cell.source)")
    }
    for check in checks {
      switch run.result(ofCheck: check.command) {
      case .holds: break
      case .fails:
        run.reportFault(onLine: check.line, "fails after the solution: \(check.command)")
      case .refused(let reason):
        run.reportFault(onLine: check.line, "can't be evaluated: \(check.command): \(reason)")
      }
    }
  }

  /// It has a hint, and each wrong answer fails and gets its own message, and not the solution.
  package func prove(in run: inout some StepReplay) {
    if hints.isEmpty {
      run.reportFault(
        onLine: lines.lowerBound,
        "exercise \(name) has no hint: write \"hint TEXT\" above its solution")
    }
    for wrong in wrongAnswers {
      var attempt = run
      for cell in wrong.cells { _ = attempt.run(cell) }
      if checks.allSatisfy({ attempt.holds($0.command) }) {
        run.reportFault(
          onLine: wrong.line, "this wrong answer passes the checks of exercise \(name)")
        continue
      }
      let tried = wrong.cells.map(\.source)
      let changing = tried.filter { attempt.isAttempt($0) }
      let given = recognized(changing.isEmpty ? tried : changing, in: attempt)
      guard given != wrong else { continue }
      let other = given.map { "that of line \($0.line) is given" } ?? "its condition does not hold"
      run.reportFault(
        onLine: wrong.message.line, "this wrong answer does not get its message: \(other)")
    }
    proveThatSolutionIsNotCalledWrong(in: &run)
  }

  private func proveThatSolutionIsNotCalledWrong(in run: inout some StepReplay) {
    let conditions = wrongAnswers.compactMap(\.condition)
    guard !conditions.isEmpty else { return }
    var solved = run
    for cell in solution { _ = solved.run(cell) }
    for condition in conditions where solved.holds("check \(condition.text)") {
      run.reportFault(
        onLine: condition.line,
        "the solution of exercise \(name) is recognized as this wrong answer")
    }
  }
}

extension Exercise.Check {
  /// The check behind a mark; what it means is Markdown, a condition is not.
  fileprivate func row(_ mark: String) -> StepText {
    meaning.map { .prose("\\[\(mark)\\] \($0.text)") } ?? .lines(["[\(mark)] \(command)"])
  }
}
