/// An amount of work, reckoned from sizes alone: floating-point operations.
///
/// A multiplication and the addition behind it are two operations. What costs time beside its
/// arithmetic, such as a step of a training, counts as the operations that take as long at
/// ``operationsPerSecond``. No clock is asked, so the same line is the same work on every machine.
public struct Work: Comparable, Sendable {
  /// The one nominal rate by which work stands for time: 20 billion operations a second, about what
  /// one thread of an ordinary processor does in a layer of a few hundred units. Machines differ
  /// from it by a factor of ten or so.
  public static let operationsPerSecond = 2e10
  /// No work.
  public static let none = Work(operations: 0)
  /// The most that is done without `yes=yes`: a minute at the nominal rate, 1,200 billion operations.
  public static let mostUnasked = Work(operations: 60 * operationsPerSecond)

  /// How many operations, 0 or more; infinity where they are more than can be counted.
  public var operations: Double

  /// So many operations.
  public init(operations: Double) {
    self.operations = operations
  }

  /// What takes so many seconds at the nominal rate.
  public init(nominalSeconds: Double) {
    operations = nominalSeconds * Self.operationsPerSecond
  }

  /// How many seconds it takes at the nominal rate.
  public var nominalSeconds: Double { operations / Self.operationsPerSecond }

  /// Whether less is to be done.
  public static func < (first: Work, second: Work) -> Bool { first.operations < second.operations }

  /// Both.
  public static func + (first: Work, second: Work) -> Work {
    Work(operations: first.operations + second.operations)
  }

  /// Adds work.
  public static func += (sum: inout Work, work: Work) { sum = sum + work }

  /// The same work so many times.
  public static func * (times: Double, work: Work) -> Work {
    Work(operations: times * work.operations)
  }
}
