internal import Session

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Keeps the student's place in one lesson. Nothing waits for it: what can't be written is said once.
final class LessonKeeper {
  private let folder: LessonFolder
  private let key: String
  private let digest: UInt64
  private var hasComplained = false

  init(_ lesson: LessonShelf.Lesson, in folder: LessonFolder) {
    (key, digest) = (lesson.key, lesson.digest)
    self.folder = folder
  }

  /// How far the student was in the lesson when it was left; nil where nothing is kept.
  var kept: LessonProgress? { folder.progress(of: key) }

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
    // Another session may be in the same lesson: what was tried there counts as well.
    let progress = walk.progress(digest: digest).withTries(of: kept)
    guard walk.isBegun else { return folder.forget(key) }
    guard !folder.keep(progress, of: key), !hasComplained else { return }
    hasComplained = true
    let reason = String(cString: strerror(errno))
    StandardStream.error.sendLine("overfit: the place in the lesson is not kept: \(reason)")
  }
}
