import Charts
import Plots
import Testing
import Workbench

@testable import Session

@Suite("A film")
struct FilmTests {
  /// Who can open a view.
  static var attended: RunControl {
    var control = RunControl()
    control.opensViews = true
    return control
  }

  private static let training = "train epochs=6 optimizer=adam rate=0.05"

  private func film(_ line: String, after lines: [String]) throws -> Film {
    var session = NotebookSession(running: lines)
    let outcome = session.submit(line, control: Self.attended)
    guard case .view(.film(let film)) = outcome else {
      throw Refused(
        text: Transcript.standard.output(of: outcome, source: line, in: session)
          .joined(separator: " "))
    }
    return film
  }

  private struct Refused: Error { let text: String }

  private func refusal(_ line: String, after lines: [String]) -> String {
    do {
      _ = try film(line, after: lines)
      return ""
    } catch let refused as Refused { return refused.text } catch { return "\(error)" }
  }

  @Test(
    "has of each epoch what plot draws after as many",
    arguments: [
      "boundary", "boundary validation threshold=0.3", "confusion", "roc", "precision recall",
      "coverage", "calibration", "activations", "gradients", "weights 1",
    ])
  func pictures(plot: String) throws {
    let film = try film("film \(plot)", after: untrainedCircles + [Self.training])
    #expect(film.epochs == Array(0...6))
    for epoch in [1, 4, 6] {
      var session = NotebookSession(
        running: untrainedCircles + ["train epochs=\(epoch) optimizer=adam rate=0.05"])
      guard case .cell(_, let cell) = session.submit("plot \(plot)") else {
        Issue.record("no plot \(plot)")
        continue
      }
      #expect(film.picture(of: epoch) == cell.document)
      #expect(film.title(of: epoch).hasPrefix("epoch \(epoch)/6 · training loss "))
    }
  }

  @Test("begins before the training where there is a picture of that")
  func start() throws {
    let film = try film("film boundary", after: untrainedCircles + [Self.training])
    var session = NotebookSession(running: untrainedCircles)
    guard case .cell(_, let cell) = session.submit("plot boundary") else { return }
    #expect(film.picture(of: 0) == cell.document)
    #expect(film.title(of: 0) == "epoch 0/6 · before the training")
    let fit = try self.film(
      "film fit",
      after: ["data waves", "network", "add dense 4 tanh", "add dense 1", Self.training])
    #expect(fit.epochs == Array(1...6))
  }

  @Test("leaves out epochs of a long training, but none of the first and not the last")
  func long() throws {
    let film = try film("film boundary", after: untrainedCircles + ["train epochs=1203"])
    #expect(Array(film.epochs.prefix(11)) == Array(0...10))
    #expect(film.epochs.last == 1203)
    #expect((300...520).contains(film.epochs.count))
    #expect(film.epochs == film.epochs.sorted())
  }

  @Test("changes nothing, and is no cell")
  func nothing() throws {
    var session = NotebookSession(running: trainedCircles)
    let before = session.text(of: "print weights(1)")
    guard case .view = session.submit("film weights", control: Self.attended) else {
      Issue.record("no view")
      return
    }
    #expect(session.cells.count == trainedCircles.count + 1)
    #expect(session.text(of: "print weights(1)") == before)
  }

  @Test("is given up where its training is interrupted")
  func interrupted() {
    var session = NotebookSession(running: trainedCircles)
    var control = RunControl(isInterrupted: { true })
    control.opensViews = true
    guard case .interrupted = session.submit("film boundary", control: control) else {
      Issue.record("a film was shown")
      return
    }
    #expect(session.cells.count == trainedCircles.count)
  }

  @Test("is refused where there is nothing to show, and where nobody looks")
  func refusals() {
    #expect(
      refusal("film", after: trainedCircles).contains("film needs to know what: film boundary"))
    let loss = refusal("film loss", after: trainedCircles)
    #expect(loss.contains("plot loss has no moments that follow each other"))
    #expect(loss.contains("film takes: boundary, fit"))
    let test = refusal("film confusion test", after: trainedCircles)
    #expect(test.contains("the test split is opened by cells alone, which count how often"))
    #expect(test.contains("validation in its place, or a plot of the network as it is"))
    #expect(refusal("film boundary", after: untrainedCircles).contains("has not been trained yet"))
    #expect(
      refusal("film boundary epochs=3", after: trainedCircles).contains("no option \"epochs\""))
    #expect(
      refusal("film boundary", after: trainedCircles + ["train epochs=2"]).contains("several goes"))
    var session = NotebookSession(running: trainedCircles)
    #expect(
      session.flowingText(of: "film boundary").hasSuffix(
        "film is for the prompt of a terminal that it can draw on here it is typed: plot boundary "
          + "epochs=1,3"))
  }
}
