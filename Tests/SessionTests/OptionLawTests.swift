import Language
import Networks
import Testing

@testable import Commands
@testable import Reports
@testable import Session
@testable import Workbench

@Suite("An option is declared once")
struct OptionLawTests {
  @Test("every option has a meaning, is in help, and is offered", arguments: VerbCase.all)
  func everywhere(_ verb: VerbCase) {
    var session = NotebookSession(settings: .testing())
    let help = session.lines(of: "help \(verb.definition.verb) all")
    for option in verb.definition.options {
      #expect(!option.name.isEmpty)
      #expect(!option.meaning.isEmpty, "\(option.name)")
      #expect(
        help.contains { $0.hasPrefix("  \(option.name) ") || $0.hasPrefix("\(option.name) ") })
      // Behind a formula, where that takes the line.
      let start = "\(verb.definition.verb) \(verb.definition.form == .formula ? "1 " : "")"
      let line = start + option.name.dropLast()
      #expect(
        session.completions(for: line, cursor: line.utf8.count).contains("\(option.name)="),
        "\(line)")
      for choice in option.choices {
        let line = "\(start)\(option.name)=\(choice.dropLast())"
        #expect(
          session.completions(for: line, cursor: line.utf8.count).contains(choice), "\(line)")
      }
    }
  }

  /// What is typed for an option, and for those that it needs.
  private static func line(of option: OptionDefinition, _ kind: Optimizer.Kind) -> String {
    switch option.name {
    case "nesterov": return "optimizer=sgd momentum=0.5 nesterov=yes"
    case "schedule": return "schedule=exponential(decay=0.5, every=2, rate=0.1)"
    case "stop": return "stop=early(patience=3, restore=no),target(accuracy=0.99, loss=0.001)"
    case "class_weight": return "class_weight=1,5"
    case "loss": return "loss=mse"
    case "proximal": return "l1=0.01 proximal=yes"
    case "optimizer": return "optimizer=nadam"
    default: break
    }
    let value =
      switch option.kind {
      case .number(let bounds): bounds.contains(0.25) ? "0.25" : "2"
      case .count: "2"
      case .countOrAll: "all"
      default: "yes"
      }
    return "optimizer=\(kind.rawValue) \(option.name)=\(value)"
  }

  /// The optimizer that takes an option; the first for an option of all.
  private static func kind(for option: OptionDefinition) -> Optimizer.Kind {
    func names<Rule: UpdateRule>(_ rule: Rule) -> [String] { Rule.settings.map(\.name) }
    return Optimizer.Kind.allCases.first { names($0.optimizer().rule).contains(option.name) }
      ?? .sgd
  }

  private static let options = TrainingReader.options

  /// The settings of a training, and what is shown of them.
  private func trained(_ line: String) -> (settings: TrainingSettings?, shown: [String]) {
    var session = NotebookSession(running: untrainedCircles + ["train \(line)"])
    let shown = session.lines(of: "show training")
    return (session.state.network?.settings, shown)
  }

  @Test("what is typed of a training is shown, and read again to the same", arguments: options)
  func roundTrip(_ option: OptionDefinition) throws {
    let line = Self.line(of: option, Self.kind(for: option))
    let (settings, shown) = trained(line)
    let first = try #require(settings, "\(line)")
    let setting = try #require(
      first.written.first { $0.name == option.name }, "\(line)")
    let value = SettingsText.text(of: setting.value)
    #expect(
      shown.contains {
        let words = $0.split(separator: " ", maxSplits: 1)
        return words.first.map(String.init) == option.name
          && words.last?.drop { $0 == " " }.hasPrefix(value) == true
      }, "\(line)\n\(shown.joined(separator: "\n"))")
    let typed = SettingsText.options(of: first).joined(separator: " ")
    #expect(trained(typed).settings == first, "\(typed)")
  }

  @Test("a value outside its range is refused, and the range is named", arguments: options)
  func ranges(_ option: OptionDefinition) {
    let line = "train optimizer=\(Self.kind(for: option).rawValue) \(option.name)="
    var session = NotebookSession(running: untrainedCircles)
    switch option.kind {
    case .number(let bounds):
      // A long message goes on in the next line.
      let words = session.text(of: line + "(-1)").split(whereSeparator: \.isWhitespace)
      #expect(
        words.joined(separator: " ").contains("\(option.name) must be \(bounds.text)"), "\(line)")
    case .count(let range):
      let text = session.text(of: line + "0.5")
      #expect(
        text.contains("\(option.name) must be a whole number from \(range.lowerBound) to "))
    case .countOrAll:
      #expect(session.text(of: line + "0").contains("must be a whole number from 1 to 1,000,000"))
    case .yesOrNo:
      #expect(session.text(of: line + "maybe").contains("\(option.name) must be yes or no"))
    default:
      // The optimizer is typed once.
      let typed = "train \(option.name)=nonsense_word"
      _ = session.text(of: typed)
      #expect(session.cells.last?.hasFailed == true, "\(typed)")
    }
  }
}
