import GoldenTexts
import JSON
import Testing

@testable import Commands
@testable import Session

/// What a program reads is as the schema says; `Tests/Formats` asks the same of the whole course, with a
/// validator that is not ours.
@Suite("A line of --format json")
struct JSONLineTests {
  private let schema: JSONSchema

  init() throws { schema = try JSONSchema.format.get() }

  /// Lines for the verbs whose help has no example, and for what is no cell's result.
  private static let others = [
    "note a note", "trane epochs=3", "for a in 1, 2", "edit 1 data moons points=30", "undo", "redo",
    "cells", "learn circles", "lessons", "help train", "why", "show machine", "seed 3",
    "save x.txt",
    "set pictures braille", "load network none.keras",
    "fetch mnist", "run none.md", "resume none", "film", "turn", "inspect none.h5", "delete 1",
    "print \"\\u{202E} <b>\"", "let x = 1 / 0", "print x", "quit",
  ]

  /// The lines that each verb's example gives, and those of the others.
  private static let lines: [JSONValue] = {
    let table = Vocabulary.standard.table
    let scripts = table.definitions.map(\.example) + [trainedCircles + others]
    return scripts.flatMap { script -> [JSONValue] in
      var session = NotebookSession(settings: .testing())
      return script.compactMap { JSONLine.value(of: session.submit($0), source: $0) }
    } + JSONLine.End.allCases.map(JSONLine.end)
  }()

  @Test("is as the schema says, for every verb")
  func everyVerb() throws {
    for line in Self.lines {
      let faults = schema.faults(of: line)
      #expect(faults.isEmpty, "\(line.text.prefix(300))\n\(faults)")
    }
    let typed = Set(Self.lines.flatMap { Self.verbs(of: $0) })
    let verbs = Vocabulary.standard.table.verbs
    let missing = verbs.filter { !typed.contains(Substring($0)) }
    #expect(missing == Self.silent)
  }

  /// The verbs that give no line, or none here.
  private static let silent = ["quit"]

  /// The verb of a line, and the one that a rule of it runs.
  private static func verbs(of line: JSONValue) -> [Substring] {
    guard case .string(let source)? = line["source"] else { return [] }
    let words = source.split { $0.isWhitespace }
    let rule = words.firstIndex(of: "do").map { Array(words[($0 + 1)...].prefix(1)) } ?? []
    return words.prefix(1) + rule
  }

  @Test("has the version, and one of the members that say what it is")
  func kinds() {
    let kinds = ["result", "note", "error", "end"]
    for line in Self.lines {
      #expect(line["version"] == 1)
      #expect((kinds + ["interrupted"]).count { line[$0] != nil } == 1, "\(line.text.prefix(200))")
    }
    for kind in kinds { #expect(Self.lines.contains { $0[kind] != nil }, "\(kind)") }
    let stopped = JSONLine.value(of: .interrupted("stopped"), source: "train")
    #expect(stopped.map { schema.faults(of: $0) } == [])
  }

  @Test("is read again from its text, whatever stands in it")
  func text() throws {
    for line in Self.lines {
      let text = line.text
      #expect(!text.contains { $0.isNewline })
      let read = try JSONValue(reading: text.utf8)
      #expect(read.text == text)
    }
  }

  @Test("is refused where a member is missing, is another type, or is not named")
  func mutations() {
    var count = 0
    for line in Self.lines {
      for (place, mutant) in Self.mutants(of: line) {
        count += 1
        #expect(!schema.faults(of: mutant).isEmpty, "\(place): \(mutant.text.prefix(300))")
      }
    }
    #expect(count > 1000)
  }

  /// Names that an object may do without.
  private static let optional: Set = [
    "cell", "more_lines", "footer", "rows", "groups", "from", "to", "hints",
  ]

  /// What no list and no single value is.
  private static let other: JSONValue = ["x": 1]

  /// The value with one part of it broken, for each of its parts; of a list the first two.
  private static func mutants(of value: JSONValue, _ place: String = "") -> [(String, JSONValue)] {
    switch value {
    case .array(let elements):
      return elements.indices.prefix(2).flatMap { index in
        mutants(of: elements[index], "\(place)/\(index)").map { place, mutant in
          var changed = elements
          changed[index] = mutant
          return (place, .array(changed))
        }
      } + [(place, other)]
    case .object(let members):
      let isOpen = ["facts", "rows", "footer"].contains { place.contains("/\($0)") }
      var mutants: [(String, JSONValue)] = [(place, 1)]
      for (index, member) in members.enumerated() {
        let inside = "\(place)/\(member.name)"
        mutants += Self.mutants(of: member.value, inside).map { place, mutant in
          var changed = members
          changed[index].value = mutant
          return (place, .object(changed))
        }
        let isTitle = member.name == "title" && value["kind"] == "table"
        guard !isOpen, !optional.contains(member.name), !isTitle else { continue }
        mutants.append(("\(inside) gone", .object(members.filter { $0.name != member.name })))
      }
      if !isOpen { mutants.append(("\(place) more", .object(members + [.init("more", 1)]))) }
      return mutants
    case .null, .bool, .integer, .number, .string: return [(place, other)]
    }
  }
}
