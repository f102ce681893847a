import SeededRandom
import Testing

@testable import Language

@Suite("Lines that come one by one")
struct SourceGatheringTests {
  @Test("wait for more where all of them together would", arguments: 0..<4 as Range<UInt64>)
  func agrees(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<300 {
      let text = (0..<5).map { _ in
        generator.random.oneIn(2) ? generator.mutant() : generator.soup()
      }
      var gathering = SourceGathering(forms: .usual)
      var lines: [String] = []
      for line in SourceGenerator.lines(of: text.joined(separator: "\n")) {
        lines.append(line)
        let source = lines.joined(separator: "\n")
        let waits = gathering.append(line)
        #expect(waits == Script(parsing: source).isIncomplete, "\(source.debugDescription)")
        #expect(gathering.source.utf8.elementsEqual(source.utf8))
        if !waits {
          gathering = SourceGathering(forms: .usual)
          lines = []
        }
      }
    }
  }

  @Test(
    "wait for more through loops in loops, brackets and backslashes",
    arguments: [
      ["for x in 1..3", "  for y in 1..3", "    print [x,", "      y]", "  end", "end"],
      ["for x in 1..3", "  print x + \\", "    1", "end"],
      ["print [1,", "# comment (", "2]"], ["edit 3 for x in 1, 2", "end"], ["print (", "", ")"],
    ])
  func cells(lines: [String]) {
    var gathering = SourceGathering(forms: .usual)
    let waits = lines.map { gathering.append($0) }
    #expect(waits == lines.dropLast().map { _ in true } + [false])
    #expect(!Script(parsing: gathering.source).isIncomplete)
  }

  @Test("a bracket over ten thousand lines is read in no time, and ends where it closes")
  func longBracket() {
    var gathering = SourceGathering(forms: .usual)
    var waits = gathering.append("let x = [")
    for _ in 0..<10_000 where waits { waits = gathering.append("sum(1), (2),") }
    #expect(waits)
    let waitsAtTheEnd = gathering.append("3]")
    #expect(!waitsAtTheEnd)
  }

  @Test("loops beyond the depth limit are waited for as a file waits for them")
  func depth() {
    for depth in [49, 50, 51, 60] {
      var gathering = SourceGathering(forms: .usual)
      for _ in 0..<depth { _ = gathering.append("for x in 1") }
      var ends = 0
      while ends < 100 {
        ends += 1
        if !gathering.append("end") { break }
      }
      #expect(ends == depth)
    }
  }
}
