import Commands
import Language
import Testing

@testable import Session
@testable import Workbench

/// What Tab offers with an equals sign is an option that the line may have.
@Suite("Options that Tab offers")
struct OfferedOptionTests {
  private static let lines =
    [
      "data circles points=60", "split train=50% validation=25% test=25%", "network",
      "add dense 4 tanh", "add dense 1 sigmoid", "train epochs=2 l2=0.001",
    ]

  /// The options that are offered behind a line, without their signs.
  private func options(_ session: NotebookSession, behind line: String) -> [String] {
    session.completions(for: line, cursor: line.utf8.count).filter { $0.hasSuffix("=") }
      .map { String($0.dropLast()) }
  }

  /// Beginnings of lines: each verb of a cell, behind it each word of it, or a value.
  private static func beginnings(_ table: CommandTable) -> [String] {
    table.definitions.filter { $0.form != .formula && $0.form != .formulas }.flatMap { verb in
      let words = verb.words + verb.names.filter { $0.contains(" ") }
      // Before any of its words an option may be of any of them.
      return words.isEmpty ? ["\(verb.verb) "] : words.map { "\(verb.verb) \($0) " }
    }
  }

  @Test("are none that the verb refuses there")
  func accepted() {
    let session = NotebookSession(running: Self.lines)
    var count = 0
    for line in Self.beginnings(session.vocabulary.table) {
      for option in options(session, behind: line) {
        var copy = session
        let text = copy.flowingText(of: "\(line)\(option)=zzz")
        count += 1
        #expect(!text.contains("has no option \"\(option)\""), "\(line)\(option)=")
      }
    }
    #expect(count > 300)
  }

  @Test("have yes= where a call can last, and nowhere else")
  func consent() {
    let session = NotebookSession(running: Self.lines)
    for line in [
      "train ", "train epochs=5 ", "compare l2=0,1 ", "evaluate ", "diagnose ", "resume ",
      "plot surface ", "plot learning curve ", "plot boundary ", "plot rate range ", "plot wrong ",
      "show metrics ", "show confusion validation ", "predict validation ", "ensemble a b ",
    ] {
      #expect(options(session, behind: line).contains("yes"), "\(line)")
    }
    for line in [
      "plot data ", "plot correlation ", "plot network ", "plot histogram ",
      "show data ", "show network ", "show weights ", "show session ", "save ", "seed ", "undo ",
      "data circles ", "split ", "add dense 8 ", "help train ", "explain bias ",
    ] {
      #expect(!options(session, behind: line).contains("yes"), "\(line)")
    }
  }

  @Test("have yes= behind a whole formula, and not within one")
  func formulas() {
    let session = NotebookSession(running: Self.lines)
    for line in ["print loss() y", "let a = loss() y", "check loss() < 9 y", "print 1 + 2 y"] {
      #expect(options(session, behind: line) == ["yes"], "\(line)")
    }
    for line in [
      "print y", "print 1 + y", "print (1 y", "print max(1, y", "let a = y", "when loss < 1 y",
      "for x in 1..3 y", "print loss() yes=yes y", "features x1 y", "print 1 < 2 and y",
    ] {
      #expect(!options(session, behind: line).contains("yes"), "\(line)")
    }
  }
}
