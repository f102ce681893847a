import Charts
import Commands
import Exchange
import Language
import Networks
import Reports
import Workbench

/// `save lesson.md`, `save lesson.html`, `save network net.safetensors`, `save network net.keras`,
/// `save weights net.npz`,
/// `save history run.csv`, `save predictions out.csv`, `save study circles.journal`,
/// `save picture boundary.svg`: writes files, and is never a cell.
enum SaveCommand {
  static let definition = CommandDefinition(
    verb: "save", family: .notebook,
    summary: "writes the notebook, a network, weights, a history, a study or a picture",
    forms: [
      "save lesson.md", "save", "save lesson.html", "save lesson.ipynb",
      "save network net.safetensors", "save network net.keras", "save network net.onnx",
      "save weights net.npz", "save weights net.weights.h5",
      "save history run.csv", "save predictions out.csv", "save study circles.journal",
      "save picture boundary.svg",
      "save picture boundary.txt",
      "save picture boundary.json", "save picture boundary.vl.json", "save lesson.md overwrite=yes",
    ],
    words: Thing.allCases.map(\.rawValue),
    options: [overwrite.definition], touches: .writes, example: [])

  private static let overwrite = CommandOption<Bool>.yesOrNo(
    "overwrite", standard: "no", meaning: "write over a file that this session did not write")

  static let verb = NotebookVerb(definition, action: run)

  /// What can be saved besides the notebook.
  private enum Thing: String, CaseIterable {
    case network, weights, history, predictions, study, picture
  }

  /// What is written, and what is said of it.
  struct Content {
    var bytes: [UInt8]
    var facts: [Fact]
    /// What a student should know of it, a sentence each.
    var notes: [String] = []
  }

  private static func run(
    _ session: inout NotebookSession, _ arguments: Arguments, _ control: RunControl
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    guard let first = arguments.values.first else { return try saveBack(&session, arguments) }
    guard let thing = first.text.flatMap(Thing.init) else {
      return try saveNotebook(&session, arguments, first)
    }
    try arguments.expect(atMost: 2)
    let value = try arguments.value(1, orSay: "save \(thing.rawValue) needs the name of a file")
    guard let path = value.text else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    try checkOverwriting(
      path, session, arguments, at: value.range, typed: "save \(thing.rawValue) \(path)")
    let content = try content(thing, session, arguments, path, at: value.range)
    let isOnDisk: Bool
    do throws(FileError) {
      isOnDisk = try session.settings.files.save(content.bytes, to: path)
    } catch {
      throw Wording.diagnostic(for: error, at: value.range)
    }
    session.savedFiles.insert(path)
    let facts = [Fact("file", .text(path), text: "saved in \(path)")] + content.facts
    let notes = content.notes.map { Block.text($0) }
    let inMemory = Document(
      [
        .facts(
          facts + [Fact("memory", .flag(true), text: "kept in memory, as a lesson's files are")])
      ] + notes)
    session.keep(
      KeptSave(
        script: session.script(Statement.command(arguments.command).source),
        key: session.settings.files.fullPath(path), document: inMemory))
    return .notebook(isOnDisk ? Document([.facts(facts)] + notes) : inMemory, rerun: [])
  }

  /// What `save THING PATH` writes.
  private static func content(
    _ thing: Thing, _ session: NotebookSession, _ arguments: Arguments, _ path: String,
    at range: SourceRange
  ) throws(Diagnostic) -> Content {
    switch thing {
    case .picture: try SavedPicture.content(of: session, path, at: range)
    case .predictions: try SavedPredictions.content(of: session, path, at: range)
    case .study: try SavedStudy.content(of: session, path, at: range)
    case .network: try network(hand(of: session, arguments), session.state, path, at: range)
    case .weights: try weights(hand(of: session, arguments), session.state, path, at: range)
    case .history: try history(hand(of: session, arguments), path, at: range)
    }
  }

  private static func hand(
    of session: NotebookSession, _ arguments: Arguments
  ) throws(Diagnostic) -> NetworkInHand {
    guard let hand = session.state.network else {
      throw Diagnostic(
        "there is no network to save", at: arguments.command.range,
        hints: ["network starts an empty one"])
    }
    return hand
  }

  /// `save` alone, which writes the notebook back into its file.
  private static func saveBack(
    _ session: inout NotebookSession, _ arguments: Arguments
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    let range = arguments.command.range
    guard let path = session.fileToSaveTo else {
      throw Diagnostic("save needs the name of a file: save lesson.md", at: range)
    }
    return try saveNotebook(&session, arguments, as: path, at: range)
  }

  private static func saveNotebook(
    _ session: inout NotebookSession, _ arguments: Arguments, _ value: Expression
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    if arguments.values.count > 1, let word = value.text,
      !Spelling.nearest(word, among: definition.words).isEmpty
    {
      throw Wording.unknownWord(
        word, what: "thing to save", among: definition.words, at: value.range)
    }
    try arguments.expect(atMost: 1)
    guard let path = value.text else {
      throw Diagnostic("the name of a file is expected", at: value.range)
    }
    return try saveNotebook(&session, arguments, as: path, at: value.range)
  }

