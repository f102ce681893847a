import Foundation
import SeededRandom
import Testing

/// Every lesson, walked on the smallest usual screen.
@Suite("A walk at 80 x 24", .waiting, .timeLimit(.minutes(60)))
struct WholePictureTests {
  private let home = TemporaryFolder()

  /// A cell as it stands at the prompt, without the number.
  private static func rows(_ source: String, number: Int) -> String {
    let text = source.isEmpty ? "[\(number)]" : "[\(number)] \(source)"
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var (rest, rows) = (line, [Substring]())
      while rest.count > 80 {
        rows.append(rest.prefix(80))
        rest = rest.dropFirst(80)
      }
      return (rows + [rest]).map { row in
        String(row.reversed().drop { $0 == " " }.reversed())
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// The number of the prompt that is on the screen.
  private static func number(_ screen: Screen) -> Int? {
    screen.lines[...screen.row].last { $0.hasPrefix("[") }
      .flatMap { Int($0.dropFirst().prefix { $0.isNumber }) }
  }

  /// Outputs that are longer than the screen by themselves: the list of runs, and `plot weights 2`, a
  /// histogram above two rows of images, of which the second comes on the next page; the table below
  /// five boundaries; a boundary that a rule draws in a training; two tables of reasons, one behind the
  /// other.
  private static let cut = [
    "gallery": 2, "06-dropout": 1, "07-stopping": 1, "10-steps": 1,
  ]

  /// All lessons, and in the short form of the law those with pictures of the most kinds.
  private static let lessons =
    LongRun.isAsked
    ? [
      "01-circles", "02-mnist", "03-neuron", "04-diagnosis", "05-penalties", "06-dropout",
      "07-stopping", "08-batchnorm", "09-signals", "10-steps", "11-schedules", "12-confidence",
      "13-convolution", "14-transfer", "15-search", "gallery",
    ] : ["01-circles", "07-stopping", "gallery"]

  @Test(
    "loses nothing: all that was written since the last key is on the screen with the next prompt",
    arguments: lessons)
  func nothingIsLost(_ lesson: String) throws {
    let datasets = ProcessInfo.processInfo.environment["OVERFIT_DATASETS"]
    if lesson == "02-mnist", datasets == nil { return }
    let terminal = PseudoTerminal(
      ["learn", lesson], home: home,
      environment: ["NO_COLOR": "1", "OVERFIT_DATASETS": datasets ?? ""])
    var start = 0
    var cuts = 0
    func look(_ screen: Screen) {
      #expect(screen.firstPlace <= start, "\(lesson): \(screen)")
      if screen.isCut { cuts += 1 }
      if screen.currentLine.contains("the return key goes on"), screen.row > 0 {
        let above = screen.lines[screen.row - 1]
        let isHeading = ["--", "==", "###"].contains { above.hasPrefix($0) }
        #expect(!isHeading, "a heading alone: \(screen)")
      }
      start = screen.place
    }
    let stops = try LessonStop.all(of: lesson)
    #expect(stops.count > 20)
    for stop in stops {
      let place = terminal.screen.place
      try terminal.readOn(until: stop.source, look: look) { screen in
        guard place == 0 || screen.place > place, let number = Self.number(screen) else {
          return false
        }
        return screen.description.hasSuffix(Self.rows(stop.source, number: number))
      }
      look(terminal.screen)
      start = terminal.screen.place + 1
      terminal.send(stop.keys)
    }
    try terminal.readOn(until: "the end", look: look) {
      $0.description.contains("\nThis is the end of the lesson. quit leaves.\n")
        && Self.number($0) != nil
    }
    look(terminal.screen)
    #expect(cuts == Self.cut[lesson] ?? 0)
  }
}
