/// What a strict teacher finds fault with in a lesson.
package struct LessonFinding: Sendable, Equatable {
  /// What a lesson is held to.
  package enum Rule: String, CaseIterable, Sendable {
    /// It can be read.
    case reading
    /// It replays to the byte, and its steps keep what they promise.
    case replay
    /// Its head names what it must, and nothing unknown.
    case head
    /// Its number and those of the lessons beside it.
    case numbering
    /// Its links lead somewhere, and what it says to type can be typed.
    case links
    /// Its reading time is true.
    case minutes
    /// Its pictures are spoken of.
    case pictures
    /// No term stands in it before a lesson has taught it.
    case terms
    /// Its claims hold under other seeds.
    case claims
    /// The checklist of its course is shown, and the page of the course is true.
    case course
  }

  /// What the lesson is held to.
  package let rule: Rule
  /// The line of the file, counted from 1.
  package let line: Int
  /// What was found and what to do, as a sentence without a capital or a full stop.
  package let problem: String

  /// Makes a finding.
  package init(_ rule: Rule, line: Int, _ problem: String) {
    (self.rule, self.line, self.problem) = (rule, line, problem)
  }
}
