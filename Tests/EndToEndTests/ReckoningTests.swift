import Testing

@testable import overfit

@Suite("What is reckoned of long work")
struct ReckoningTests {
  private static func epoch(_ number: Int64) -> Progress {
    Progress(work: .epochs(loss: 1, validationLoss: nil), done: number, total: 100)
  }

  private static func networks(_ done: Int64) -> Progress {
    Progress(work: .networks(done: 0, of: 2, loss: nil), done: done, total: 100)
  }

  private static func effort(_ seconds: Double) -> Progress {
    Progress(work: .effort(seconds: seconds), done: 0, total: nil)
  }

  @Test("is learned from the work that was announced")
  func learns() {
    var reckoning = Reckoning()
    reckoning.note(Self.effort(10), at: 0)
    #expect(reckoning.expected == 10)
    reckoning.note(Self.networks(0), at: 0)
    reckoning.note(Self.networks(50), at: 20)
    #expect(reckoning.slowness == 4)
    #expect(reckoning.expected == 40)
    reckoning.begin()
    #expect(reckoning.expected == nil)
    reckoning.note(Self.effort(1), at: 0)
    #expect(reckoning.expected == 4)
  }

  @Test("is not held against the epochs that go on after a comparison of a rule")
  func rule() {
    var reckoning = Reckoning()
    reckoning.note(Self.effort(50), at: 0)
    for number in 1...10 { reckoning.note(Self.epoch(Int64(number)), at: Double(number)) }
    #expect((reckoning.slowness - 1.98).magnitude < 1e-9)
    reckoning.note(Self.effort(1), at: 10)
    reckoning.note(Self.networks(0), at: 10)
    reckoning.note(Self.networks(100), at: 13)
    #expect(reckoning.slowness == 3)
    for number in 11...100 { reckoning.note(Self.epoch(Int64(number)), at: Double(number + 3)) }
    #expect(reckoning.slowness == 3)
    #expect(reckoning.expected == nil)
  }

  @Test("is dropped where a command goes on to work of another name")
  func otherWork() {
    var reckoning = Reckoning()
    reckoning.note(Self.effort(1), at: 0)
    reckoning.note(Self.networks(0), at: 0)
    reckoning.note(Self.networks(100), at: 1)
    for done in 0...10 as ClosedRange<Int64> {
      let part = Progress(work: .parts(noun: "epochs repeated"), done: done, total: 10)
      reckoning.note(part, at: 1 + Double(done) * 60)
      #expect(reckoning.pace(of: part, at: 1 + Double(done) * 60).done == done)
    }
    #expect(reckoning.slowness == 1)
    #expect(reckoning.expected == nil)
  }
}
