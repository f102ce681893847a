import Charts
import Testing

@testable import Commands
@testable import Reports
@testable import Session
@testable import Workbench

@Suite("Results are values")
struct ReportLawTests {
  @Test("what the example of a verb finds out is kept as values", arguments: VerbCase.all)
  func examples(_ verb: VerbCase) {
    var session = NotebookSession(settings: .testing())
    for line in verb.definition.example { check(line, in: &session) }
  }

  /// Every form of a verb, on a network and on an ensemble of three; a plot is a picture by its type.
  @Test(
    "what the forms of a verb find out is kept as values",
    arguments: VerbCase.all.filter { $0.definition.verb != "plot" })
  func forms(_ verb: VerbCase) {
    let start = trainedCircles + ["copy a", "copy b", "copy c", "use a"]
    for form in verb.definition.forms + Self.more(of: verb.definition.verb) {
      var session = NotebookSession(running: start)
      check(verb.definition.verb == "for" ? form + "\nend" : form, in: &session)
    }
  }

  private static func more(of verb: String) -> [String] {
    switch verb {
    case "show": ["show weights hash=yes", "show network derivation=yes", "show history 2"]
    case "predict": ["predict test", "predict 0.1 0.2 ensemble=a,b"]
    case "ensemble": ["ensemble a b test"]
    case "freeze": ["freeze 1", "freeze all"]
    case "remove": ["remove 1"]
    case "print": ["print \"a\""]
    default: []
    }
  }

  private func check(_ line: String, in session: inout NotebookSession) {
    guard case .cell(_, let cell) = session.submit(line), case .reports(let reports) = cell.result
    else { return }
    for report in reports {
      let name = "\(line): \(type(of: report))"
      #expect(Self.texts(in: report) == [], "\(name)")
      #expect(report.byteCount == report.document.byteCount, "\(name)")
      // What is no more than sentences says no number, and has no table and no picture.
      guard let report = report as? SentenceReport else { continue }
      #expect(report.sentences.allSatisfy { !$0.contains(where: \.isNumber) }, "\(name)")
    }
  }

  /// The names of the pieces of a document that a report keeps, where it should keep the values that
  /// they are made of. A picture is a value; so is the table that stands below one or in its place.
  private static func texts(in value: Any, depth: Int = 0, isPicture: Bool = false) -> [String] {
    switch value {
    case is Document, is Block, is Fact: return ["\(type(of: value))"]
    case is Table: return isPicture ? [] : ["Table"]
    case is Chart, is ChartGrid, is any BinaryFloatingPoint, is any BinaryInteger, is String:
      return []
    default: break
    }
    guard depth < 8 else { return [] }
    let isPicture = isPicture || value is PictureReport
    let children = Mirror(reflecting: value).children
    return children.prefix(3 * (3 + depth)).flatMap {
      texts(in: $0.value, depth: depth + 1, isPicture: isPicture)
    }
  }

  /// A report that keeps a text, deep within.
  private struct Made: Report {
    let parts: [(name: String, facts: [Fact]?)]
    var document: Document { Document() }
  }

  @Test("a report that keeps a text is found")
  func made() {
    #expect(Self.texts(in: Made(parts: [("a", nil), ("b", [Fact("c", .count(1))])])) == ["Fact"])
    #expect(Self.texts(in: PictureReport([], table: Table(columns: [], rows: []))) == [])
    #expect(!((Document() as Any) is any Report))
  }
}
