import Foundation
import Session
import Synchronization
import Testing

@testable import Workbench

@Suite("Checkpoints of a training")
struct CheckpointTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func session(running lines: [String] = [], seed: UInt64 = 5) -> NotebookSession {
    var settings = SessionSettings.testing(seed: seed)
    settings.files = WorkingFolder()
    return NotebookSession(running: lines, settings: settings)
  }

  private var file: String { "\(folder.path)/run.safetensors" }

  private let data = [
    "data circles points=90 noise=0.2", "split train=60% validation=20% test=20%",
    "scale standard",
  ]

  private let layers = [
    "network", "add dense 6 tanh", "add dropout 0.3", "add batchnorm", "add dense 1 sigmoid",
  ]

  /// A text without the places where its lines end.
  private func words(of text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: folder.url.appending(path: name))
  }

  private static let trainings = [
    "train epochs=7 optimizer=adam rate=0.02",
    "train epochs=7 optimizer=nadam batch=10 schedule=cosine_restarts(first=2, rate=0.05)",
    "train epochs=7 rate=0.3 momentum=0.9 schedule=plateau(patience=1, monitor=loss)",
    "train epochs=7 optimizer=rmsprop rate=0.1 stop=early(patience=2)",
    "train epochs=7 optimizer=adam rate=0.1 stop=early(patience=9),target(accuracy=95%)",
    "train epochs=7 optimizer=adagrad l2=0.01 class_weight=balanced label_smoothing=0.1",
    "train epochs=7 rate=0.1 l1=0.02 proximal=yes",
  ]

  @Test(
    "go on in another session as if the training had never been broken off", arguments: trainings)
  func resuming(_ training: String) throws {
    var whole = session(running: data + layers + [training])
    var first = session(running: data + layers)
    let text = first.text(of: "\(training) steps=20 checkpoint=\(file)")
    #expect(text.contains("saved in"), "\(text)")
    var second = session(running: data + ["load network \(file)"])
    #expect(!second.text(of: "resume").contains("^"))
    for question in [
      "print weights(1)", "print loss(validation)", "show history", "evaluate test",
      "print moving_mean(3)", "plot rate",
    ] {
      #expect(second.text(of: question) == whole.text(of: question))
    }
    _ = whole.text(of: "save network \(folder.path)/whole.safetensors")
    _ = second.text(of: "save network \(folder.path)/second.safetensors")
    #expect(try bytes("whole.safetensors") == bytes("second.safetensors"))
  }

  @Test("a run that resumes writes the checkpoints that the unbroken one writes")
  func checkpointsOfResumed() throws {
    let training = "train epochs=9 optimizer=adam rate=0.05 stop=early(patience=4)"
    let files = { (name: String) in
      "every(2, \(folder.path)/\(name)-every.safetensors),"
        + "best(\(folder.path)/\(name)-best.safetensors, monitor=loss)"
    }
    _ = session(running: data + layers + ["\(training) checkpoint=\(files("whole"))"])
    _ = session(running: data + layers + ["\(training) steps=6 checkpoint=\(file)"])
    var second = session(running: data + ["load network \(file)"])
    let text = second.text(of: "resume checkpoint=\(files("resumed"))")
    #expect(text.contains("resumed-every.safetensors"))
    #expect(try bytes("whole-every.safetensors") == bytes("resumed-every.safetensors"))
    #expect(try bytes("whole-best.safetensors") == bytes("resumed-best.safetensors"))
  }

  @Test("are whole files after each epoch, and nothing else is left in the folder")
  func whole() throws {
    let session = Mutex(self.session(running: data + layers))
    let path = file
    let sizes = Mutex<[Int]>([])
    let control = RunControl(report: { progress in
      // Told of epoch n before its checkpoint is written: the file holds epoch n - 1.
      guard case .epoch(let epoch, _, _, _) = progress, epoch > 1 else { return }
      var reader = NotebookSession(settings: SessionSettings())
      let text = reader.text(of: "load network \(path)")
      #expect(text.contains("\(epoch - 1) epoch"), "\(text)")
      sizes.withLock { $0.append(epoch) }
    })
    session.withLock { _ = $0.lines(of: "train epochs=5 checkpoint=\(path)", control: control) }
    #expect(sizes.withLock { $0 } == [2, 3, 4, 5])
    #expect(folder.names == ["run.safetensors"])
  }

  @Test("one that can't be written in the middle is an error, and nothing has changed")
  func failsLater() throws {
    var session = session(running: data + layers + ["train epochs=2 optimizer=adam"])
    let before = ["show network", "show history", "print weights(1)", "runs"].map {
      session.text(of: $0)
    }
    let sub = "\(folder.path)/sub"
    try folder.write("", to: "sub/empty")
    let control = RunControl(report: { progress in
      guard case .epoch(5, _, _, _) = progress else { return }
      try? FileManager.default.removeItem(atPath: sub)
    })
    let text = session.lines(
      of: "train epochs=9 checkpoint=every(1, \(sub)/run.safetensors)", control: control
    ).joined(separator: "\n")
    #expect(words(of: text).contains("there is no such folder"))
    #expect(words(of: text).contains("after epoch 5"))
    #expect(
      ["show network", "show history", "print weights(1)", "runs"].map { session.text(of: $0) }
        == before)
  }

  @Test("one that becomes a folder in the middle is an error too")
  func becomesFolder() throws {
    var session = session(running: data + layers)
    let path = file
    let control = RunControl(report: { progress in
      guard case .epoch(2, _, _, _) = progress else { return }
      try? FileManager.default.removeItem(atPath: path)
      try? FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
    })
    let text = session.lines(of: "train epochs=9 checkpoint=\(path)", control: control)
      .joined(separator: "\n")
    #expect(words(of: text).contains("it is a folder"), "\(text)")
    #expect(session.text(of: "show network").contains("epochs") == false)
    #expect(folder.names == ["run.safetensors"])
  }

  @Test("what can't be written is refused before the first epoch")
  func refusedBefore() throws {
    try folder.write("", to: "sub/empty")
    var session = session(running: data + layers)
    for (path, problem) in [
      ("\(folder.path)/none/run.safetensors", "there is no such folder"),
      ("\(folder.path)/sub/empty/run.safetensors", "a part of the path is not a folder"),
    ] {
      let epochs = Mutex(0)
      let text = session.lines(
        of: "train epochs=2 checkpoint=\(path)",
        control: RunControl(report: { _ in epochs.withLock { $0 += 1 } })
      ).joined(separator: "\n")
      #expect(words(of: text).contains(problem), "\(text)")
      #expect(epochs.withLock { $0 } == 0)
    }
    var script = NotebookSession(running: data + layers)
    #expect(words(of: script.text(of: "train checkpoint=x.safetensors")).contains("may not write"))
  }

  @Test("write over checkpoints, and over no other file without being told")
  func overwriting() throws {
    var session = session(running: data + layers)
    #expect(session.text(of: "train checkpoint=\(file)").contains("saved in"))
    var other = self.session(running: data + layers)
    #expect(other.text(of: "train checkpoint=\(file)").contains("saved in"))
    let net = "\(folder.path)/net.safetensors"
    _ = other.text(of: "save network \(net)")
    let saved = try bytes("net.safetensors")
    #expect(words(of: other.text(of: "train checkpoint=\(net)")).contains("is no checkpoint"))
    #expect(try bytes("net.safetensors") == saved)
    #expect(
      other.text(of: "train checkpoint=every(1, \(net), overwrite=yes)").contains("saved in"))
    try folder.write("text", to: "text.safetensors")
    let text = other.text(of: "train checkpoint=best(\(folder.path)/text.safetensors)")
    #expect(words(of: text).contains("is no checkpoint"))
    #expect(try folder.text(of: "text.safetensors") == "text")
  }

  @Test("an interrupted resume is a cell that says where it stopped")
  func interrupted() throws {
    _ = session(running: data + layers + ["train epochs=6 steps=5 batch=20 checkpoint=\(file)"])
    var resumed = session(running: data + ["load network \(file)"])
    let asked = Mutex(0)
    let control = RunControl(isInterrupted: {
      asked.withLock {
        $0 += 1
        return $0 > 4
      }
    })
    _ = resumed.lines(of: "resume", control: control)
    #expect(resumed.cells.last?.source == "resume steps=7")
    var again = session(running: data + ["load network \(file)", "resume steps=7"])
    #expect(again.text(of: "print weights(1)") == resumed.text(of: "print weights(1)"))
    #expect(again.text(of: "show history") == resumed.text(of: "show history"))
  }
}
