import Notebooks
import Testing

@testable import Session

@Suite("The file that is handed in")
struct HandedProgressTests {
  private static let first = LessonProgress(
    digest: 7, done: 2, of: 2, place: "at the end, 1 cells", own: [:],
    answers: [1: StepRecord(tries: 1, line: "b")])

  private func parts(_ text: String) throws -> [HandedProgress.Part] {
    try HandedProgress(Array(text.utf8), file: "a.txt").parts
  }

  @Test("keeps the last line of each lesson, however many there are", arguments: 1...4)
  func lastLines(count: Int) throws {
    let handed = HandedProgress(
      seed: nil, parts: (0..<count).map { .init(lesson: "l\($0)", progress: Self.first) })
    let read = try parts(handed.text)
    #expect(read.map(\.lesson) == (0..<count).map { "l\($0)" })
    #expect(read.allSatisfy { $0.progress == Self.first })
    // An editor may have put a mark before it, and ends lines its own way.
    let edited = "\u{FEFF}" + handed.text.replacing("\n", with: "\r\n")
    #expect(try parts(edited).allSatisfy { $0.progress == Self.first })
    // An editor may have taken the last end of line away.
    #expect(try parts(String(handed.text.dropLast())).allSatisfy { $0.progress == Self.first })
  }
}
