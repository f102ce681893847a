import Charts
import Commands
import Formulas
import Language
import Notebooks
import Workbench

/// `undo`, `redo`, `edit`, `delete`, `cells` and `run`: the verbs that work on the
/// notebook itself and so never become cells.
enum NotebookCommands {
  static let verbs = [undo, redo, edit, delete, cells, SaveCommand.verb, run, lessons]

  private static let undo = NotebookVerb(
    CommandDefinition(
      verb: "undo", family: .notebook, summary: "takes the last change of the notebook back",
      forms: ["undo"], example: []),
    action: { (session, arguments, _) throws(Diagnostic) in
      try arguments.expect(atMost: 0)
      guard let exchange = session.undo() else {
        throw Diagnostic(
          session.hasForgotten
            ? "undo goes back no further: older cells were let go to stay within "
              + Wording.bytes(session.state.memoryLimit)
            : "there is nothing to undo", at: arguments.command.range)
      }
      let seen = "the test split has been seen all the same: choose by the validation split"
      return .notebook(
        document(
          .takenBack, exchange.old, beside: exchange.new, from: exchange.start,
          exchange.remarks + (exchange.looksLost > 0 ? [seen] : [])),
        rerun: [])
    })

  private static let redo = NotebookVerb(
    CommandDefinition(
      verb: "redo", family: .notebook, summary: "does again what undo took back",
      forms: ["redo"], example: []),
    action: { (session, arguments, _) throws(Diagnostic) in
      try arguments.expect(atMost: 0)
      guard let exchange = session.redo() else {
        throw Diagnostic("there is nothing to redo", at: arguments.command.range)
      }
      return .notebook(
        document(
          .doneAgain, exchange.new, beside: exchange.old, from: exchange.start, exchange.remarks),
        rerun: [])
    })

  /// `edit N …` is a statement of its own; this definition is its help and its error.
  private static let edit = NotebookVerb(
    CommandDefinition(
      verb: "edit", family: .notebook,
      summary: "opens cell N to change it; the cells after it are run again",
      forms: ["edit 5", "edit 5 train epochs=200", "edit 5 editor=yes"], example: []),
    action: { (_, arguments, _) throws(Diagnostic) in
      throw Diagnostic(
        "edit needs the number of a cell", at: arguments.command.range,
        hints: ["cells lists them"])
    })

  private static let delete = NotebookVerb(
    CommandDefinition(
      verb: "delete", family: .notebook,
      summary: "takes cell N out; the cells after it are run again",
      forms: ["delete 5"], completion: CommandCompletion(kinds: [.cells]), example: []),
    action: { (session, arguments, control) throws(Diagnostic) in
      try arguments.expect(atMost: 1)
      let value = try arguments.value(0, orSay: "delete needs the number of a cell")
      let number = try session.cellNumber(
        arguments.evaluator.number(value), at: value.range)
      let source = session.cells[number - 1].source
      try session.replaceCells(from: number, dropping: 1, with: [], control: control)
      return .notebook(
        Document([.text("deleted [\(number)] \(firstLine(of: source))")]),
        rerun: Array(number..<session.nextNumber))
    })

  private static let cells = NotebookVerb(
    CommandDefinition(
      verb: "cells", family: .notebook, summary: "lists the cells of the notebook",
      forms: ["cells"], example: []),
    action: { (session, arguments, _) throws(Diagnostic) in
      try arguments.expect(atMost: 0)
      guard !session.cells.isEmpty else {
        return .notebook(Document([.text("the notebook is empty")]), rerun: [])
      }
      let lines = session.cells.enumerated().flatMap { index, cell -> [String] in
        let lines = Transcript.input(cell.source, number: index + 1)
        return cell.hasFailed ? lines.dropLast() + ["\(lines.last ?? "")   (error)"] : lines
      }
      return .notebook(Document([.verbatim(lines.joined(separator: "\n"))]), rerun: [])
    })

  private static let run = NotebookVerb(
    CommandDefinition(
      verb: "run", family: .notebook,
      summary: "runs a script or the cells of a notebook",
      forms: ["run lesson.md", "run script.overfit"],
      completion: CommandCompletion(kinds: [.files]), touches: .reads, example: []),
    action: { (session, arguments, control) throws(Diagnostic) in
      try arguments.expect(atMost: 1)
      let value = try arguments.value(0, orSay: "run needs the name of a file: run lesson.md")
      guard let path = value.text else {
        throw Diagnostic("the name of a file is expected", at: value.range)
      }
      let file: SourceFile
      do {
        file = try SourceFile(
          path, files: session.settings.files, forms: session.vocabulary.table.forms)
      } catch let error as FileError {
        throw Wording.diagnostic(for: error, at: value.range)
      } catch {
        throw Diagnostic("\(error)", at: value.range)
      }
      if !session.settings.files.rights.runsFiles {
        throw Diagnostic("a file can't run another file", at: value.range)
      }
      return try session.run(file, at: value.range, control: control)
    })

  private static let lessons = NotebookVerb(
    CommandDefinition(
      verb: "lessons", family: .notebook, summary: "lists the lessons",
      forms: ["lessons"], touches: .reads, example: ["lessons"]),
    action: { (session, arguments, _) throws(Diagnostic) in
      try arguments.expect(atMost: 0)
      return .notebook(LessonShelf(session.settings).document, rerun: [])
    })

  /// What happened to a change of the notebook, as it is said.
  private enum Turn: String {
    case takenBack = "taken back"
    case doneAgain = "done again"
  }

  /// What `undo` and `redo` say: the cells that are in `longer` and not in `shorter`, both of them the
  /// cells from an index on.
  private static func document(
    _ turn: Turn, _ longer: [Cell], beside shorter: [Cell], from start: Int, _ remarks: [String]
  ) -> Document {
    let same = zip(longer, shorter).prefix { $0.source == $1.source }.count
    guard same < longer.count else {
      let count = Wording.count(start + shorter.count, "cell")
      return Document(
        [.text("\(turn.rawValue): the notebook has \(count)")] + remarks.map { .text($0) })
    }
    let lines = (same..<longer.count).map { index in
      turn == .takenBack && index < shorter.count
        ? "[\(start + index + 1)] is again: \(firstLine(of: shorter[index].source))"
        : "\(turn.rawValue): [\(start + index + 1)] \(firstLine(of: longer[index].source))"
    }
    return Document((lines + remarks).map { .text($0) })
  }

  private static func firstLine(of source: String) -> String {
    Transcript.printableLines(of: source)[0]
  }
}
