import JSON
import Synchronization

@testable import Jupyter

/// A language of a few words, each of which does one thing that a kernel has to carry.
struct EchoLanguage: KernelLanguage {
  let flag: StopFlag
  let information: JSONValue = ["implementation": "echo"]

  private static func output(_ lines: [String]) -> JSONValue {
    [
      "output_type": "display_data", "metadata": [:],
      "data": ["text/plain": .array(lines.map(JSONValue.string))],
    ]
  }

  mutating func run(_ code: String, _ desk: KernelDesk) -> KernelOutcome {
    switch code {
    case "fail":
      return KernelOutcome(
        mistake: KernelMistake(name: "Mistake", value: "no", lines: ["  ^", "no"]))
    case "leave": return KernelOutcome(leaves: true)
    case "ask":
      desk.show(Self.output([desk.ask("Really?", isCalledOff: { false }) ?? "nobody"]))
    case "progress", "progress alone":
      if code == "progress" { desk.show(Self.output(["before"])) }
      desk.show(progress: "1 of 2")
      desk.show(progress: "2 of 2")
      if code == "progress" { desk.show(Self.output(["after"])) }
    case "wait": flag.wait()
    default: desk.show(Self.output(["a\n", "b"]))
    }
    return KernelOutcome()
  }

  func value(of expression: String) -> Result<JSONValue, KernelMistake> {
    expression == "fail"
      ? .failure(KernelMistake(name: "Mistake", value: "no", lines: []))
      : .success(["text/plain": .string(expression)])
  }

  func completions(of code: String, at offset: Int) -> (words: [String], start: Int) {
    (["train"], offset - 2)
  }

  func help(on code: String, at offset: Int) -> String? { "\(offset - 1)" }

  func completeness(of code: String) -> KernelCompleteness { .incomplete(indent: "  ") }
}

/// Says that a cell is to stop.
final class StopFlag: Sendable {
  private let isSet = Atomic(false)

  func set() { isSet.store(true, ordering: .sequentiallyConsistent) }

  func wait() {
    while !isSet.exchange(false, ordering: .sequentiallyConsistent) {}
  }
}
