import Networks
import Testing
import Tuning

@Suite("The list of runs")
struct RunListTests {
  private static func run(_ name: String, epochs: Int) -> RunRecord {
    let records = (1...epochs).map { epoch in
      EpochRecord(
        epoch: epoch, step: epoch, dataLoss: 1, penalty: 0, accuracy: nil, validation: nil,
        learningRate: 0.1)
    }
    return RunRecord(
      data: name, examples: 1, layers: [], options: "", training: nil, validation: nil,
      history: History(records: records))
  }

  @Test("numbers runs from 1, and a number stays with its run when earlier ones are let go")
  func numbers() {
    var list = RunList(mostRuns: 3)
    #expect(list.isEmpty && list.numbers.isEmpty)
    for name in ["a", "b", "c", "d", "e"] { list.append(Self.run(name, epochs: 1)) }
    #expect(list.numbers == 3..<6)
    #expect(list.first == 3)
    #expect(list.numbers.map { list[$0].data } == ["c", "d", "e"])
  }

  @Test("lets the earliest curves go, but never that of the latest run")
  func curves() {
    var list = RunList(mostRuns: 10, mostEpochs: 5)
    list.append(Self.run("a", epochs: 3))
    list.append(Self.run("b", epochs: 2))
    #expect(list.firstWithCurve == 1)
    list.append(Self.run("c", epochs: 1))
    #expect(list.firstWithCurve == 2)
    #expect(list.numbers.map { list[$0].history.records.count } == [0, 2, 1])
    list.append(Self.run("d", epochs: 9))
    #expect(list.firstWithCurve == 4)
    #expect(list.numbers.map { list[$0].history.records.count } == [0, 0, 0, 9])
    list.append(Self.run("e", epochs: 1))
    #expect(list.numbers.map { list[$0].history.records.count } == [0, 0, 0, 0, 1])
  }

  @Test("never holds more than it may, whatever comes")
  func bound() {
    var list = RunList(mostRuns: 4, mostEpochs: 6)
    for number in 1...40 {
      let epochs = 1 + number * 7 % 5
      list.append(Self.run("\(number)", epochs: epochs))
      let kept = list.numbers.map { list[$0].history.records.count }
      #expect(kept.count <= 4 && kept.reduce(0, +) <= 6)
      #expect(list.numbers.upperBound == number + 1 && kept.last == epochs)
      #expect(list.numbers.allSatisfy { list[$0].data == "\($0)" })
      #expect(list.firstWithCurve >= list.first)
    }
  }
}
