import Foundation
import Testing

/// By hand, with any number of keys and any seed:
///
///     OVERFIT_KEYS=1000000 OVERFIT_SEED=7 swift test --filter KeyFuzzTests
///
/// What fails names its own seed, which with fewer keys shows it again.
@Suite("Random keys", .waiting, .serialized, .timeLimit(.minutes(60)))
struct KeyFuzzTests {
  /// A session has no more keys than this.
  private let session = 5000

  private func number(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init)
  }

  @Test("kill no session, on any terminal of any size, and leave none that takes no more keys")
  func keys() throws {
    var left = number("OVERFIT_KEYS") ?? 20_000
    var seed = UInt64(number("OVERFIT_SEED") ?? 1)
    var slowest = (0.0, seed)
    let all = left
    while left > 0 {
      let cat = try TypingCat(seed: seed)
      #expect(throws: Never.self) { try cat.type(keys: min(left, session), patience: 2) }
      if cat.slowest > slowest.0 { slowest = (cat.slowest, seed) }
      left -= session
      seed += 1
    }
    if all > 10_000 { print("\(all) keys; slowest answer and its seed: \(slowest)") }
  }

  /// Pastes of tens of thousands of letters into the middle of a text, and what came of earlier faults.
  @Test("are answered at once, however much is pasted", arguments: [1065, 1128, 1149])
  func pastes(seed: Int) throws {
    let cat = try TypingCat(seed: UInt64(seed))
    #expect(throws: Never.self) { try cat.type(keys: session, patience: 2) }
  }
}
