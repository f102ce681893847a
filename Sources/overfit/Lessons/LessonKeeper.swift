internal import Session

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Keeps the student's place in one lesson. Nothing waits for it: what can't be written is said once.
///
/// A small text is written anew at each step; behind a large one stands what has changed, until that is
/// as large.
final class LessonKeeper {
  /// A text that this terminal has written, as long as no other one has written another.
  private struct Written {
    let file: JournalFile
    /// What it tells.
    var progress: LessonProgress
    /// How many bytes it had when it was written anew, and has now.
    let size: Int
    var length: Int
  }

  /// What is no larger is written anew, in bytes.
  private static let small = 1 << 12

  private let folder: LessonFolder
  private let key: String
  private let digest: UInt64
  private var written: Written?
  private var hasComplained = false

  init(_ lesson: LessonShelf.Lesson, in folder: LessonFolder) {
    (key, digest) = (lesson.key, lesson.digest)
    self.folder = folder
  }

  /// How far the student was in the lesson when it was left; nil where nothing is kept.
  var kept: LessonProgress? {
    if let written, written.file.isThere { return written.progress }
    return folder.progress(of: key)
  }

  /// What is kept of this lesson as it is, which another terminal may have written.
  var madeElsewhere: LessonProgress? { kept.flatMap { isOfThisLesson($0) ? $0 : nil } }

  /// Whether what is kept is of the lesson as it is now.
  func isOfThisLesson(_ progress: LessonProgress) -> Bool { progress.digest == digest }

  /// Puts the cards that the student has turned over, or passed by, into the boxes.
  func keepCards(passedIn walk: LessonWalk) {
    let keys = walk.standingCards.map { LessonCard($0, of: key).key }
    guard !keys.isEmpty else { return }
    CardFile()?.update { boxes in
      for key in keys { boxes.enter(key) }
    }
  }

  /// Keeps the place of a walk.
  func keep(_ walk: LessonWalk) {
    guard walk.isBegun else {
      written = nil
      return folder.forget(key)
    }
    // Another session may be in the same lesson: what was tried there counts as well.
    let progress = walk.progress(digest: digest).withTries(of: kept)
    guard !add(progress), !writeAnew(progress), !hasComplained else { return }
    hasComplained = true
    let reason = String(cString: strerror(errno))
    StandardStream.error.sendLine("overfit: the place in the lesson is not kept: \(reason)")
  }

  /// Puts what has changed behind what is written; false where all is to be written anew.
  private func add(_ progress: LessonProgress) -> Bool {
    guard var now = written, now.size > Self.small, now.length < 2 * now.size, now.file.isThere,
      let change = progress.change(since: now.progress),
      now.file.write(change, at: now.length)
    else { return false }
    now.length += change.utf8.count
    now.progress = progress
    written = now
    return true
  }

  private func writeAnew(_ progress: LessonProgress) -> Bool {
    written = nil
    let text = progress.text
    guard let file = folder.keep(text, of: key) else { return false }
    let size = text.utf8.count
    written = Written(file: file, progress: progress, size: size, length: size)
    return true
  }
}
