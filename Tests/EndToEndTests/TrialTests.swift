import Foundation
import Testing

/// One trial, as the programs that search by themselves call it.
@Suite("overfit trial", .timeLimit(.minutes(10)))
struct TrialTests {
  private let folder = TemporaryFolder()

  init() throws {
    let lines = [
      "data spirals points=300 noise=0.1", "split train=60% validation=40%", "scale standard",
      "network", "add dense 16 relu", "add dropout 0.2", "add dense 1 sigmoid",
      "train epochs=6 optimizer=adam rate=0.01",
    ]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "net.overfit")
  }

  private var notebook: String { "\(folder.path)/net.overfit" }
  private var kept: String { "\(folder.path)/kept" }

  private func text(of name: String) throws -> String { try #require(folder.read(name)) }

  private func trial(_ arguments: String...) throws -> Program {
    try Program(["trial", notebook] + arguments, home: folder)
  }

  private func events(_ text: String) throws -> [[String: Any]] {
    try text.split(separator: "\n").map { line in
      try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  private func last(_ run: Program) throws -> [String: Any] {
    try #require(try events(run.output).last)
  }

  @Test("says its start, every epoch and its end, each as a line of JSON")
  func contract() throws {
    let run = try trial(
      "--set", "rate=0.05", "--set", "units=8", "--epochs", "4", "--seed", "3", "--print-metric",
      "--out", "\(folder.path)/out.jsonl")
    #expect(run.status == 0, "\(run.error)")
    let events = try events(run.output)
    #expect(
      events.map { $0["event"] as? String } == [
        "start", "epoch", "epoch", "epoch", "epoch", "final",
      ])
    #expect(events[0]["schema"] as? Int == 1 && events[0]["resumed_from"] as? Int == 0)
    #expect(events[0]["seed"] as? String == "3")
    #expect(events[0]["params"] as? [String: Double] == ["rate": 0.05, "units": 8])
    #expect(events[1...4].map { $0["epoch"] as? Int } == [1, 2, 3, 4])
    for name in ["step", "loss", "val_loss", "val_accuracy", "lr", "secs"] {
      #expect(events[1...4].allSatisfy { $0[name] is Double }, "\(name)")
    }
    let end = events[5]
    #expect(end["status"] as? String == "complete" && end["metric"] as? String == "val_error")
    #expect(end["mode"] as? String == "min" && end["epochs"] as? Int == 4)
    #expect((end["weights_sha256"] as? String)?.count == 64)
    let objective = try #require(end["objective"] as? Double)
    #expect(abs(objective - (events[4]["val_error"] as? Double ?? 2)) < 1e-9)
    #expect(run.error == "objective=\(String(format: "%.6f", objective))\n")
    #expect(try text(of: "out.jsonl") == run.output)
  }

  @Test("is what one types by hand, and is the same each time, whatever the threads")
  func twin() throws {
    let ends = try ["1", "2", "7"].map { threads in
      try last(trial("--set", "rate=0.05", "--set", "units=8", "--threads", threads))
    }
    let digests = ends.map { $0["weights_sha256"] as? String }
    #expect(digests[0] != nil && digests.allSatisfy { $0 == digests[0] })
    let typed = try Program(
      [],
      input: try text(of: "net.overfit")
        + "train again rate=0.05 units=8\nsave weights \(folder.path)/net.safetensors\n",
      home: folder)
    #expect(typed.status == 0, "\(typed.error)")
    let sum = Process()
    sum.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    sum.arguments = ["sha256sum", "\(folder.path)/net.safetensors"]
    let output = Pipe()
    sum.standardOutput = output
    try sum.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(digests[0].map { text.hasPrefix($0) } == true)
    let other = try last(trial("--set", "rate=0.05", "--set", "units=8", "--seed", "8"))
    #expect(other["weights_sha256"] as? String != digests[0])
  }

  @Test("goes on from its folder as if it had never been stopped, and from a copy of it")
  func resumed() throws {
    let whole = try last(trial("--set", "units=8", "--epochs", "9"))
    let first = try trial("--set", "units=8", "--epochs", "4", "--checkpoint-dir", kept)
    #expect(first.status == 0)
    try FileManager.default.copyItem(atPath: kept, toPath: kept + "2")
    for place in [kept, kept + "2"] {
      let second = try trial(
        "--set", "units=8", "--epochs", "9", "--checkpoint-dir", place, "--resume", "must")
      let events = try events(second.output)
      #expect(events.first?["resumed_from"] as? Int == 4)
      #expect(events.dropFirst().dropLast().map { $0["epoch"] as? Int } == [5, 6, 7, 8, 9])
      #expect(events.last?["weights_sha256"] as? String == whole["weights_sha256"] as? String)
      #expect(events.last?["objective"] as? Double == whole["objective"] as? Double)
    }
    let state = try text(of: "kept/state.json")
    #expect(state.contains("\"epoch\":9"), "\(state)")
    let other = try trial("--set", "units=9", "--checkpoint-dir", kept)
    #expect(other.status == 65 && other.error.contains("other settings"), "\(other.error)")
  }

  @Test(
    "stops when it is asked to, keeps its state, and goes on to the same weights",
    arguments: [SIGTERM, SIGINT, SIGUSR1])
  func stopped(_ signal: Int32) throws {
    let arguments = ["--set", "units=32", "--epochs", "150"]
    let whole = try last(try Program(["trial", notebook] + arguments, home: folder))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = ["trial", notebook] + arguments + ["--checkpoint-dir", kept]
    process.environment = Binary.environment(home: folder.path, [:])
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    while folder.read("kept/state.json")?.contains("\"epoch\"") != true, process.isRunning {
      Thread.sleep(forTimeInterval: 0.005)
    }
    kill(process.processIdentifier, signal)
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 75)
    #expect(try events(text).last?["event"] as? String == "stopped")
    let rest = try Program(
      ["trial", notebook] + arguments + ["--checkpoint-dir", kept], home: folder)
    #expect(rest.status == 0)
    #expect(try last(rest)["weights_sha256"] as? String == whole["weights_sha256"] as? String)
    let epochs = try events(text + rest.output).compactMap { $0["epoch"] as? Int }
    #expect(epochs == Array(1...150))
  }

  @Test("says by its status why it came to nothing")
  func statuses() throws {
    let cases: [(arguments: [String], status: Int32, words: String)] = [
      (["--set", "ratee=0.1"], 64, "did you mean: rate"), (["--set", "rate"], 64, "NAME=VALUE"),
      (["--set", "rate=fast"], 64, "fast"), (["--set", "folds=3"], 64, "folds"),
      (["--set", "units.1=4"], 64, "parentheses: units(1)=4"),
      (["--set", "units1=4"], 64, "units(1)=4"), (["--set", "units[2]=4"], 64, "units(2)=4"),
      (["--set", "rate=0.1)"], 64, "rate=0.1) is not one setting with one value"),
      (["--set", "rate.1=0.1"], 64, "rate.1=0.1 is not one setting"),
      (["--sett", "rate=1"], 64, "--set"), (["--epochs", "0"], 64, "--epochs"),
      (["--by", "beauty"], 64, "there are: error"), (["--resume", "must"], 64, "--checkpoint-dir"),
      (["--set", "rate=100000000", "--set", "optimizer=sgd"], 3, "finite"),
      (["--set", "layers=0", "--set", "units=2"], 3, "no hidden dense layer"),
      (["--resume", "must", "--checkpoint-dir", kept], 65, "no checkpoint"),
      (["--checkpoint-dir", "\(folder.path)/none/kept"], 74, "can't be made"),
      (["--config", "\(folder.path)/none.json"], 74, "there is no such file"),
    ]
    for item in cases {
      let run = try Program(["trial", notebook] + item.arguments, home: folder)
      #expect(run.status == item.status, "\(item.arguments): \(run.error)")
      #expect(run.error.contains(item.words), "\(item.arguments): \(run.error)")
    }
    try folder.write("data circles\nnetwork\nadd dense 1 sigmoid\n", to: "untrained.overfit")
    let untrained = try Program(["trial", "\(folder.path)/untrained.overfit"], home: folder)
    #expect(untrained.status == 65 && untrained.error.contains("has no training"))
  }

  @Test("reads its settings from a file and from a pipe, where numbers may be texts; the call wins")
  func configuration() throws {
    try folder.write(#"{"rate": "0.05", "units": 4, "batchnorm": true}"#, to: "set.json")
    let run = try trial("--config", "\(folder.path)/set.json", "--set", "units=8")
    let parameters = try events(run.output)[0]["params"] as? [String: Any]
    #expect(parameters?["rate"] as? Double == 0.05 && parameters?["units"] as? Double == 8)
    #expect(parameters?["batchnorm"] as? String == "yes")
    try folder.write("# mine\nrate: 0.05\nunits: '4'\nbatchnorm: true\n", to: "set.yaml")
    let yaml = try trial("--config", "\(folder.path)/set.yaml", "--set", "units=8")
    let same = try events(yaml.output)[0]["params"] as? [String: Any]
    #expect(NSDictionary(dictionary: same ?? [:]) == NSDictionary(dictionary: parameters ?? [:]))
    for (text, words) in [
      ("rate: 1\nrate: 2\n", "set.yml:2: \"rate\" stands here a second time"),
      ("rate 1\n", "set.yml:1: the file of settings has one \"key: value\" a line"),
      ("rate: [0.1, 0.2]\n", "rate"), ("ratee: 1\n", "did you mean: rate"),
    ] {
      try folder.write(text, to: "set.yml")
      let run = try Program(
        ["trial", notebook, "--config", "\(folder.path)/set.yml"], home: folder)
      #expect(run.status == 64 && run.error.contains(words), "\(text): \(run.error)")
    }
    let piped = try Program(
      ["trial", notebook, "--config", "-"], input: #"{"units": 8, "rate": 0.05}"#, home: folder)
    #expect(piped.status == 0, "\(piped.error)")
  }

  @Test("writes nothing but what it is told to")
  func writes() throws {
    try folder.write(
      try text(of: "net.overfit").replacing(
        "train epochs=6",
        with: "train epochs=1 checkpoint=own.safetensors\ntrain epochs=6 checkpoint=a.safetensors"),
      to: "net.overfit")
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let run = try Program(["trial", notebook], home: folder, folder: folder.path)
    #expect(run.status == 0, "\(run.error)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
  }

  @Test("describe tells what can be set, with types and bounds")
  func describe() throws {
    let run = try Program(["describe"], home: folder)
    let value = try #require(try events(run.output).first)
    let parameters = try #require(value["parameters"] as? [[String: Any]])
    let names = parameters.compactMap { $0["name"] as? String }
    #expect(["rate", "units", "l2", "dropout", "optimizer"].allSatisfy(names.contains))
    for parameter in parameters { #expect(parameter["type"] is String) }
    let optimizer = parameters.first { $0["name"] as? String == "optimizer" }
    #expect((optimizer?["choices"] as? [String])?.contains("adam") == true)
  }
}
