import Foundation
import JSON
import ReferenceNumbers
import Testing

/// Which suite compares which family of the reference folder. A family that no suite compares, or
/// that is no longer there, fails.
@Suite(
  "The inventory of the reference folder",
  .enabled(if: ReferenceFolder.isThere, "the reference folder is not there"))
struct ReferenceInventoryTests {
  /// The files and their keys, each with the suites that read it, as paths below `Tests`.
  private static let families: [(file: String, key: String, suites: [String])] = [
    ("activations.json", "cases", [layers("Activation"), prompt("Activations")]),
    ("activations.json", "softmax", [prompt("Activations")]),
    ("batchnorm.json", "cases", [layers("BatchNormReference"), prompt("Layers")]),
    ("initializers.json", "initializers", [initializers]),
    ("initializers.json", "orthogonal", [initializers]),
    ("layers.json", "cases", [layers("LayerReference"), prompt("Layers")]),
    ("metrics.json", "binary", [metrics, prompt("Metrics")]),
    ("metrics.json", "binary_edge_cases", [metrics, prompt("Metrics")]),
    ("metrics.json", "multiclass", [metrics, prompt("Metrics")]),
    ("metrics.json", "regression", [metrics, prompt("Metrics")]),
    (
      "mlp_gradients.json", "cases",
      ["NetworksTests/Evaluation/ReferenceNetworkTests.swift", prompt("Networks")]
    ),
    ("optimizers.json", "w0", [optimizers, prompt("Optimizers")]),
    ("optimizers.json", "quadratic", [optimizers, prompt("Optimizers")]),
    ("optimizers.json", "logistic", [optimizers, prompt("Optimizers")]),
    ("optimizers.json", "optimizers", [optimizers, prompt("Optimizers")]),
    ("scalers.json", "X", [scalers, prompt("Scalers")]),
    ("scalers.json", "X_new", [scalers, prompt("Scalers")]),
    ("scalers.json", "scalers", [scalers, prompt("Scalers")]),
    ("schedules.json", "epochs", [schedules, prompt("Schedules")]),
    ("schedules.json", "schedules", [schedules, prompt("Schedules")]),
  ]

  private static let initializers = "NetworksTests/Initializers/InitializerTests.swift"
  private static let metrics = "NetworksTests/Metrics/MetricsReferenceTests.swift"
  private static let optimizers = "NetworksTests/Optimizers/OptimizerReferenceTests.swift"
  private static let scalers = "DatasetsTests/Preparing/ScalerTests.swift"
  private static let schedules = "NetworksTests/Schedules/ScheduleReferenceTests.swift"

  private static func layers(_ name: String) -> String { "NetworksTests/Layers/\(name)Tests.swift" }

  private static func prompt(_ name: String) -> String {
    "SessionTests/Reference/\(name)AtThePromptTests.swift"
  }

  /// What a file says of itself: where its numbers are from and how they are to be read.
  private static let remarks = [
    "source", "precision", "convention", "lr0", "note_keras", "agreement_keras", "agreement_numpy",
  ]

  @Test("has each family of each file")
  func families() throws {
    let folder = try #require(ReferenceFolder.url)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".json") }.sorted()
    let found = try files.flatMap { file in
      try ReferenceFile.read(file).members.map(\.name)
        .filter { !Self.remarks.contains($0) }.sorted().map { "\(file) \($0)" }
    }
    #expect(found.sorted() == Self.families.map { "\($0.file) \($0.key)" }.sorted())
  }

  @Test("names suites that read their files")
  func suites() throws {
    let tests = TestFolders.sessionTests.deletingLastPathComponent()
    for (file, key, suites) in Self.families {
      #expect(!suites.isEmpty, "nothing compares \(file) \(key)")
      for suite in suites {
        let source = try String(contentsOf: tests.appending(path: suite), encoding: .utf8)
        #expect(source.contains("\"\(file)\""), "\(suite) does not read \(file)")
      }
    }
  }
}
