import Testing

@testable import Language

@Suite("Names of options")
struct OptionKeyTests {
  private func option(_ text: String) -> Option? {
    let script = Script(parsing: text)
    guard script.diagnostics.isEmpty, case .command(let command)? = script.statements.first else {
      return nil
    }
    return command.options.first
  }

  @Test("have a word, a layer's number, and settings behind points")
  func parts() throws {
    let plain = OptionKey(try #require(option("compare units=4,8")).name)
    #expect(plain.word == "units" && plain.place == nil && plain.path.isEmpty)
    let layer = try #require(option("compare units(2)=4,8"))
    #expect(OptionKey(layer.name).word == "units" && OptionKey(layer.name).place == 2)
    #expect(layer.name.text == "units(2)" && layer.values.count == 2)
    let setting = OptionKey(try #require(option("compare schedule.decay=0.1,0.5")).name)
    #expect(setting.word == "schedule" && setting.path == ["decay"])
    let first = OptionKey(try #require(option("compare units( 2 )=4")).name)
    #expect(first.place == 2)
  }

  @Test("stand within a call too")
  func calls() throws {
    let script = Script(parsing: "compare plain with(units(2)=4, schedule.decay=0.5)")
    guard case .command(let command)? = script.statements.first,
      case .call(_, let arguments)? = command.values.last?.kind
    else {
      Issue.record("no call")
      return
    }
    let names = arguments.compactMap { argument -> String? in
      guard case .option(let option) = argument else { return nil }
      return option.name.text
    }
    #expect(names == ["units(2)", "schedule.decay"])
  }

  @Test(
    "are spelled as they are read",
    arguments: [
      "compare units(2)=4,8", "compare schedule.decay=0.1,0.5",
      "compare plain with(units(2)=4, schedule.decay=0.5)", "plot validation curve over=units(2)",
      "features x1^2, x1 * x2, sin(x1) keep=no", "features x1^2",
    ])
  func roundTrip(_ text: String) {
    let script = Script(parsing: text)
    #expect(script.diagnostics.isEmpty)
    #expect(script.formatted == text + "\n")
  }

  @Test(
    "are nothing else",
    arguments: [
      "compare units(0)=4", "compare units(1.5)=4", "compare units(1, 2)=4", "compare units(x)=4",
      "compare \"units\"=4", "compare data/wine.csv=4", "compare units(2=4",
    ])
  func refusals(_ text: String) {
    #expect(!Script(parsing: text).diagnostics.isEmpty)
  }
}
