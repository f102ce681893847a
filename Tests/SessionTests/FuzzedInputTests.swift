import Foundation
import Fuzzing
import SeededRandom
import Testing

@Suite("Inputs of any kind")
struct FuzzedInputTests {
  @Test(
    "trap nothing, are answered, and print nothing that a terminal obeys",
    arguments: FuzzTarget.allCases)
  func law(_ target: FuzzTarget) {
    let folders = [TestFolders.transcripts.path, TestFolders.sessionTests.path + "/Checklist"]
    let corpus = Corpus.inputs(for: target, in: folders)
    #expect(!corpus.isEmpty)
    let run = FuzzRun(target, corpus: corpus, seed: 7)
    let outcome = run.run(
      0..<LongRun.count(Self.count(of: target), long: 10 * Self.count(of: target)))
    #expect(outcome.findings.isEmpty, "\(outcome.findings.prefix(5))")
    #expect(
      outcome.slowest.seconds < 30,
      "input \(outcome.slowest.number) took \(outcome.slowest.seconds) s")
  }

  private static func count(of target: FuzzTarget) -> Int {
    switch target {
    case .lines, .notebooks: 200
    case .tables, .arrays, .images, .networks, .json: 2_000
    }
  }

  @Test("are the same of the same seed")
  func seeds() {
    let run = FuzzRun(.tables, corpus: [Array("a,b\n1,2\n".utf8)], seed: 3)
    #expect((0..<50).map(run.input) == (0..<50).map(run.input))
    #expect(Set((0..<50).map(run.input)).count > 40)
  }
}
