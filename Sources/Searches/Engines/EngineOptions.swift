import Commands
import Language

/// Where the trials of a search are trained.
enum EngineKind: String, CaseIterable, Sendable {
  /// On the threads of this program.
  case local
  /// On the machines of a Ray cluster.
  case ray
}

/// The options of a search that say where its trials are trained. What comes of it is the same.
enum EngineOptions {
  static let engine = CommandOption<EngineKind>.choice(
    "engine", usual: .local,
    meaning:
      "where trials are trained: by this program (local), or as tasks of a Ray cluster (ray), to "
      + "the same bytes; a notebook that is replayed trains them here")
  static let address = CommandOption<String>.address(
    "address", standard: "RAY_ADDRESS, or this machine",
    meaning: "engine=ray: the cluster: auto, ray://HOST:PORT, or in quotes \"10.0.0.1:6379\"")
  static let workers = CommandOption<Int>.count(
    "workers", in: 1...100_000, standard: "one a processor",
    meaning: "engine=ray: how many trials are trained at once; no result depends on it")

  /// In the order of help.
  static let all = [engine.definition, address.definition, workers.definition]
}
