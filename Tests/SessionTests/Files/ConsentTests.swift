import Foundation
import Session
import Synchronization
import Testing

@testable import Workbench

@Suite("Asking the person")
struct ConsentTests {
  private final class Person: Sendable {
    private let asked = Mutex<[Consent.Question]>([])
    let says: @Sendable (Consent.Question) -> Bool

    init(_ says: @escaping @Sendable (Consent.Question) -> Bool) { self.says = says }

    var questions: [Consent.Question] { asked.withLock { $0 } }

    var consent: Consent {
      Consent { question in
        self.asked.withLock { $0.append(question) }
        return self.says(question)
      }
    }
  }

  private let strangers: StrangersFolder

  init() throws {
    strangers = try StrangersFolder()
  }

  @Test("is done once for each file, and a yes lets it be read", arguments: [true, false])
  func reading(_ answer: Bool) throws {
    let person = Person { _ in answer }
    var settings = strangers.settings()
    settings.files.consent = person.consent
    let table = "\(strangers.path)/outside/table.csv"
    for way in [FileWay.run, .runAtPrompt, .learn] {
      let lines = try strangers.lines(
        of: Array(repeating: "data csv \"\(table)\" target=1", count: 3), opened: way,
        settings: settings)
      #expect(lines.count { $0.contains("3 rows") } == (answer ? 3 : 0))
    }
    #expect(person.questions.count == 1)
    #expect(person.questions.first?.path == table)
    #expect(person.questions.first?.action == .reading)
    // What is behind a link is named by what it is, and is the same file.
    _ = try strangers.lines(
      of: ["data csv \"\(strangers.path)/own/link.csv\" target=1"], opened: .run,
      settings: settings)
    #expect(person.questions.count == 1)
  }

  @Test("covers what is in a folder")
  func folders() throws {
    let person = Person { _ in true }
    var settings = strangers.settings()
    settings.files.consent = person.consent
    _ = try strangers.lines(
      of: ["data images \"\(strangers.path)/outside/photos\""], opened: .run, settings: settings)
    #expect(person.questions.map(\.path) == ["\(strangers.path)/outside/photos"])
  }

  @Test(
    "is not done by a replay or a lesson that was found by name",
    arguments: [FileWay.replay, .lesson])
  func silent(_ way: FileWay) throws {
    let person = Person { _ in true }
    var settings = strangers.settings()
    settings.files.consent = person.consent
    let lines = try strangers.lines(
      of: ["data csv \"\(strangers.path)/outside/table.csv\" target=1"], opened: way,
      settings: settings)
    #expect(person.questions.isEmpty && !lines.contains { $0.contains("3 rows") })
  }

  @Test("lets a file write what is new, and never over another file", arguments: [true, false])
  func writing(_ answer: Bool) throws {
    let person = Person { _ in answer }
    var settings = strangers.settings()
    settings.files.consent = person.consent
    let before = try strangers.content()
    let lines = try strangers.lines(
      of: untrainedCircles + [
        "save network \"\(strangers.path)/outside/net.safetensors\" overwrite=yes",
        "save network \"\(strangers.path)/outside/new.safetensors\"",
        "save \"\(strangers.path)/outside/new.md\"",
      ], opened: .run, settings: settings)
    #expect(Set(person.questions.map(\.action)) == [.writing])
    #expect(person.questions.count == 3, "\(person.questions)")
    let new = Set(try strangers.content().keys).subtracting(before.keys)
    #expect(new == (answer ? ["outside/new.md", "outside/new.safetensors"] : []), "\(lines)")
    for (name, bytes) in before { #expect(try strangers.content()[name] == bytes, "\(name)") }
  }
}