  private static func saveNotebook(
    _ session: inout NotebookSession, _ arguments: Arguments, as path: String,
    at range: SourceRange
  ) throws(Diagnostic) -> NotebookSession.Outcome {
    let publisher = session.settings.publisher
    let ending = publisher?.ending(of: path)
    if ending == nil { try SavedName.checkNotebook(path, session.settings.files, at: range) }
    try checkOverwriting(path, session, arguments, at: range, typed: "save \(path)")
    let mayReplace = try arguments.value(of: overwrite) ?? false
    if !mayReplace { try checkUnchanged(path, session, at: range) }
    let saved = try session.text(
      toSaveAs: path, title: title(ofFile: path, ending ?? "md"), losesLayout: mayReplace, at: range
    )
    let published = ending.flatMap { publisher?.bytes(saved.text, session.shownCells, $0) }
    do throws(FileError) {
      try session.settings.files.write(published ?? Array(saved.text.utf8), to: path)
    } catch {
      throw Wording.diagnostic(for: error, at: range)
    }
    session.savedFiles.insert(path)
    var remarks: [String] = []
    if ending == nil {
      session.noteSaved(as: path, saved.text, saved.manuscript)
      remarks = saved.remarks + session.needsOfReplay(ofNotebookAt: path)
    }
    let said = "saved \(Wording.count(session.cells.count, "cell")) in \(path)"
    return .notebook(Document(([said] + remarks).map { .text($0) }), rerun: [])
  }

  /// Refuses to write over what another program has made of the notebook's file.
  private static func checkUnchanged(
    _ path: String, _ session: NotebookSession, at range: SourceRange
  ) throws(Diagnostic) {
    guard let file = session.file, file.path == path,
      let bytes = session.settings.files.contentToReplace(at: path),
      ContentMark.of(bytes) != file.digest
    else { return }
    throw Diagnostic(
      "another program has changed \(path) meanwhile", at: range,
      hints: ["save \(path) overwrite=yes writes over it"])
  }

  /// Refuses to write over a file that this session did not write, and over a folder or a link that
  /// leads nowhere.
  private static func checkOverwriting(
    _ path: String, _ session: NotebookSession, _ arguments: Arguments, at range: SourceRange,
    typed: String
  ) throws(Diagnostic) {
    let files = session.settings.files
    if files.isFolder(path) {
      throw Diagnostic("\(path) is a folder", at: range, hints: ["a file in it: \(typed)/NAME"])
    }
    let mayOverwrite =
      try arguments.value(of: overwrite) ?? session.savedFiles.contains(path)
    if mayOverwrite { return }
    if files.isTaken(path) {
      throw Diagnostic(
        "\(path) is there already", at: range, hints: ["\(typed) overwrite=yes writes over it"])
    }
    if files.isLink(path) {
      throw Diagnostic(
        "\(path) is a link to a file that is not there", at: range,
        hints: ["\(typed) overwrite=yes puts a file in its place"])
    }
  }

  private static func network(
    _ hand: NetworkInHand, _ state: SessionState, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> Content {
    if let format = ExchangedNetwork.FileKind(ofNetwork: path) {
      return try exchanged(format, hand, state, path, at: range)
    }
    guard path.hasSuffix(".safetensors") else {
      throw Diagnostic(
        "a network is saved in a file that ends in .safetensors, .keras, .h5, .json or .onnx",
        at: range,
        hints: [
          path.hasSuffix(".weights.h5")
            ? "save weights \(path)" : "save network \(SavedName.stem(of: path)).safetensors"
        ])
    }
    do throws(NetworkFileError) {
      let bytes = try SavedNetwork.document(of: hand, in: state).encoded()
      return Content(bytes: bytes, facts: NetworkFigures(of: hand.network).facts)
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }

  /// A network, or its weights, as a file for other programs.
  private static func exchanged(
    _ format: ExchangedNetwork.FileKind, _ hand: NetworkInHand, _ state: SessionState,
    _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> Content {
    do throws(ExchangeError) {
      let file = try ExchangedNetwork.file(format, of: hand, in: state)
      return Content(
        bytes: file.bytes, facts: NetworkFigures(of: hand.network).facts,
        notes: file.notes.map { Wording.text(of: $0) })
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }

  private static func weights(
    _ hand: NetworkInHand, _ state: SessionState, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> Content {
    guard hand.network.parameterCount > 0 else {
      throw Diagnostic("the network has no weights", at: range, hints: ["add dense 1 sigmoid"])
    }
    if let format = ExchangedNetwork.FileKind(ofWeights: path) {
      return try exchanged(format, hand, state, path, at: range)
    }
    let tensors = hand.network.namedParameters
    let count = hand.network.parameterCount
    let facts = [
      Fact("tensors", .count(tensors.count), text: Wording.count(tensors.count, "tensor")),
      Fact(
        "parameters", .count(count), text: Wording.count(count, "parameter"),
        term: "fitted parameters"),
    ]
    return Content(bytes: try WeightsFile.encoded(tensors, path: path, at: range), facts: facts)
  }

  private static func history(
    _ hand: NetworkInHand, _ path: String, at range: SourceRange
  ) throws(Diagnostic) -> Content {
    guard path.hasSuffix(".csv") else {
      throw Diagnostic(
        "a history is saved in a file that ends in .csv", at: range,
        hints: ["save history \(SavedName.stem(of: path)).csv"])
    }
    let records = hand.history.records
    guard !records.isEmpty else {
      throw Diagnostic(
        "the network has no history: it was not trained yet", at: range,
        hints: ["train epochs=20"])
    }
    return Content(
      bytes: Array(HistoryCSV.text(of: hand.history).utf8),
      facts: [Fact("epochs", .count(records.count), text: Wording.count(records.count, "epoch"))])
  }

  /// "lessons/my-first.md" gives "my-first".
  private static func title(ofFile path: String, _ ending: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".\(ending)") ? String(name.dropLast(ending.count + 1)) : name
  }
}
