internal import Session
internal import Workbench

extension SessionSettings {
  /// What the options say of a session, with the folders and the network of this machine.
  init(_ options: GlobalOptions) {
    self.init(
      seed: options.seed ?? 0, threads: options.threads ?? Processors.count,
      datasetFolders: Folders.datasets(options.datasetFolders), userDataFolder: Folders.userData,
      lessonFolders: Folders.lessons, fetch: Fetching.fetch)
  }

  /// The same for a file that may come from a stranger: it writes into this folder, or nowhere.
  func writing(onlyIn folder: String?) -> SessionSettings {
    var settings = self
    settings.files.permission = folder.map { .inside($0) } ?? .nowhere
    return settings
  }
}
