import Synchronization
import TensorEngine
import Testing

@Suite("The work that is done unasked")
struct WorkAllowanceTests {
  private static let minute = Work(operations: 1.2e12)

  @Test("is a minute's at 20 billion operations a second")
  func limit() {
    #expect(Work.mostUnasked == Self.minute)
    #expect(Work(nominalSeconds: 60) == Self.minute)
    #expect((0.5 * Self.minute).nominalSeconds == 30)
  }

  @Test("is refused beyond that, announced or added up, and each sum is one of its own")
  func sums() throws {
    let half = 0.5 * Self.minute
    let allowance = WorkAllowance(isGranted: false)
    try allowance.require(WorkPlan(half, fits: 2, epochs: 20))
    try allowance.require(WorkPlan(half, fits: 1, epochs: 10))
    try allowance.spend(half)
    try allowance.spend(half)
    #expect(!allowance.isExceeded)
    #expect(throws: WorkExcess(WorkPlan(Self.minute + Work(operations: 1e9), fits: 3, epochs: 30)))
    {
      try allowance.require(WorkPlan(Work(operations: 1e9)))
    }
    #expect(throws: WorkExcess(WorkPlan(Self.minute + Work(operations: 1e9)))) {
      try allowance.spend(Work(operations: 1e9))
    }
    #expect(allowance.isExceeded)
    try WorkAllowance(isGranted: true).require(WorkPlan(1e6 * Self.minute))
    try WorkAllowance.current.spend(1e6 * Self.minute)
  }

  @Test("counts what is more than can be counted")
  func overflow() {
    let plan = WorkPlan(Work(operations: 1e300), fits: .max, epochs: .max)
    let sum = plan + plan
    #expect((sum.fits, sum.epochs) == (.max, .max))
    #expect(1e300 * sum.work > Self.minute)
  }

  @Test(
    "is asked about until it was allowed, and once declined it is refused",
    arguments: [
      WorkAllowance.Answer.granted, .declined,
    ])
  func asking(_ answer: WorkAllowance.Answer) throws {
    let asked = Mutex(0)
    let allowance = WorkAllowance(isGranted: false) { plan in
      if plan.work <= Self.minute { return .unasked }
      asked.withLock { $0 += 1 }
      return answer
    }
    try allowance.spend(Self.minute)
    #expect(!allowance.wasAllowed && !allowance.wasDeclined)
    for _ in 1...2 {
      if answer == .granted {
        try allowance.spend(Self.minute)
      } else {
        #expect(throws: WorkExcess.self) { try allowance.spend(Self.minute) }
      }
    }
    #expect(asked.withLock { $0 } == (answer == .granted ? 1 : 2))
    #expect(allowance.wasAllowed == (answer == .granted))
    #expect(allowance.wasDeclined == (answer == .declined))
  }
}
