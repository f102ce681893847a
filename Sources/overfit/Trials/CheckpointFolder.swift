internal import JSON
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder in which a trial keeps how far it has come: `state.safetensors`, from which it goes on,
/// and `state.json`, which other programs read. One process writes there.
final class CheckpointFolder {
  let path: String
  private let files: WorkingFolder
  private let lock: Int32

  /// Makes the folder where there is none, and takes its lock.
  init(_ path: String, _ files: WorkingFolder) throws {
    (self.path, self.files) = (path, files)
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw TrialFault("\(path): the folder can't be made", .fileTrouble)
    }
    lock = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard lock >= 0 else { throw TrialFault("\(path): its lock can't be made", .fileTrouble) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      throw TrialFault("\(path): another process writes its checkpoints there", .fileTrouble)
    }
    ftruncate(lock, 0)
    StandardStream(descriptor: lock).sendLine("\(getpid())")
  }

  deinit {
    guard lock >= 0 else { return }
    // A program that is being started may have the file for a moment, too, and its lock with it.
    flock(lock, LOCK_UN)
    close(lock)
  }

  /// The last state; nil where there is none.
  func state() throws -> [UInt8]? {
    let file = "\(path)/state.safetensors"
    return files.exists(file) ? try files.read(file) : nil
  }

  /// Keeps a state, each file as a whole.
  func keep(_ bytes: [UInt8], described description: JSONValue) throws {
    guard !bytes.isEmpty else {
      throw TrialFault("the state of the training can't be written", .internalFault)
    }
    try files.write(bytes, to: "\(path)/state.safetensors")
    try files.write(Array((description.text + "\n").utf8), to: "\(path)/state.json")
  }
}
