package import TensorEngine

/// What a session is told about the world outside it when it begins.
package struct SessionSettings: Sendable {
  /// Gets one file: from the address, to the path, checked against its size in bytes and its SHA-256
  /// digest before it is put in place; throws a sentence that says what went wrong.
  package typealias Fetch =
    @Sendable (
      _ address: String, _ path: String, _ size: Int, _ digest: String, _ control: RunControl
    ) throws(FetchFailure) -> Void

  /// The seed of all random streams until the command `seed` gives another.
  package var seed: UInt64
  /// The threads that trainings share; no result depends on how many they are.
  package var pool: ThreadPool
  /// The door to the file system.
  package var files: WorkingFolder
  private var world: Shared<World>
  /// The trainings of the cell that runs which are known or are to be kept; nil where none are.
  package var recall: TrainingRecall?
  /// The network, if there is one to reach and the door opens to it: for a verb that declares it,
  /// and for the person alone.
  package var fetch: Fetch? {
    get {
      let isOpen = files.rights.holder == nil && files.rights.writing == .everywhere
      return isOpen && files.touches.contains(.network) ? world.value.server : nil
    }
    set { world.value.server = newValue }
  }

  /// What starts programs, if the door opens to it: as for ``fetch``.
  package var start: RunningProgram.Start? {
    get {
      let isOpen = files.rights.holder == nil && files.rights.writing == .everywhere
      return isOpen && files.touches.contains(.programs) ? world.value.starter : nil
    }
    set { world.value.starter = newValue }
  }

  /// What stands above the cell that runs, or above the search with which its study began; nil where
  /// no cell runs.
  package var above: (@Sendable (_ ofStudy: Bool) -> CellsAbove)?

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
    self.files = files
    world = Shared(
      World(
        datasetFolders: datasetFolders, userDataFolder: userDataFolder,
        lessonFolders: lessonFolders, server: fetch))
  }

  /// The same for the commands of a file, whatever opens it: they read the folders of data sets, the
  /// file's own folder and what is granted, and write and contact nothing else. A file that the person
  /// named reads the folder in which the program was started too.
  package func opened(_ path: String, by way: FileWay) -> SessionSettings {
    guard files.rights.holder == nil else { return self }
    if way.isOfPerson {
      var settings = self
      settings.files.rights = .person.withoutWriting
      settings.files.rights.runsFiles = false
      return settings
    }
    let own = files.fullPath("\(path)/..")
    var rights = FileRights(holder: path)
    rights.reading = .folders(
      [own] + (way.namesFile ? ["."] : []) + datasetFolders + grants.readable)
    rights.writing =
      files.rights.writing == .everywhere ? .folders(grants.writable) : files.rights.writing
    (rights.keepsInMemory, rights.runsFiles) = (true, false)
    rights.namesStudies = way.namesStudies
    rights.memory = grants.memory
    rights.asks = way.asks
    if way.asksAtHome { rights.home = .folders([own]) }
    rights.isTyped = way.isTyped
    if !way.writes { rights = rights.withoutWriting }
    var settings = self
    settings.files.rights = rights
    return settings
  }
}

/// What stays as it is from the first cell of a session to its last.
private struct World: Sendable {
  var datasetFolders: [String]
  var userDataFolder: String
  var lessonFolders: [String]
  var grants = FileGrants()
  var placeInLesson: (@Sendable (_ name: String, _ digest: UInt64) -> String?)?
  var clock: (@Sendable () -> String)?
  var publisher: NotebookPublisher?
  var server: SessionSettings.Fetch?
  var starter: RunningProgram.Start?
  var program: OwnProgram?
}

extension SessionSettings {
  /// Folders in which data sets are looked for, in this order.
  package var datasetFolders: [String] {
    get { world.value.datasetFolders }
    set { world.value.datasetFolders = newValue }
  }

  /// Where `fetch` puts data sets.
  package var userDataFolder: String {
    get { world.value.userDataFolder }
    set { world.value.userDataFolder = newValue }
  }

  /// Folders in which lessons are looked for, in this order.
  package var lessonFolders: [String] {
    get { world.value.lessonFolders }
    set { world.value.lessonFolders = newValue }
  }

  /// What the person allows files on the command line.
  package var grants: FileGrants {
    get { world.value.grants }
    set { world.value.grants = newValue }
  }

  /// Where the student is in a lesson of this name and of this content, in words: "cell 20 of 45"; nil
  /// where that is not known.
  package var placeInLesson: (@Sendable (_ name: String, _ digest: UInt64) -> String?)? {
    get { world.value.placeInLesson }
    set { world.value.placeInLesson = newValue }
  }

  /// The time, as the files of studies have it; nil where none is known, as in all tests. No result
  /// tells of it.
  package var clock: (@Sendable () -> String)? {
    get { world.value.clock }
    set { world.value.clock = newValue }
  }

  /// What writes notebooks in other forms than Markdown; nil where they are saved as Markdown alone.
  package var publisher: NotebookPublisher? {
    get { world.value.publisher }
    set { world.value.publisher = newValue }
  }

  /// This program, for those that it starts; nil where it starts none.
  package var program: OwnProgram? {
    get { world.value.program }
    set { world.value.program = newValue }
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
