import CFuzzDriver
import Foundation
import Fuzzing

// fuzz TARGET [--seed N] [--from N] [--count N] [--minutes N] [--print] [FOLDER...]
// fuzz TARGET --corpus FOLDER FOLDER...: writes what it begins with into the first, a file an input.
// fuzz TARGET with libFuzzer's own arguments, where it was built with it (`make fuzz`).
//
// Without libFuzzer the inputs are made by a mutator of ours, the same of the same seed. The number of
// the input that is being tried is in fuzz-TARGET.last, where one that traps can be looked up:
// fuzz TARGET --from THAT --count 1 --print.

/// What stands on the command line.
struct FuzzCall {
  var target: FuzzTarget
  var seed: UInt64 = 1
  var from = 0
  var count = 10_000
  var minutes: Double?
  var folders: [String] = []
  /// Where the inputs to begin with are written, instead of being tried.
  var corpus: String?
  var prints = false

  init?(_ arguments: [String]) {
    guard let name = arguments.first, let target = FuzzTarget(rawValue: name) else { return nil }
    self.target = target
    var rest = arguments.dropFirst()
    while let word = rest.popFirst() {
      guard word.hasPrefix("--") else {
        folders.append(word)
        continue
      }
      guard word != "--print" else {
        prints = true
        continue
      }
      guard let value = rest.popFirst() else { return nil }
      switch word {
      case "--seed": seed = UInt64(value) ?? seed
      case "--from": from = Int(value) ?? from
      case "--count": count = Int(value) ?? count
      case "--minutes": minutes = Double(value)
      case "--corpus": corpus = value
      default: return nil
      }
    }
  }

  /// Runs until the count or the minutes are over; whether nothing was found.
  func run() -> Bool {
    let corpus = Corpus.inputs(for: target, in: folders)
    let run = FuzzRun(target, corpus: corpus, seed: seed)
    let last = open("fuzz-\(target.rawValue).last", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let end = minutes.map { Date(timeIntervalSinceNow: $0 * 60) }
    var (tried, slowest, digest) = (0, 0.0, UInt64(0))
    var isClean = true
    while end.map({ Date() < $0 }) ?? (tried < count) {
      let part = min(1_000, end == nil ? count - tried : 1_000)
      let outcome = run.run(from + tried..<from + tried + part) { number in
        let text = Array("\(number)\n".utf8)
        _ = pwrite(last, text, text.count, 0)
        if prints { printInput(number, run) }
      }
      tried += outcome.count
      digest = digest &* 31 &+ outcome.digest
      for finding in outcome.findings { print(finding) }
      if outcome.slowest.seconds > 2 {
        print("\(target.rawValue) \(outcome.slowest.number): \(outcome.slowest.seconds) s")
      }
      isClean = isClean && outcome.findings.isEmpty && outcome.slowest.seconds <= 2
      slowest = max(slowest, outcome.slowest.seconds)
    }
    print(
      "\(target.rawValue): \(tried) inputs from \(corpus.count) to begin with, seed \(seed), "
        + "the slowest \(Int(slowest * 1000)) ms, digest \(String(digest, radix: 16))")
    return isClean
  }
}

extension FuzzCall {
  /// Writes the inputs to begin with into a folder.
  func writeCorpus(to folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, input) in Corpus.inputs(for: target, in: folders).enumerated() {
      try Data(input).write(to: URL(fileURLWithPath: "\(folder)/\(number)"))
    }
  }

  /// Prints an input and what is said of it.
  private func printInput(_ number: Int, _ run: FuzzRun) {
    let input = run.input(number)
    print("-- input \(number)\n\(String(decoding: input, as: UTF8.self))")
    print("-- said\n\((try? target.run(input)) ?? "")")
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
guard let call = FuzzCall(arguments) ?? arguments.first.flatMap({ FuzzCall([$0]) }) else {
  let targets = FuzzTarget.allCases.map(\.rawValue).joined(separator: " | ")
  FileHandle.standardError.write(
    Data(
      "fuzz \(targets) [--seed N] [--from N] [--count N] [--minutes N] [--print] [FOLDER...]\n".utf8
    ))
  exit(2)
}
if let corpus = call.corpus {
  try call.writeCorpus(to: corpus)
  exit(0)
}
if fuzz_driver_is_here() != 0 {
  var count = CommandLine.argc - 1
  var rest: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv + 1
  let status = withUnsafeMutablePointer(to: &rest) { place in
    place.withMemoryRebound(
      to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self, capacity: 1
    ) { fuzz_drive(&count, $0, FuzzDriving.input) }
  }
  exit(status)
}
exit(call.run() ? 0 : 1)

/// What libFuzzer calls.
enum FuzzDriving {
  static let input: fuzz_input = { bytes, count in
    let input = Array(UnsafeBufferPointer(start: bytes, count: count))
    let target = FuzzTarget(rawValue: CommandLine.arguments[1])
    do throws(FuzzFinding) {
      _ = try target?.run(input)
    } catch {
      fatalError(error.problem)
    }
    return 0
  }
}
