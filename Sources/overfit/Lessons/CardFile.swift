internal import Session
internal import TerminalText

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The boxes of the flash cards on the disk, as text.
///
/// Each change is made to what stands there at that moment, under a lock, so that two sessions at once
/// lose nothing; and the file is written beside itself and renamed, so that it is never half written.
/// Nothing waits for it: what can't be read or written is said once.
final class CardFile {
  /// The most bytes that are read.
  private static let sizeLimit = 1 << 20

  private let folder: String
  private var path: String { folder + "/cards" }
  /// Changes that another session's lock has kept out so far.
  private var waiting: [(inout CardBoxes) -> Void] = []
  private var hasComplained = false

  /// nil where there is no place to keep them.
  init?() {
    guard let folder = StateFolder.path else { return nil }
    self.folder = folder
  }

  /// Changes the boxes, and gives them as they are then.
  @discardableResult
  func update(_ change: @escaping (inout CardBoxes) -> Void) -> CardBoxes {
    waiting.append(change)
    guard StateFolder.make(folder) else {
      complain(String(cString: strerror(errno)))
      return changed(CardBoxes())
    }
    let lock = open(folder, O_RDONLY | O_CLOEXEC)
    defer { if lock >= 0 { close(lock) } }
    let boxes = changed(read())
    guard lock >= 0, Self.take(lock) else {
      complain("another program holds them; they are kept when it lets go of them")
      return boxes
    }
    let now = changed(read())
    guard JournalFile(making: path, with: now.text) != nil else {
      complain(String(cString: strerror(errno)))
      return now
    }
    waiting = []
    return now
  }

  private func changed(_ boxes: CardBoxes) -> CardBoxes {
    waiting.reduce(into: boxes) { $1(&$0) }
  }

  /// Another session holds it for the moment in which it writes; that is waited for, a second at most.
  private static func take(_ lock: Int32) -> Bool {
    for _ in 0..<200 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { return true }
      guard errno == EWOULDBLOCK || errno == EINTR else { return false }
      usleep(5000)
    }
    return false
  }

  /// What stands there; what can't be read is put aside.
  private func read() -> CardBoxes {
    var information = stat()
    guard lstat(path, &information) == 0 else { return CardBoxes() }
    do throws(JournalFile.Refusal) {
      let file = try JournalFile(reading: path, atMost: Self.sizeLimit)
      if let boxes = CardBoxes(file.contents()) { return boxes }
      putAside("it is damaged")
    } catch {
      guard case .unfit(let reason) = error else { return CardBoxes() }
      putAside(reason)
    }
    return CardBoxes()
  }

  private func putAside(_ reason: String) {
    let aside = pathAside
    let kept =
      rename(path, aside) == 0
      ? "it is kept as \(aside.cleaned(.message)), and the boxes begin empty"
      : "the boxes begin empty"
    StandardStream.error.sendLine(
      "overfit: \(path.cleaned(.message)) is not read: \(reason); \(kept)")
  }

  /// "cards.damaged", or with the first number that nothing has: nothing is written over.
  private var pathAside: String {
    var (path, number) = (path + ".damaged", 1)
    var information = stat()
    while lstat(path, &information) == 0 {
      number += 1
      path = "\(self.path).damaged-\(number)"
    }
    return path
  }

  private func complain(_ problem: String) {
    guard !hasComplained else { return }
    hasComplained = true
    StandardStream.error.sendLine("overfit: the boxes of the cards are not kept: \(problem)")
  }
}
