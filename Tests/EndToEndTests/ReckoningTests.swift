import Testing
import Workbench

@testable import overfit

@Suite("What is reckoned of long work")
struct ReckoningTests {
  private static func epoch(_ number: Int) -> Progress {
    .epoch(number, of: 100, loss: 1, validationLoss: nil)
  }

  private static func networks(_ epochs: Int) -> Progress {
    .trainings(0, of: 2, epochs: epochs, ofEpochs: 100, loss: nil)
  }

  @Test("is learned from the work that was announced")
  func learns() {
    var reckoning = Reckoning()
    reckoning.note(.effort(seconds: 10), at: 0)
    #expect(reckoning.expected == 10)
    #expect(!reckoning.isMeasured)
    reckoning.note(Self.networks(0), at: 0)
    reckoning.note(Self.networks(50), at: 20)
    #expect(reckoning.slowness == 4)
    #expect(reckoning.isMeasured)
    #expect(reckoning.expected == 40)
    reckoning.begin()
    #expect(reckoning.expected == nil)
    reckoning.note(.effort(seconds: 1), at: 0)
    #expect(reckoning.expected == 4)
  }

  @Test("is not held against the epochs that go on after a comparison of a rule")
  func rule() {
    var reckoning = Reckoning()
    reckoning.note(.effort(seconds: 50), at: 0)
    for number in 1...10 { reckoning.note(Self.epoch(number), at: Double(number)) }
    #expect((reckoning.slowness - 1.98).magnitude < 1e-9)
    reckoning.note(.effort(seconds: 1), at: 10)
    reckoning.note(Self.networks(0), at: 10)
    reckoning.note(Self.networks(100), at: 13)
    #expect(reckoning.slowness == 3)
    for number in 11...100 { reckoning.note(Self.epoch(number), at: Double(number + 3)) }
    #expect(reckoning.slowness == 3)
    #expect(reckoning.expected == nil)
  }

  @Test("is dropped where a command goes on to work of another name")
  func otherWork() {
    var reckoning = Reckoning()
    reckoning.note(.effort(seconds: 1), at: 0)
    reckoning.note(Self.networks(0), at: 0)
    reckoning.note(Self.networks(100), at: 1)
    for done in 0...10 {
      let part = Progress.part(done, of: 10, name: "epochs repeated")
      reckoning.note(part, at: 1 + Double(done) * 60)
      #expect(reckoning.pace(of: part, at: 1 + Double(done) * 60).done == done)
    }
    #expect(reckoning.slowness == 1)
    #expect(reckoning.expected == nil)
  }
}
