import Charts
import Plots
import Testing
import Workbench

@testable import Session

@Suite("A turn")
struct TurnTests {
  private func turn(
    _ line: String, after lines: [String] = trainedCircles
  ) throws -> Turn {
    var session = NotebookSession(running: lines)
    let outcome = session.submit(line, control: FilmTests.attended)
    guard case .view(.turn(let turn)) = outcome else {
      throw Refused(
        text: Transcript.standard.output(of: outcome, source: line, in: session)
          .joined(separator: " "))
    }
    return turn
  }

  private struct Refused: Error { let text: String }

  private func refusal(_ line: String, after lines: [String] = trainedCircles) -> String {
    do {
      _ = try turn(line, after: lines)
      return ""
    } catch let refused as Refused { return refused.text } catch { return "\(error)" }
  }

  @Test("has a knob for each option with several values, and the rest stays")
  func knobs() throws {
    let turn = try turn("turn l2=0.0001..0.1 log units=1..4 batch=8 activation=relu,tanh")
    #expect(turn.knobs.map(\.name) == ["l2", "units", "activation"])
    #expect(
      turn.knobs.map(\.values) == [
        ["0.0001", "0.001", "0.01", "0.1"], ["1", "2", "3", "4"], ["relu", "tanh"],
      ])
    #expect(turn.line(at: [1, 2, 0]) == "train again batch=8 l2=0.001 units=3 activation=relu")
  }

  @Test(
    "shows at each place what the line makes the network in hand, and compare says the same",
    arguments: [
      "l2=0.1,0.5", "units=2,8", "units(1)=3,5", "activation=relu,tanh", "dropout=0.1,0.5",
      "layers=0,2", "batchnorm=yes,no", "initializer=zeros,he_normal", "rate=0.01,0.5",
      "epochs=1,7", "optimizer=sgd,rmsprop", "class_weight=no,balanced",
    ])
  func asTrained(option: String) throws {
    let turn = try turn("turn \(option) plot=weights")
    let name = try #require(option.split(separator: "=").first)
    for place in 0...1 {
      let view = try #require(turn.view(at: [place], control: RunControl()))
      let line = turn.line(at: [place])
      #expect(line == "train again \(name)=\(turn.knobs[0].values[place])")
      var session = NotebookSession(running: trainedCircles + [line])
      #expect(session.cells.last?.hasFailed == false, "\(line)")
      let rows = session.lines(of: "evaluate").map { $0.split(separator: " ").map(String.init) }
      let (training, validation) = (rows[2], rows[3])
      #expect(
        view.figures == "training error \(training[4]), loss \(training[2]) · "
          + "validation error \(validation[4]), loss \(validation[2])")
      #expect(view.judgement == "validation error \(validation[4])")
      guard case .cell(_, let cell) = session.submit("plot loss"),
        case .chart(let curves)? = cell.document?.blocks.first,
        case .grid(let grid)? = view.document.blocks.first
      else {
        Issue.record("no pictures")
        return
      }
      #expect(grid.charts.last == curves)
    }
  }

  @Test("shows why something can't be trained")
  func failures() throws {
    let diverging = try turn(
      "turn rate=1000000000000,0.1",
      after: ["data houses houses=30", "network", "add dense 1", "train epochs=3 rate=0.000001"])
    let view = try #require(diverging.view(at: [0], control: RunControl()))
    #expect(view.score == nil && view.figures.isEmpty)
    #expect(Transcript.standard.lines(of: view.document).joined().contains("diverged"))
  }

  @Test("gives up where it is passed over")
  func passedOver() throws {
    let turn = try turn("turn epochs=1000000,2")
    #expect(turn.view(at: [0], control: RunControl(isInterrupted: { true })) == nil)
    #expect(turn.view(at: [1], control: RunControl()) != nil)
  }

  @Test("is refused for what is no knob, and where nobody turns them")
  func refusals() {
    let none = refusal("turn l2=0.1")
    #expect(none.contains("turn needs an option with several values"))
    #expect(none.contains("turn l2=0.0001..0.1 log"))
    let many = refusal("turn units=1..300")
    #expect(many.contains("a knob has at most 200 values, and these are 300"))
    #expect(many.contains("units=1..64 log has a few of a range"))
    #expect(refusal("turn examples=5,10").contains("turn has no option \"examples\""))
    #expect(refusal("turn units=0,4").contains("units must be a whole number"))
    #expect(refusal("turn l2=0,1 plot=filters").contains("the network has no convolution"))
    #expect(refusal("turn l2=0,1", after: untrainedCircles).contains("and there is none"))
    #expect(
      refusal(
        "turn units=2,4",
        after: [
          "data circles", "network", "add dense 1 sigmoid", "train epochs=1",
        ]
      ).contains("no hidden dense layer"))
    var session = NotebookSession(running: trainedCircles)
    #expect(
      session.flowingText(of: "turn l2=0.0001..0.1 log units=1..64 plot=boundary").hasSuffix(
        "turn is for the prompt of a terminal that it can draw on here it is typed: "
          + "compare l2=0.0001..0.1 log plot=boundary and: "
          + "compare units=1,13,26,38,51,64 plot=boundary"))
  }
}
