import Foundation
import Testing

/// The same on Ray itself, on a cluster of this machine that begins and ends with the search.
@Suite("Ray", .waiting, .timeLimit(.minutes(10)))
struct RayTests {
  private static let package = Repository.path("engines")
  private static let isThere =
    FileManager.default.fileExists(atPath: package + "/overfit_engines/ray.py")
    && (try? Python.run("import ray"))?.status == 0

  @Test(
    "trains the trials of a search, to the bytes of one thread",
    .enabled(if: isThere, "a Python with ray: OVERFIT_PYTHON names it"))
  func same() throws {
    let home = TemporaryFolder()
    let cells = [
      "data circles points=80 noise=0.2", "split train=60% validation=40%", "network",
      "add dense 4 tanh", "add dense 1 sigmoid",
      "search hyperband rate=0.01..3 log units=1..8 epochs=4 factor=2",
    ]
    let runs = try ["", " engine=ray workers=2"].map { engine in
      try Program(
        ["--threads", "1"], input: cells.joined(separator: "\n") + engine + "\nshow study\n",
        environment: ["PYTHONPATH": Self.package, "OVERFIT_PYTHON": Python.name], home: home)
    }
    #expect(runs.allSatisfy { $0.status == 0 }, "\(runs[1].output)\(runs[1].error)")
    #expect(runs[1].output.replacing(" engine=ray workers=2", with: "") == runs[0].output)
  }
}
