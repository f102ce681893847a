import Commands
import TensorEngine
import Tuning
import Workbench

// A search that an earlier session has done.
extension SearchRun {
  /// The search from its beginning to its end as an earlier session did it; nil where that is not
  /// known. What is tried is chosen anew, and each trial has to be the one that is kept in its place.
  ///
  /// - Parameter start: The search before its first trial.
  func recalled(_ start: SearchCourse, _ execution: Execution) -> SearchCourse? {
    let first = line.study.trials.count
    // What a file has of the line comes before what is kept of it.
    guard trains, let recall = execution.settings.recall,
      let kept = recall.nextSearch(after: first), known.count <= first, !kept.trials.isEmpty,
      kept.nested.isEmpty || line.isNested && kept.nested.count == folds.count
    else { return nil }
    var run = self
    (run.trains, run.store) = (false, nil)
    run.known = [StudyJournal.Trial](repeating: StudyJournal.Trial(.failed), count: first)
    for own in kept.trials {
      var trial = StudyJournal.Trial(.complete)
      trial.own = own
      run.known.append(trial)
    }
    var course = start
    do { try run.run(&course, execution) } catch { return nil }
    guard !course.isInterrupted, course.hand.study.trials.count == run.known.count else {
      return nil
    }
    course.hand.study.nested = kept.nested
    recall.note(taken: course.plan.work.fits)
    return course
  }

  /// Keeps what the search has come to for a later session.
  func keep(_ course: SearchCourse, _ execution: Execution) {
    guard trains, let recall = execution.settings.recall else { return }
    let (first, study) = (line.study.trials.count, course.hand.study)
    let new = study.trials.dropFirst(first)
    recall.keep(
      KeptSearch(after: first, new.map { StudyFile.own(of: $0) }, nested: study.nested))
    let old = min(known.count, study.trials.count) - first
    if old > 0 { recall.note(taken: min(course.plan.work.fits, old * study.fitsOfTrial)) }
  }
}
