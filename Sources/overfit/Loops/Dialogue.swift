internal import Charts
internal import Language
internal import Session
internal import TerminalText

/// The notebook at the prompt: reads a cell, runs it, shows its reply, and so on.
struct Dialogue {
  private var conversation: any Conversation
  private let reader: any LineReader
  private let options: GlobalOptions
  private var runner: Runner
  private let journal: Journal?
  private let editsLines = Terminal().editsLines
  /// Whether the line before this one asked to leave and was told what is not saved.
  private var isLeaving = false
  private var text = ""
  private var isOffer = false
  private var status = ExitStatus.success

  private enum Cell {
    case source(String, Script? = nil)
    case abandoned
    case leaving(LineRead)
  }

  init(
    _ conversation: any Conversation, _ options: GlobalOptions, reader: any LineReader,
    runner: Runner, journal: Journal?
  ) {
    self.conversation = conversation
    self.options = options
    self.reader = reader
    self.runner = runner
    self.journal = journal
  }

  mutating func run() -> ExitStatus {
    var opening = conversation.opening(runner.page)
    if let offer = Wishes.firstOffer(options) { opening = opening.with(runner.page.wrapped(offer)) }
    defer { StandardStream.letGo() }
    guard show(opening) else { return .success }
    while true {
      holdOutput()
      switch readCell() {
      case .source(let source, let script):
        guard answer(source, script) else { return status }
      case .abandoned:
        conversation.abandon()
        offer()
      case .leaving(.killed(let signal)):
        StandardStream.letGo()
        reader.close()
        Signals.die(of: signal)
      case .leaving where !Terminal.isOpen:
        // Nobody has chosen to leave: the journal stays.
        return .success
      case .leaving:
        if let reply = conversation.stepOut() {
          _ = show(reply)
          continue
        }
        guard mayLeave() else { continue }
        return .success
      }
    }
  }

  /// Holds what the lines of a paste show, while others come: it is in the history and in the journal
  /// before it is on the screen.
  private func holdOutput() {
    guard reader.isPasting else { return StandardStream.letGo() }
    if StandardStream.holds { return }
    nonisolated(unsafe) let reader = reader
    nonisolated(unsafe) let journal = journal
    StandardStream.hold {
      reader.keepRemembered()
      journal?.keep(waits: false)
    }
  }

  /// Whether the student may leave: at once where nothing would be lost, else when asked again. What
  /// is left by choice leaves no journal.
  private mutating func mayLeave() -> Bool {
    if !conversation.isLesson, !isLeaving, let unsaved = conversation.session.unsaved {
      isLeaving = true
      text = ""
      let name = conversation.session.fileToSaveTo.map { _ in "" } ?? " FILE.md"
      StandardStream.output.sendRows(
        runner.page.prose(["\(unsaved): quit again to leave, or save\(name)"]))
      return false
    }
    if let parting = conversation.parting {
      StandardStream.output.sendRows(runner.page.prose([parting]))
    }
    journal?.remove()
    return true
  }

  /// False when the student leaves.
  ///
  /// - Parameter script: The tree of the source; nil where it was not read.
  private mutating func answer(_ source: String, _ script: Script? = nil) -> Bool {
    // No file is ahead of the history and the journal.
    if !staysWithin(script) { StandardStream.letGo() }
    // As in shells, a blank before a line keeps it out of the history.
    if source.beginsVisibly, !conversation.takesAnswers {
      reader.remember(source, isFollowed: StandardStream.holds)
    }
    let indent = prompt.utf8.count
    let wishes = conversation.wishes
    var reply = runner.submit(source, script, to: &conversation, inputIndent: indent)
    if Signals.isInterrupted { reader.abandon() }
    keepWishes(insteadOf: wishes, &reply)
    // What is shown is in the journal, whatever happens next, and before it in the history.
    let isFollowed = reader.isPasting || StandardInput.hasMore(within: 0)
    let isHeld = StandardStream.holds && reader.isPasting
    if !isHeld { reader.keepRemembered() }
    if let journal { conversation.note(in: journal, isFollowed: isFollowed, isHeld: isHeld) }
    if let view = reply.view, let line = runner.look(at: view, in: conversation.session) {
      StandardStream.output.sendRows(prompt + line)
      return answer(line)
    }
    if reply.next == .leave, reply.complaint == nil {
      showText(of: reply)
      return !mayLeave()
    }
    isLeaving = false
    return show(reply)
  }

  /// Whether a source, which is not known without its tree, surely changes nothing beyond the notebook.
  /// In a lesson there are more words than verbs.
  private func staysWithin(_ script: Script?) -> Bool {
    guard StandardStream.holds, let script else { return false }
    return script.onlyComputes || !conversation.isLesson && conversation.session.staysWithin(script)
  }

