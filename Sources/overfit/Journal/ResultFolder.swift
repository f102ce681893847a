internal import Session
internal import Synchronization
internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder of results of trainings, beside the journals: a session that was killed comes back without
/// training again.
///
/// A file is written as a whole under another name, and is the user's own; what is read of it counts only
/// where its digest is right. The oldest files go where all are more than ``limit``.
struct ResultFolder {
  /// The most bytes of all files: 256 MiB.
  static let limit = 256 << 20
  private static let ending = ".result"
  private static let digestSize = 32
  /// The files that this session has written or taken up.
  private static let own = Mutex<Set<String>>([])

  let path: String

  /// nil where there is no place to keep them.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    path = folder + "/results"
  }

  /// What a session keeps, with this folder behind it.
  ///
  /// - Parameter takesUp: Whether it takes up another session, and so knows what that one has trained.
  static func keep(takesUp: Bool) -> ResultKeep {
    ResultKeep(program: program, store: ResultFolder()?.store(isRead: takesUp))
  }

  /// The program as it is built now: its version, size and time.
  private static var program: String {
    var information = stat()
    guard stat("/proc/self/exe", &information) == 0 else { return Version.number }
    #if canImport(Glibc)
      let time = information.st_mtim
    #else
      let time = information.st_mtimespec
    #endif
    return "\(Version.number) \(information.st_size) \(time.tv_sec).\(time.tv_nsec)"
  }

  private func store(isRead: Bool) -> ResultStore {
    ResultStore(read: { isRead ? read($0) : nil }, write: { write($1, as: $0) })
  }

  /// Takes the session's own files away: it is left by choice.
  static func removeOwn() {
    for path in own.withLock({ $0 }) { unlink(path) }
  }

  /// Takes all files away: there is no session that they could be of.
  func removeAll() {
    for name in StateFolder.names(in: path, endingWith: ResultFolder.ending) {
      unlink("\(path)/\(name)")
    }
  }

  private func file(_ name: String) -> String { "\(path)/\(name)\(ResultFolder.ending)" }

  private func read(_ name: String) -> [UInt8]? {
    guard let file = try? JournalFile(reading: file(name), atMost: KeptTraining.mostBytes + 64)
    else {
      return nil
    }
    let bytes = file.contents()
    let content = Array(bytes.dropFirst(ResultFolder.digestSize))
    guard bytes.count > ResultFolder.digestSize,
      let digest = ContentDigest(of: [Array(name.utf8), content]),
      digest.bytes == Array(bytes.prefix(ResultFolder.digestSize))
    else { return nil }
    ResultFolder.own.withLock { _ = $0.insert(self.file(name)) }
    return content
  }

  private func write(_ content: [UInt8], as name: String) {
    guard content.count <= KeptTraining.mostBytes, StateFolder.make(path),
      let digest = ContentDigest(of: [Array(name.utf8), content])
    else { return }
    LeftoverFiles.remove(inFolder: path)
    makeRoom(for: content.count)
    guard JournalFile(making: file(name), of: digest.bytes + content) != nil else { return }
    ResultFolder.own.withLock { _ = $0.insert(file(name)) }
  }

  /// Takes the oldest files away until there is room for so many bytes.
  private func makeRoom(for bytes: Int) {
    let names = StateFolder.names(in: path, endingWith: ResultFolder.ending)
    var files = names.compactMap { name -> (path: String, size: Int, time: Int)? in
      var information = stat()
      guard lstat("\(path)/\(name)", &information) == 0,
        information.st_mode & S_IFMT == S_IFREG
      else { return nil }
      #if canImport(Glibc)
        let time = information.st_mtim
      #else
        let time = information.st_mtimespec
      #endif
      let place = "\(path)/\(name)"
      return (place, Int(information.st_size), time.tv_sec * 1_000_000_000 + time.tv_nsec)
    }
    files.sort { ($0.time, $0.path) < ($1.time, $1.path) }
    var sum = files.reduce(bytes) { $0 + $1.size }
    for file in files where sum > ResultFolder.limit {
      unlink(file.path)
      sum -= file.size
    }
  }
}
