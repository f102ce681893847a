extension Question {
  /// Its answer is right, or not.
  package var isJudged: Bool { true }

  /// What is asked, the choices, and how it is answered.
  package func standing(in session: some StepSession) -> StepText {
    switch form {
    case .choices(let choices):
      let way =
        choices.count(where: \.isRight) > 1
        ? "Several are right: type all their letters." : "Type a letter."
      return .all(
        .prose(ask.text), Choice.listed(choices), .lines([way]), session.past.standing)
    case .typed(let answer, _, _):
      let way =
        answer.isText
        ? "Type your answer." : "Type a number; any command may help to find it."
      return .all(.prose(ask.text), .lines([way]), session.past.standing)
    }
  }

  /// That it still waits, and for what.
  package func reminder(in session: some StepSession) -> StepText {
    if let standing = session.past.standing, session.past.most == nil || session.past.isClosed {
      return standing
    }
    let way =
      switch form {
      case .choices(let choices):
        choices.count(where: \.isRight) > 1 ? "type all letters that are right" : "type a letter"
      case .typed(let answer, _, _):
        answer.isText ? "type your answer" : "type a number, or a formula for it"
      }
    let key = isShown ? "goes on" : "shows it again"
    return .lines(["The question still waits: \(way); the return key \(key)."])
  }

  /// Goes on at the right answer; else what is said of the answer, a hint, or the way to answer.
  package mutating func answer(
    to typed: String, in session: some StepSession
  ) -> StepAnswer {
    switch typed {
    case "hint": return .stay(hinting.next())
    case "solution":
      isShown = true
      let cost =
        session.past.most == nil || session.past.answer != nil
        ? nil : StepText.lines([StepPast.closed])
      return .stay(.all(.prose(solutionText(in: session)), cost))
    case "skip":
      (hinting.given, isShown) = (0, false)
      return .passed(.prose(solutionText(in: session)))
    case "", "next":
      if isShown || session.past.isClosed || session.past.answer != nil {
        (hinting.given, isShown) = (0, false)
        return .passed(.lines([]))
      }
      let hint = hinting.all.isEmpty ? "" : "hint helps, "
      let cost = session.past.most == nil ? "" : ", and it stays open"
      let help = "Not answered yet. \(hint)solution shows the answer, skip goes on\(cost)."
      return .stay(.all(standing(in: session), .lines([help])))
    default: break
    }
    let answer = judged(typed, in: session)
    switch answer {
    case .command, .stay: return answer
    case .passed where !session.past.isClosed: return answer
    case .wrong(let text) where !session.past.isClosed:
      let past = session.past.after(wrong: typed)
      guard past.isClosed else { return .wrong(.all(text, past.standing)) }
      isShown = true
      var texts = [text, .prose(solutionText(in: session))]
      if case .choices(let choices) = form { texts += Self.explained(choices) }
      return .wrong(.several(texts + [.lines([StepPast.closed])]))
    case .wrong, .passed, .solved: return .stay(.lines([StepPast.closed]))
    }
  }

  /// What is made of a line that is no word of a walk.
  private mutating func judged(_ typed: String, in session: some StepSession) -> StepAnswer {
    switch form {
    case .choices(let choices): return judged(typed, choices, in: session)
    case .typed(let answer, _, _):
      return answer.isText
        ? judged(typed, as: typed, in: session) : judgedNumber(typed, in: session)
    }
  }

  /// Whether something is for the prompt and no answer: a command, or several words, which may be a
  /// misspelled one.
  private static func isLine(_ typed: String, in session: some StepSession) -> Bool {
    session.isCommand(typed) || typed.contains(" ")
  }

  /// Whether a line is tried as a command before it is judged: several words that begin as one, and that
  /// are no answer to the letter.
  package func isTriedFirst(_ typed: String, in session: some StepSession) -> Bool {
    guard case .typed(let answer, _, _) = form, answer.isText else { return false }
    return typed.contains(" ") && !answer.isSpelledOut(by: typed) && session.isCommand(typed)
  }

  private mutating func judged(
    _ typed: String, _ choices: [Choice], in session: some StepSession
  ) -> StepAnswer {
    guard let chosen = Choice.indices(in: typed, of: choices.count) else {
      let remark = Choice.remark(on: typed, of: choices.count)
      if remark == nil, Self.isLine(typed, in: session) { return .command }
      return .stay(
        remark ?? .lines(["Type a letter from a to \(Choice.letter(choices.count - 1))."]))
    }
    let isCounted = session.past.most != nil
    let said = chosen.sorted().compactMap { index in
      choices[index].says.map { StepText.prose("\(Choice.letter(index))) \($0.text)") }
    }
    let right = Set(choices.indices.filter { choices[$0].isRight })
    if chosen == right {
      return passed(.several([.lines(["Right."])] + (isCounted ? Self.explained(choices) : said)))
    }
    // Where answers are counted, one doesn't tell which of its letters were right.
    if isCounted, right.count > 1 {
      return .wrong(.lines(["Not that: a letter is too much, or is missing."]))
    }
    guard chosen.isSubset(of: right) else {
      return .wrong(
        .several(
          [.lines(["Not that."])]
            + zip(chosen.sorted(), said).filter { !choices[$0.0].isRight }.map(\.1)))
    }
    return .wrong(.lines(["That is right, and not all of it: type all letters in one line."]))
  }

  /// What is said of all choices, right and wrong ones, once nothing is left to find.
  private static func explained(_ choices: [Choice]) -> [StepText] {
    choices.enumerated().compactMap { index, choice in
      choice.says.map { .prose("\(Choice.letter(index))) \($0.text)") }
    }
  }

  private mutating func judgedNumber(_ typed: String, in session: some StepSession) -> StepAnswer {
    switch TypedAnswer(typed, in: session) {
    case .command: return .command
    case .unreadable(let reason):
      return .stay(
        .lines([reason, "Type a number, such as 12.5% or 0.125, or a formula that comes to it."]))
    case .number(let number): return judged(typed, as: number, in: session)
    case .formula(let number, let shown):
      let shown = shownShare(number) ?? shown
      return judged(typed, as: number, ["\(typed) comes to \(shown)."], in: session)
    }
  }

  /// - Parameters:
  ///   - line: The line as it was typed.
  ///   - typed: It as it is compared: of a formula the number.
  ///   - said: What is said before the judgement.
  private mutating func judged(
    _ line: String, as typed: String, _ said: [String] = [], in session: some StepSession
  ) -> StepAnswer {
    guard case .typed(let answer, let wrong, let otherwise) = form else { return .command }
    if answer.isMet(by: typed, in: session, orWithin: nil) {
      return passed(.all(.lines(said + ["Right."]), answer.says.map { .prose($0.text) }))
    }
    if let met = wrong.first(where: {
      $0.isMet(by: typed, in: session, orWithin: answer.tolerance)
    }), let says = met.says {
      return .wrong(.all(.lines(said + ["Not that."]), .prose(says.text)))
    }
    if answer.isText, session.isCommand(typed) { return .command }
    // It is asked of any number, right or wrong: else to be asked would tell that it is right.
    if answer.isPercentage, let number = TypedNumber(line)?.value, !line.hasSuffix("%"),
      number.magnitude > 1
    {
      return .stay(.lines(["Do you mean \(line)%? Type it with the sign."]))
    }
    return .wrong(.all(.lines(said + ["Not that."]), otherwise.map { .prose($0.text) }))
  }

  /// A number as a percentage, where one is asked for.
  private func shownShare(_ typed: String) -> String? {
    guard case .typed(let answer, _, _) = form, answer.isPercentage else { return nil }
    return TypedNumber(typed)?.percentage
  }

  private mutating func passed(_ text: StepText) -> StepAnswer {
    hinting.given = 0
    return .passed(text)
  }

  /// The answer with what is said of it, in Markdown: "The answer: 17.2%".
  func solutionText(in session: some StepSession) -> String {
    switch form {
    case .choices(let choices):
      let right = choices.enumerated().filter(\.element.isRight).map {
        "\(Choice.letter($0.offset))) \($0.element.text.text)"
      }
      return "The answer: " + right.joined(separator: " · ")
    case .typed(let answer, _, _):
      let text = answer.text(in: session)
      let said = [text.isEmpty ? nil : text, answer.says?.text].compactMap { $0 }
      return "The answer: \(said.joined(separator: " · "))"
    }
  }
}

