package import TensorEngine

/// What a session is told about the world outside it when it begins.
package struct SessionSettings: Sendable {
  /// Gets one file: from the address, to the path, checked against the SHA-256 digest before it
  /// is put in place; throws a sentence that says what went wrong.
  package typealias Fetch =
    @Sendable (
      _ address: String, _ path: String, _ digest: String, _ control: RunControl
    ) throws(FetchFailure) -> Void

  /// The seed of all random streams until the command `seed` gives another.
  package var seed: UInt64
  /// The threads that trainings share; no result depends on how many they are.
  package var pool: ThreadPool
  /// Folders in which data sets are looked for, in this order.
  package var datasetFolders: [String]
  /// Where `fetch` puts data sets.
  package var userDataFolder: String
  /// Folders in which lessons are looked for, in this order.
  package var lessonFolders: [String]
  /// The door to the file system.
  package var files: WorkingFolder
  /// The network, if there is one to reach.
  package var fetch: Fetch?

  /// How many threads a training may use.
  package var threads: Int { pool.threads }

  /// The same settings for a run that may be stopped: its threads heed that.
  package func watched(by control: RunControl) -> SessionSettings {
    var settings = self
    settings.pool = pool.heeding(control.interruption)
    return settings
  }

  /// Makes settings; the defaults are those of a session in this folder without a network.
  package init(
    seed: UInt64 = 0, threads: Int = 1, datasetFolders: [String] = ["datasets"],
    userDataFolder: String = "datasets", lessonFolders: [String] = ["lessons"],
    files: WorkingFolder = WorkingFolder(), fetch: Fetch? = nil
  ) {
    self.seed = seed
    pool = ThreadPool(threads: threads)
    self.datasetFolders = datasetFolders
    self.userDataFolder = userDataFolder
    self.lessonFolders = lessonFolders
    self.files = files
    self.fetch = fetch
  }
}

/// Why a download did not end well, as a sentence for the student.
package struct FetchFailure: Error, Equatable, Sendable {
  /// What went wrong, without a capital or a full stop.
  package let problem: String

  /// Makes a failure.
  package init(problem: String) {
    self.problem = problem
  }
}
