import Charts
import Testing
import Workbench

@testable import Plots
@testable import Session

@Suite("Knobs")
struct TurnedKnobsTests {
  private func knobs() throws -> TurnedKnobs {
    var session = NotebookSession(running: trainedCircles)
    let line = "turn l2=0.001..0.1 log units=1..30"
    guard case .view(.turn(let turn)) = session.submit(line, control: FilmTests.attended) else {
      throw NoView()
    }
    return TurnedKnobs(turn)
  }

  private struct NoView: Error {}

  private func view(_ score: Double?) -> Turn.View {
    Turn.View(
      document: Document(), figures: "", judgement: score.map { "error \($0)" } ?? "",
      score: score)
  }

  @Test("stop at their ends")
  func ends() throws {
    var knobs = try knobs()
    knobs.turn(by: -1)
    #expect(knobs.places == [0, 0])
    knobs.turn(by: 100)
    knobs.select(by: 5)
    knobs.turn(by: 10)
    knobs.select(by: -1)
    #expect(knobs.places == [2, 10] && knobs.selected == 0)
    knobs.turn(by: -.max)
    knobs.select(by: 1)
    knobs.turn(by: .max)
    #expect(knobs.places == [0, 29])
  }

  @Test("keep what was seen, and say which was best")
  func seen() throws {
    var knobs = try knobs()
    #expect(knobs.view == nil)
    #expect(knobs.summary == "seen 0 of 90")
    for score in [0.5, 0.25, nil] as [Double?] {
      knobs.keep(view(score))
      knobs.turn(by: 1)
    }
    #expect(knobs.summary == "seen 3 of 90 · best so far: error 0.25 with l2=0.01 units=1")
    knobs.turn(by: -1)
    #expect(knobs.view?.score == 0.25)
  }

  @Test("show as many values as there is room for", arguments: [20, 40, 79])
  func lines(width: Int) throws {
    var knobs = try knobs()
    knobs.select(by: 1)
    for _ in 0..<30 {
      let lines = knobs.lines(width: width)
      #expect(lines.allSatisfy { $0.count <= width })
      #expect(lines[1].hasPrefix("> units  "))
      #expect(lines[1].contains("[\(knobs.places[1] + 1)]"))
      knobs.turn(by: 1)
    }
  }
}
