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
      draw: nil, parts: (0..<count).map { .init(lesson: "l\($0)", progress: Self.first) })
    let read = try parts(handed.text)
    #expect(read.map(\.lesson) == (0..<count).map { "l\($0)" })
    #expect(read.allSatisfy { $0.progress == Self.first })
    // An editor may have put a mark before it, and ends lines its own way.
    let edited = "\u{FEFF}" + handed.text.replacing("\n", with: "\r\n")
    #expect(try parts(edited).allSatisfy { $0.progress == Self.first })
    // An editor may have taken the last end of line away.
    #expect(try parts(String(handed.text.dropLast())).allSatisfy { $0.progress == Self.first })
  }

  @Test("says by which seeds the lessons were drawn before, each once", arguments: 1...12)
  func draws(count: Int) throws {
    var draw = LessonDraw(seed: 99)
    for seed in 1..<UInt64(count) {
      draw = draw.drawn(by: seed).drawn(by: 99).drawn(by: 99)
    }
    #expect(draw.seed == 99 && draw.earlier == Array(1..<UInt64(count)))
    let handed = HandedProgress(draw: draw, parts: [.init(lesson: "l", progress: Self.first)])
    let read = try HandedProgress(Array(handed.text.utf8), file: "a.txt")
    #expect(read.draw == draw && read.parts.map(\.lesson) == ["l"])
    let words = [
      1: "drawn by seed 99", 2: "drawn by seed 99, and before that by 1",
      4: "drawn by seed 99, and before that by 1, 2 and 3",
      12: "drawn by seed 99, and before that by 1, 2, 3, 4, 5, 6, 7, 8 and 3 more",
    ]
    if let words = words[count] { #expect(draw.words == words) }
  }

  @Test("the first draw in which something was lost before another was opened stays in it")
  func spoiled() throws {
    let draw = LessonDraw(seed: 3).drawn(by: 4).drawn(by: 5, lost: 2).drawn(by: 6, lost: 1)
    #expect(draw.spoiled?.seed == 4)
    #expect(draw.spoiled?.lost == 2)
    #expect(draw.drawn(by: 4).spoiled == draw.spoiled)
    #expect(draw.text == "seed 6\nbefore 3\nbefore 4\nbefore 5\nlost 2 in 4\n")
    #expect(LessonDraw(draw.text) == draw)
    // Who goes on in the same draw has opened no other one.
    #expect(LessonDraw(seed: 3).drawn(by: 3, lost: 2).spoiled == nil)
    for line in ["lost 2 in", "lost 0 in 4", "lost x in 4", "lost 2 in x", "lost 2  4"] {
      #expect(LessonDraw("seed 6\n\(line)\n") == nil, "\(line)")
    }
    #expect(LessonDraw("seed 6\nlost 2 in 4\nlost 2 in 4\n") == nil)
  }

  @Test("is read in the time that its lines take, however many draws it names")
  func manyDraws() throws {
    let part = HandedProgress.Part(lesson: "l", progress: Self.first)
    let start = HandedProgress(draw: LessonDraw(seed: 0), parts: [part]).text
    let lines = (1...100_000).map { "before \($0)\n" }.joined()
    let text = start.replacing("seed 0\n", with: "seed 0\n\(lines)", maxReplacements: 1)
    let read = try HandedProgress(Array(text.utf8), file: "a.txt")
    #expect(read.draw?.earlier == Array(1...1000))
    #expect(throws: NotebookError.self) {
      try HandedProgress(Array(text.replacing("before 9\n", with: "\n").utf8), file: "a.txt")
    }
  }

  @Test(
    "a draw is read to its last line, or not at all",
    arguments: ["", "seed", "seed x", "before 3", "seed 3\nseed 4", "seed 3\nbefore x", "3"])
  func malformedDraws(text: String) {
    #expect(LessonDraw(text) == nil)
    #expect(LessonDraw("seed 3\nbefore 4\nbefore 4\nbefore 3\n")?.earlier == [4])
  }
}
