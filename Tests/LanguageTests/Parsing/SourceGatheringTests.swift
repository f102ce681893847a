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
          checkTree(of: gathering)
          gathering = SourceGathering(forms: .usual)
          lines = []
        }
      }
    }
  }

  /// The tree goes with the source wherever nothing is wrong with it, and with a wrong line alone.
  private func checkTree(of gathering: SourceGathering) {
    let script = Script(parsing: gathering.source)
    let isSound =
      (script.diagnostics.isEmpty || !gathering.source.utf8.contains(0x0A))
      && !gathering.source.isEmpty && !gathering.source.utf8.contains(0x0D)
    #expect((gathering.script != nil) == isSound, "\(gathering.source.debugDescription)")
    if let tree = gathering.script {
      #expect(tree == script, "\(gathering.source.debugDescription)")
    }
  }

  @Test("come with their tree, in loops too", arguments: 0..<4 as Range<UInt64>)
  func trees(_ seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for _ in 0..<200 {
      var gathering = SourceGathering(forms: .usual)
      var (depth, count) = (0, 0)
      repeat {
        count += 1
        switch count > 20 ? 1 : generator.random.below(6) {
        case 0:
          depth += 1
          _ = gathering.append("  for x in 1, 2  # twice")
        case 1 where depth > 0:
          depth -= 1
          _ = gathering.append("end # of \(depth)")
        case 2:
          _ = gathering.append("print [1,")
          _ = gathering.append("  2] # two")
        case 3 where depth > 0: _ = gathering.append("")
        case 4: _ = gathering.append("note a (b \\")
        default:
          _ = gathering.append(" train epochs=\(depth) \\")
          _ = gathering.append(" rate=0.1 ")
        }
      } while depth > 0
      #expect(gathering.script != nil, "\(gathering.source.debugDescription)")
      checkTree(of: gathering)
    }
  }

  @Test(
    "of a script are cells with the trees that they have alone", arguments: 0..<4 as Range<UInt64>)
  func cells(ofScript seed: UInt64) {
    var generator = SourceGenerator(seed: seed)
    for round in 0..<300 {
      let lines = (0..<8).map { _ in
        switch generator.random.below(round % 2 == 0 ? 3 : 6) {
        case 0: "for x in 1, 2"
        case 1: "  end # of it"
        case 2: " # a\nprint [1,\n 2] # two"
        case 3: generator.soup()
        case 4: generator.mutant()
        default: generator.random.pick(SourceGenerator.lines)
        }
      }
      let text = SourceGenerator.endingLines(of: lines.joined(separator: "\n"))
      let script = Script(parsing: text)
      let alone = script.statements.filter { !$0.isBlank }.map { Script(parsing: $0.source) }
      #expect(script.cells(.usual) == alone, "\(text.debugDescription)")
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
    checkTree(of: gathering)
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