// Replaying and proving.
extension Question {
  /// The right answer is one that can be given.
  package func replay(in run: inout some StepReplay) {
    guard case .typed(let answer, let wrong, _) = form,
      case .number(let formula, let within) = answer.form
    else { return }
    guard run.number(of: formula) != nil else { return }
    run.tell(onLine: answer.line, "the answer comes to \(answer.text(in: run))")
    for wrong in wrong {
      run.tell(onLine: wrong.line, "this wrong answer comes to \(wrong.text(in: run))")
    }
    guard let within else { return }
    if let tolerance = run.number(of: within), tolerance < 0 {
      run.reportFault(onLine: within.line, "a tolerance is not below 0: \(within.text)")
    }
  }

  /// No wrong answer is taken for the right one, and none for another wrong one.
  package func prove(in run: inout some StepReplay) {
    guard case .typed(let answer, let wrong, _) = form else { return }
    var before = [answer]
    for wrong in wrong {
      for typed in wrong.examples(in: &run) {
        let taken = before.first {
          $0.isMet(by: typed, in: run, orWithin: answer.tolerance)
        }
        guard let taken else { continue }
        run.reportFault(
          onLine: wrong.line,
          "this wrong answer, \(typed), is taken for the answer of line \(taken.line)")
      }
      before.append(wrong)
    }
  }
}
