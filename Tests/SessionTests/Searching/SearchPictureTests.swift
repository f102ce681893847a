import Charts
import Reports
import Testing
import Tuning
import Workbench

@testable import Commands
@testable import Session

@Suite("Pictures of a search")
struct SearchPictureTests {
  /// What a line draws after a search.
  private static func picture(
    _ line: String, after search: String
  ) throws -> (charts: [LineChart], text: String) {
    var session = NotebookSession(running: trainedCircles + [search])
    _ = session.submit(line)
    let cell = try #require(session.cells.last)
    guard case .grid(let grid)? = cell.document?.blocks.first else {
      Issue.record("\(line): no grid")
      return ([], "")
    }
    let charts = grid.charts.compactMap { chart -> LineChart? in
      if case .line(let line) = chart { line } else { nil }
    }
    return (charts, grid.text)
  }

  private static let gaussian = "search bayes sampler=gp rate=0.001..3 log epochs=3 trials="

  @Test("the next point of a search by a Gaussian process is where it goes next")
  func next() throws {
    let (charts, text) = try Self.picture(
      "plot search acquisition rate", after: "\(Self.gaussian)13")
    let session = NotebookSession(running: trainedCircles + ["\(Self.gaussian)14"])
    let last = try #require(session.state.study?.columns.first?.values.last ?? nil)
    #expect(charts[0].marks.map(\.x) == [last] && charts[1].marks.map(\.x) == [last])
    #expect(!text.contains("not by this"), "\(text)")
  }

  @Test("the expected improvement is greatest at the mark, and 0 nowhere below it")
  func peak() throws {
    let (charts, _) = try Self.picture(
      "plot search acquisition rate",
      after: "search random rate=0.001..3 log units=2..8 epochs=3 trials=12")
    let gains = charts[1].series[0].points
    let best = try #require(gains.max { $0.y < $1.y })
    #expect(charts[1].marks.map(\.x) == [best.x])
    #expect(gains.allSatisfy { $0.y >= 0 })
    #expect(charts[0].xAxis == charts[1].xAxis && charts[0].xAxis.scale == .logarithmic)
  }

  @Test("says how the trials were chosen where another way chose them, and why explains it")
  func otherMethods() throws {
    for (search, words) in [
      ("search random rate=0.001..3 log units=2..8 epochs=3 trials=12", "random"),
      ("search grid rate=0.01,0.1,1 units=2,4,8 epochs=3", "grid"),
      ("search bayes rate=0.001..3 log units=2..8 epochs=3 trials=11", "tpe"),
    ] {
      let (_, text) = try Self.picture("plot search acquisition rate", after: search)
      #expect(text.contains("chosen by \(words), not by this"), "\(text)")
      #expect(text.contains("along units="), "\(text)")
      var session = NotebookSession(running: trainedCircles + [search])
      _ = session.submit("plot search acquisition rate")
      let why = session.flowingText(of: "why")
      #expect(why.contains("chosen by \(words), which never asked this process"), "\(why)")
      #expect(why.contains("search acquisition:"), "\(why)")
    }
  }

  @Test("what is better is above where more is better")
  func moreIsBetter() throws {
    let search = "search random rate=0.001..3 log units=2..8 epochs=3 trials=12"
    let error = try Self.picture("plot search acquisition rate", after: search)
    let accuracy = try Self.picture("plot search acquisition rate", after: "\(search) by=accuracy")
    for (one, other) in zip(error.charts[0].series[0].points, accuracy.charts[0].series[0].points) {
      #expect(one.x == other.x && abs(one.y - (1 - other.y)) < 1e-6)
    }
    #expect(error.charts[1].marks.map(\.x) == accuracy.charts[1].marks.map(\.x))
  }

  @Test("a random search tries as many values as trials, a grid of as many trials fewer")
  func randomLayout() throws {
    let (charts, text) = try Self.picture(
      "plot search layout rate,units",
      after: "search random rate=0.001..3 log units=2..60 epochs=2 trials=20")
    #expect(charts.count == 4)
    #expect(charts[0].series[0].points.count == 20)
    #expect(charts[1].series[0].points.count == 5)
    #expect(charts[1].title == "grid: 5 values of rate")
    #expect(charts[3].series[1].points.count == 20)
    #expect(text.contains("grid: 5 values of rate and 4 of units in 20 trials"), "\(text)")
  }

  @Test("a grid tries few values, draws by chance between the same ends one in each trial")
  func gridLayout() throws {
    let (charts, text) = try Self.picture(
      "plot search layout", after: "search grid rate=0.01,0.1,1 l2=0.0001,0.001,0.01 epochs=2")
    #expect(text.contains("grid: 3 values of ") && text.contains("random: 9 values of "), "\(text)")
    let drawn = charts[3].series[1].points
    let (first, second) =
      charts[2].xAxis.title == "rate" ? (0.01...1, 0.0001...0.01) : (0.0001...0.01, 0.01...1)
    #expect(drawn.count == 9)
    #expect(drawn.allSatisfy { first.contains($0.x) && second.contains($0.y) })
  }

  @Test("words have all their values in the grid that is compared with")
  func wordsInLayout() throws {
    let (charts, _) = try Self.picture(
      "plot search layout rate,units",
      after: "search random rate=0.001..3 log units=2..60 activation=relu,tanh epochs=2 trials=20")
    // 2 x 3 x 3, the largest that is no more than 20.
    #expect(charts[3].series[1].points.count == 18)
    #expect(charts[1].title == "grid: 3 values of rate")
  }

  @Test("words that have more values than there were trials stay as in the best trial")
  func manyWords() throws {
    let (charts, _) = try Self.picture(
      "plot search layout rate,units",
      after: "search random rate=0.001..3 log units=2..60 activation=relu,tanh,elu,selu,swish "
        + "initializer=he_normal,glorot_normal,lecun_normal epochs=1 trials=12")
    // All of the activations, one of the initializers: 5 x 2 x 1 values.
    #expect(Set(charts[3].series[1].points.map(\.x)).count == 2)
    #expect(charts[3].series[1].points.count == 10)
  }
}
