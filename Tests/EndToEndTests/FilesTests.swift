import Foundation
import Testing

@Suite("Files between processes", .waiting, .timeLimit(.minutes(15)))
struct FilesTests {
  private let folder = TemporaryFolder()

  /// Runs a script that may write into the folder.
  private func run(_ lines: [String]) throws -> Program {
    try folder.write(lines.joined(separator: "\n") + "\n", to: "script.overfit")
    return try Program(
      ["run", "\(folder.path)/script.overfit", "--allow-write", folder.path], home: folder)
  }

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(name)"))
  }

  private let data = [
    "seed 11", "data circles points=120 noise=0.2", "split train=60% validation=20% test=20%",
    "scale standard",
  ]
  private let layers = [
    "network", "add dense 8 tanh", "add dropout 0.3", "add dense 8 relu", "add dense 1 sigmoid",
  ]

  @Test("a training that is saved and goes on elsewhere is the one that was never broken off")
  func continuing() throws {
    let train = "optimizer=adam rate=0.01 batch=16"
    let look = ["plot loss", "evaluate validation", "print weights(3)"]
    let whole = try run(
      data + layers + ["train epochs=9 \(train)", "save weights \(folder.path)/whole.safetensors"]
        + look)
    let first = try run(
      data + layers + ["train epochs=4 \(train)", "save network \(folder.path)/part.safetensors"])
    let second = try run(
      data + [
        "load network \(folder.path)/part.safetensors", "train epochs=5 \(train)",
        "save weights \(folder.path)/parts.safetensors",
      ] + look)
    #expect([whole.status, first.status, second.status] == [0, 0, 0])
    #expect(try bytes("whole.safetensors") == bytes("parts.safetensors"))
    let shown = { (program: Program) in program.output.split(separator: "> plot loss")[1] }
    #expect(shown(whole) == shown(second))
  }

  @Test("the same weights give the same bytes, whatever the time zone and the hour")
  func sameBytes() throws {
    var files: [Data] = []
    for zone in ["UTC", "Asia/Kolkata", "America/Los_Angeles"] {
      try folder.write(
        (data + layers + ["save weights \(folder.path)/a\(files.count).npz"])
          .joined(separator: "\n"), to: "script.overfit")
      let program = try Program(
        ["run", "\(folder.path)/script.overfit", "--allow-write", folder.path],
        environment: ["TZ": zone], home: folder)
      #expect(program.status == 0)
      files.append(try bytes("a\(files.count).npz"))
    }
    #expect(files[0] == files[1] && files[1] == files[2])
  }

  @Test(
    "Python opens what was saved, bit for bit, and its files are read", .enabled(if: Python.isThere)
  )
  func python() throws {
    let program = try run(
      data + layers + [
        "train epochs=1", "save network \(folder.path)/net.safetensors",
        "save weights \(folder.path)/net.npz", "print weights(1)",
      ])
    #expect(program.status == 0)
    let python = try Python.run(
      """
      import json, sys
      import numpy as np
      from safetensors import safe_open
      folder = sys.argv[1]
      npz = np.load(folder + "/net.npz")
      with safe_open(folder + "/net.safetensors", "np") as file:
          names = [name for name in file.keys() if "/" not in name]
          assert sorted(names) == sorted(npz.files), names
          for name in names:
              assert file.get_tensor(name).dtype == np.float32
              assert file.get_tensor(name).tobytes() == npz[name].tobytes()
          notes = file.metadata()
          layers = json.loads(notes["architecture"])["layers"]
          print([layer["kind"] for layer in layers], notes["seed"])
      np.savez_compressed(folder + "/back.npz", **{name: npz[name] for name in npz.files})
      """, folder.path)
    #expect(python.status == 0)
    #expect(python.output == "['dense', 'dropout', 'dense', 'dense'] 11\n")
    let back = try run(
      data + layers + ["load weights \(folder.path)/back.npz", "print weights(1)"])
    let shown = { (program: Program) in program.output.split(separator: "> print weights(1)")[1] }
    #expect(back.status == 0 && shown(back) == shown(program))
  }
}
