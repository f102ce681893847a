import Charts
import Networks
import Testing

@testable import Formulas
@testable import Reports
@testable import Session
@testable import Workbench

/// `plot schedule` says what a training then does.
@Suite("The picture of a schedule")
struct SchedulePictureTests {
  /// Every schedule that can be drawn, as help shows it.
  static let usages = ScheduleReader.forms.map(\.usage).filter { !$0.hasPrefix("plateau") }

  /// The schedule with its times in steps.
  private static func perStep(_ usage: String) -> String { usage.dropLast() + ", per=step)" }

  /// The optimizer's rate, for a schedule without rates of its own.
  private static func rate(_ schedule: String) -> String {
    schedule.hasPrefix("piecewise") ? "" : "rate=0.02"
  }

  private static func text(_ line: String) -> String {
    var session = NotebookSession(running: untrainedCircles)
    return session.flowingText(of: line)
  }

  /// The rates that a training of so many epochs, a step each, has used.
  private static func rates(_ schedule: String, epochs: Int) -> [Double] {
    let line = "train epochs=\(epochs) batch=all \(rate(schedule)) schedule=\(schedule)"
    let session = NotebookSession(running: untrainedCircles + [line])
    return session.state.network?.history.records.map(\.learningRate) ?? []
  }

  @Test("names the first, the middle and the last rate that a training uses", arguments: usages)
  func rates(_ usage: String) {
    for epochs in [1, 2, 5, 6] {
      for (schedule, unit) in [(usage, "epoch"), (Self.perStep(usage), "step")] {
        let rates = Self.rates(schedule, epochs: epochs)
        #expect(rates.count == epochs, "\(schedule)")
        let middle = epochs / 2 + 1
        let numbers = epochs == 1 ? [1] : middle == epochs ? [1, epochs] : [1, middle, epochs]
        let named = numbers.map {
          "\(ScheduleText.number(rates[$0 - 1])) in \(unit) \($0)"
        }.joined(separator: ", ")
        let options = "epochs=\(epochs) steps=1 \(Self.rate(schedule))"
        let drawn = Self.text("plot schedule \(schedule) \(options)")
        #expect(drawn.hasSuffix(": \(named)"), "\(drawn)\nnot \(named)")
      }
    }
  }

  @Test("counts steps where the schedule does, and names the one in the middle")
  func steps() {
    let odd = Self.text("plot schedule time_decay(decay=1, per=step) rate=1 epochs=3 steps=7")
    #expect(odd.hasSuffix("1 in step 1, 0.09091 in step 11, 0.04762 in step 21"), "\(odd)")
    let even = Self.text("plot schedule time_decay(decay=1, per=step) rate=1 epochs=3 steps=4")
    #expect(even.hasSuffix("1 in step 1, 0.1429 in step 7, 0.08333 in step 12"), "\(even)")
    let many = Self.text("plot schedule time_decay(decay=1, per=step) rate=1 epochs=100 steps=469")
    #expect(many.hasSuffix("in step 23,451, 0.00002132 in step 46,900"), "\(many)")
  }

  @Test("draws each rate that is used and no other, over all epochs", arguments: usages)
  func points(_ usage: String) throws {
    for (schedule, steps) in [(usage, 1), (Self.perStep(usage), 7)] {
      let line = "plot schedule \(schedule) \(Self.rate(schedule)) epochs=9 steps=\(steps)"
      let session = NotebookSession(running: untrainedCircles + [line])
      guard case .chart(.line(let chart))? = session.cells.last?.document?.blocks.first else {
        Issue.record("\(schedule)")
        continue
      }
      let places = chart.series[0].points.map { ($0.x * Double(steps)).rounded() }
      #expect(places == (0..<9 * steps).map { Double($0) }, "\(schedule)")
      #expect(chart.xAxis.extent == Extent(0, 9))
      #expect(session.cells.last?.hasFailed == false)
    }
  }
}
