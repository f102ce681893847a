/// A run of a fuzzer of ours: inputs of a seed, one after the other.
public struct FuzzRun: Sendable {
  /// What came of it.
  public struct Outcome: Sendable {
    /// The inputs that were tried.
    public var count = 0
    /// What must not be, a line each with the number of the input.
    public var findings: [String] = []
    /// The longest that an input took, and its number.
    public var slowest = (seconds: 0.0, number: 0)
    /// A digest of all that was said (FNV-1a, 64 bits): the same on every processor path.
    public var digest: UInt64 = 0xCBF2_9CE4_8422_2325
  }

  private let target: FuzzTarget
  private let mutator: Mutator
  private let seed: UInt64

  /// A run on what a corpus begins with.
  public init(_ target: FuzzTarget, corpus: [[UInt8]], seed: UInt64) {
    self.target = target
    self.seed = seed
    mutator = Mutator(corpus, longest: 1 << 14)
  }

  /// The input of a number.
  public func input(_ number: Int) -> [UInt8] { mutator.input(number, seed: seed) }

  /// Tries the inputs of these numbers; `onInput` is told of each before it is tried, so that a
  /// trap can be found.
  public func run(
    _ numbers: Range<Int>, onInput: (Int) -> Void = { _ in }
  ) -> Outcome {
    var outcome = Outcome()
    let clock = ContinuousClock()
    for number in numbers {
      onInput(number)
      let bytes = input(number)
      let start = clock.now
      do {
        for byte in try target.run(bytes).utf8 {
          outcome.digest = (outcome.digest ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      } catch {
        outcome.findings.append("\(target.rawValue) \(number): \(error.problem)")
      }
      let taken = clock.now - start
      let seconds = taken / .seconds(1)
      if seconds > outcome.slowest.seconds { outcome.slowest = (seconds, number) }
      outcome.count += 1
    }
    return outcome
  }
}
