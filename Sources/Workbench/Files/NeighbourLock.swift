import TensorEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lock of Optuna: as long as a link or a file NAME.lock stands beside a journal, one program
/// writes in it and the others wait.
///
/// Whoever has held it for half a minute without writing is taken for dead, as Optuna does. What is
/// slept counts, so no clock is read.
struct NeighbourLock {
  private static let mostWait = 30_000
  private static let longestNap = 1_000

  private let place: FilePlace
  private var name: String { place.name + ".lock" }

  /// Waits until the lock is free, and takes it.
  ///
  /// - Throws: `FileError` where the folder takes no link, and where the wait is called off.
  init(of place: FilePlace, _ path: String) throws(FileError) {
    self.place = place
    var (waited, nap) = (0, 1)
    var seen: WrittenFiles.Identity?
    while unsafe symlinkat(place.name, place.folder.descriptor, name) != 0 {
      guard errno == EEXIST else {
        throw FileError(path: path, problem: "its lock \(path).lock can't be made")
      }
      if Interruption.current.isAsked() { throw .interrupted(path) }
      let now = identity
      if now != seen { (seen, waited) = (now, 0) }
      if waited > Self.mostWait {
        release()
        (waited, nap) = (0, 1)
        continue
      }
      usleep(UInt32(nap) * 1_000)
      waited += nap
      nap = min(nap * 2, Self.longestNap)
    }
  }

  /// What the lock stands for now: of a link the file that it leads to.
  private var identity: WrittenFiles.Identity? {
    let folder = place.folder.descriptor
    var information = stat()
    for flags in [0, AT_SYMLINK_NOFOLLOW]
    where unsafe fstatat(folder, name, &information, flags) == 0 {
      return WrittenFiles.Identity(information)
    }
    return nil
  }

  /// Lets the others write. It is renamed first, so that of several who take it for left behind one
  /// takes it away.
  func release() {
    let folder = place.folder.descriptor
    let other = "\(name)\(getpid()).rename"
    if unsafe renameat(folder, name, folder, other) == 0 { unsafe unlinkat(folder, other, 0) }
  }
}