  /// Keeps what the student wishes of the terminal from now on.
  private mutating func keepWishes(insteadOf old: TerminalWishes, _ reply: inout Reply) {
    let new = conversation.wishes
    guard new != old else { return }
    runner = runner.with(options.with(new))
    let said = Wishes.keep(new, insteadOf: old)
    reply.text = ([reply.text, runner.page.prose(said)]).filter { !$0.isEmpty }
      .joined(separator: "\n")
  }

  private mutating func show(_ reply: Reply) -> Bool {
    showText(of: reply)
    if let complaint = reply.complaint {
      FrontDoor.complain(complaint)
      status = .failure
    }
    switch reply.next {
    case .prompt: offer()
    case .editing(let source): (text, isOffer) = (source.cleaned(.text), false)
    case .inEditor(let source): return edit(source)
    case .offering(let source): (text, isOffer) = (source.cleaned(.text), true)
    case .leave: return false
    }
    return true
  }

  /// Puts what the conversation offers at the next prompt: it runs at the return key, so that it is seen.
  private mutating func offer() {
    text = conversation.next.text.cleaned(.text)
    isOffer = !text.isEmpty
  }

  /// Shows a reply page by page, where it is longer than the screen and someone reads it: who types on
  /// already does not.
  private func showText(of reply: Reply) {
    let isLesson = conversation.isLesson
    guard !reply.text.isEmpty, isLesson || !reply.isShort, editsLines, conversation.wishes.paging,
      isLesson || !StandardInput.hasMore(within: 0)
    else {
      return StandardStream.output.sendRows(reply.text)
    }
    let lines = LessonPage.rows(of: reply.text)
    let groups = zip([0] + reply.breaks, reply.breaks + [lines.count]).map { Array(lines[$0..<$1]) }
    var pager = Pager(isStyled: runner.page.colors != .none)
    let prompt = prompt
    let next = reply.next == .prompt ? conversation.next.text : reply.next.text
    pager.show(
      groups,
      room: { columns in
        let offered = LessonPage.rows(of: prompt + next)
        return ScreenRows.count(offered, columns: columns)
      }, waitsBetween: isLesson)
  }

  /// Has the student's editor change a cell. False when the student leaves.
  private mutating func edit(_ source: String) -> Bool {
    StandardStream.letGo()
    do throws(ExternalEditor.Failure) {
      let text = try ExternalEditor().edited(source.cleaned(.text))
      guard text != source, text.contains(where: { !$0.isWhitespace }) else {
        conversation.abandon()
        offer()
        StandardStream.output.sendRows("the cell is as it was")
        return true
      }
      return answer(text)
    } catch {
      conversation.abandon()
      offer()
      StandardStream.output.sendRows(runner.page.prose([error.description]))
      return true
    }
  }

  private var prompt: String { conversation.prompt }

  /// As wide as the prompt, so that the lines of a cell stand under each other.
  private var continuation: String {
    String(repeating: " ", count: prompt.utf8.count - 2) + ". "
  }

  private mutating func readCell() -> Cell {
    var request = LineRequest(prompt: prompt, text: text, isOffer: isOffer)
    let isOffered = isOffer && reader.showsOffers
    text = ""
    var gathered: SourceGathering?
    while true {
      let pasted = conversation.takesAnswers ? nil : reader.readPasted(request)
      // Nobody completes the lines of a paste.
      if pasted == nil, request.gathering == nil { help(with: &request) }
      switch pasted ?? reader.read(request) {
      case .line(let line) where conversation.takesAnswers: return .source(line)
      // Who has deleted what is offered does not see what would run.
      case .line(let line) where isOffered && !request.isContinuation && line.isEmpty:
        return .abandoned
      case .line(let line):
        // Taken in place: a copy for each line would take longer the more lines there are.
        var lines = gathered.take() ?? conversation.gathering
        guard lines.append(line) else { return .source(lines.source, lines.script) }
        gathered = lines
        request.prompt = continuation
        request.text = ""
        request.isContinuation = true
      case .end where request.isContinuation, .abandoned:
        return .abandoned
      case let other:
        return .leaving(other)
      }
    }
  }

  /// Has whoever types a line helped with it.
  private func help(with request: inout LineRequest) {
    let session = conversation.session
    if !conversation.takesAnswers {
      request.completions = { session.candidates(for: $0, cursor: $1) }
      if runner.showsHints { request.hint = { session.hint(behind: $0) } }
    }
    request.standing = { [conversation, runner] in conversation.standing(runner.page) }
    // The prompt stands before the table of verbs is made, which tells when a cell is whole.
    request.gathering = { session.gathering }
  }
}

extension String {
  /// Whether its first character is no white space.
  fileprivate var beginsVisibly: Bool {
    // A plain character, whatever marks follow it, is none.
    if let first = utf8.first, (0x21..<0x7F).contains(first) { return true }
    return first?.isWhitespace == false
  }
}
