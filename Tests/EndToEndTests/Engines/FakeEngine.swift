import Foundation

/// A Python module that stands where Ray's engine does: it speaks the same lines, and trains trials as
/// children on this machine, in a disorder of its own.
final class FakeEngine {
  static let isThere = (try? Python.run("import json"))?.status == 0

  let home = TemporaryFolder()

  init() throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("fake_engine.py")
    try home.write("", to: "python/overfit_engines/__init__.py")
    try home.write(
      try String(contentsOf: script, encoding: .utf8), to: "python/overfit_engines/ray.py")
  }

  /// What a session is told so that it finds the engine.
  ///
  /// - Parameter wish: What it does wrong: "dies", "refuses", "version"; nothing by itself.
  func variables(_ wish: String = "") -> [String: String] {
    [
      "PYTHONPATH": "\(home.path)/python", "OVERFIT_PYTHON": Python.name, "FAKE_ENGINE": wish,
      "FAKE_LOG": "\(home.path)/engine.log", "PYTHONDONTWRITEBYTECODE": "1",
    ]
  }

  /// What it noted of itself; empty where it was never started.
  var log: [String] {
    (home.read("engine.log") ?? "").split(separator: "\n").map(String.init)
  }

  func forget() { try? FileManager.default.removeItem(atPath: "\(home.path)/engine.log") }
}
