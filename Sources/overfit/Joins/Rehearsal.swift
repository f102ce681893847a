#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A house of cardboard: enough of the language to try the front door on. The session takes its
/// place.
struct Rehearsal: House {
  private let settings: HouseSettings

  init(_ settings: HouseSettings) {
    self.settings = settings
  }

  func notebook() -> any Conversation {
    RehearsalNotebook(settings)
  }

  func lesson(_ name: String) throws(Complaint) -> any Conversation {
    throw Complaint(message: "no lesson is called \"\(name)\"")
  }

  func lessonList(_ page: Page) -> String { "no lessons" }

  func cells(ofFile path: String) throws(Complaint) -> [String] {
    guard let file = fopen(path, "r") else { throw Complaint(message: "there is no file \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func replay(
    _ paths: [String], update: Bool, control: RunControl, report: (ReplayReport) -> Void
  ) throws(Complaint) {
    for path in paths {
      if control.isInterrupted() { return }
      let cells = try cells(ofFile: path)
      report(ReplayReport(differs: cells.count > 1, text: "\(path): \(cells.count) cells"))
    }
  }
}

struct RehearsalNotebook: Conversation {
  private static let verbs = ["data", "evaluate", "explain", "plot", "print", "quit", "train"]
  private let settings: HouseSettings
  private var cells: [String] = []

  init(_ settings: HouseSettings) {
    self.settings = settings
  }

  var nextNumber: Int { cells.count + 1 }

  func opening(_ page: Page) -> Reply {
    Reply(text: "Overfit 0.1 · seed \(settings.seed ?? 0) · help, lessons, quit")
  }

  mutating func submit(_ source: String, page: Page, control: RunControl) -> Reply {
    let words = source.split { " \n".contains($0) }.map(String.init)
    guard let verb = words.first, !verb.hasPrefix("#") else { return Reply() }
    var reply = Reply()
    switch verb {
    case "quit":
      reply.next = .leave
      return reply
    case "edit":
      let number = words.count > 1 ? Int(words[1]) ?? 0 : 0
      guard cells.indices.contains(number - 1) else { return Reply(text: "no cell", failed: true) }
      reply.next = .editing(cells[number - 1])
      return reply
    case "fetch":
      return fetch(words, control)
    case "train":
      reply = train(words, control)
    case "print":
      reply.text = words.dropFirst().joined(separator: " ")
    case "for":
      reply.text = "a loop of \(source.split(separator: "\n").count) lines"
    case "data":
      reply.text = "circles · 400 points · 2 features · 2 classes (200 / 200)"
    case "hang":
      while true {
        usleep(1000)
        let presses: Int64 = control.isInterrupted() ? 1 : 0
        control.progress(Progress(work: .parts(noun: "presses"), done: presses))
      }
    case "page":
      reply.text = "\(page.width) \(page.pictures) \(page.color ? "color" : "no color")"
    default:
      let caret =
        String(repeating: " ", count: page.inputIndent)
        + String(repeating: "^", count: verb.count)
      return Reply(text: "\(caret) unknown command \"\(verb)\"", failed: true)
    }
    cells.append(source)
    return reply
  }

  private func fetch(_ words: [String], _ control: RunControl) -> Reply {
    guard words.count == 4 else { return Reply(text: "fetch URL PATH DIGEST", failed: true) }
    do {
      try settings.fetch(words[1], words[2], words[3], control)
      return Reply(text: "fetched")
    } catch {
      return Reply(text: error.message, failed: true)
    }
  }

  private func train(_ words: [String], _ control: RunControl) -> Reply {
    let epochs = words.count > 1 ? Int64(words[1].drop { $0 != "=" }.dropFirst()) ?? 1 : 1
    for epoch in 1...max(epochs, 1) {
      usleep(1000)
      let loss = 1 / Double(epoch)
      control.progress(
        Progress(
          work: .epochs(loss: loss, validationLoss: loss * 1.25), done: epoch, total: epochs))
      if control.isInterrupted() {
        return Reply(text: "stopped after epoch \(epoch)/\(epochs)", wasInterrupted: true)
      }
    }
    return Reply(text: "epoch \(epochs)/\(epochs)")
  }

  func abandon() {}

  func completions(for line: String, cursor: Int) -> [String] {
    line.hasPrefix("plot ") ? ["boundary", "learning"] : RehearsalNotebook.verbs
  }

  func isIncomplete(_ source: String) -> Bool {
    source.hasPrefix("for ") && !source.split(separator: "\n").contains("end")
  }
}
