internal import Synchronization

/// How much work a command may do unasked.
///
/// What lasts is reckoned from sizes and announced with ``require(_:)`` before it begins. What can't
/// be reckoned as a whole, such as the products of a formula, is added up with ``spend(_:)``, each
/// part before it is done.
///
/// A program that uses the libraries alone has no allowance: ``current`` is then without a limit.
public final class WorkAllowance: Sendable {
  /// The allowance of the work at hand, on the thread that runs the command. The trainings that it
  /// does on other threads were announced by then.
  @TaskLocal public static var current = WorkAllowance.unlimited

  /// Work of any amount.
  public static let unlimited = WorkAllowance(isGranted: true)

  /// What comes of a question about work.
  public enum Answer: Sendable {
    /// It is too little to be asked about.
    case unasked
    /// It is to be done.
    case granted
    /// It is not.
    case declined
  }

  /// Puts work to the person, where it is too much to be done unasked.
  public typealias Judge = @Sendable (WorkPlan) -> Answer

  private let judge: Judge?
  private let counts: Mutex<Counts>

  private struct Counts {
    var announced = WorkPlan(.none)
    var spent = Work.none
    var isGranted: Bool
    var answer = Answer.unasked
    var isExceeded = false
  }

  /// An allowance of the work that ``Work/mostUnasked`` says.
  ///
  /// - Parameters:
  ///   - isGranted: Whether more was allowed beforehand.
  ///   - judge: Who is asked; nil where nobody is.
  public init(isGranted: Bool, judge: Judge? = nil) {
    self.judge = judge
    counts = Mutex(Counts(isGranted: isGranted))
  }

  /// Whether more was asked of it than it allows.
  public var isExceeded: Bool { counts.withLock { $0.isExceeded } }
  /// Whether the person was asked, and allowed it.
  public var wasAllowed: Bool { counts.withLock { $0.answer == .granted } }
  /// Whether the person was asked, and declined it.
  public var wasDeclined: Bool { counts.withLock { $0.answer == .declined } }

  /// Announces work that is about to begin, beside what was announced before.
  ///
  /// - Throws: `WorkExcess` where it is too much.
  public func require(_ plan: WorkPlan) throws(WorkExcess) {
    let (total, isGranted) = counts.withLock { counts in
      counts.announced = counts.announced + plan
      return (counts.announced, counts.isGranted)
    }
    if !isGranted { try decide(total) }
  }

  /// Counts a part of work that was not announced.
  ///
  /// - Throws: `WorkExcess` where all parts together are too much.
  public func spend(_ work: Work) throws(WorkExcess) {
    let (total, isGranted) = counts.withLock { counts in
      counts.spent += work
      return (counts.spent, counts.isGranted)
    }
    if !isGranted { try decide(WorkPlan(total)) }
  }

  private func decide(_ plan: WorkPlan) throws(WorkExcess) {
    guard let judge else {
      guard plan.work > .mostUnasked else { return }
      counts.withLock { $0.isExceeded = true }
      throw WorkExcess(plan)
    }
    let answer = judge(plan)
    if answer == .unasked { return }
    counts.withLock { counts in
      counts.answer = answer
      counts.isGranted = answer == .granted
      counts.isExceeded = answer == .declined
    }
    if answer == .declined { throw WorkExcess(plan, isDeclined: true) }
  }
}
