internal import Publishing
internal import Session
internal import Workbench

extension SessionSettings {
  /// What the options say of a session, with the folders, the network and the person of this machine.
  init(_ options: GlobalOptions) {
    self.init(
      seed: options.seed ?? 0, threads: options.threads ?? Processors.count,
      datasetFolders: Folders.datasets(options.datasetFolders), userDataFolder: Folders.userData,
      lessonFolders: Folders.lessons, fetch: Fetching.fetch)
    grants = FileGrants(readable: options.readableFolders, writable: options.writableFolders)
    if let memory = options.memory { grants.memory = memory * Wording.gibibyte }
    files.consent = Asking.consent()
    publisher = .standard
    clock = { WallClock.now }
    start = ChildProgram.start
    program = .this(lookingIn: options.datasetFolders)
    if Terminal().isAttended {
      placeInLesson = { LessonFolder()?.place(in: $0, $1) }
    }
  }
}
