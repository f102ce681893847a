/// Whether someone calls off the work at hand: asked for every few milliseconds of it, from any
/// thread, and true for good once it is true.
///
/// Work that is called off leaves what it was to make unfinished, so whoever began it throws
/// ``EngineError/interrupted``, and nothing is made of the rest.
public struct Interruption: Sendable {
  /// Whether the work is to end; what was done so far may be kept, as a training keeps its steps.
  public let isAsked: @Sendable () -> Bool
  /// Whether what was done so far is given up too.
  public let isGivenUp: @Sendable () -> Bool

  /// What calls off the work at hand, for work on one thread that is told of no other.
  ///
  /// Where that makes values without throwing, it makes them of anything once it is called off; they
  /// are as many as ever, and whoever began the work makes nothing of them.
  @TaskLocal public static var current = Interruption.never

  /// The work runs to its end.
  public static let never = Interruption(isAsked: { false })

  /// Work that may be called off.
  ///
  /// - Parameters:
  ///   - isAsked: Whether the work is to end.
  ///   - isGivenUp: Whether nothing is to be kept of it; it implies `isAsked`.
  public init(
    isAsked: @escaping @Sendable () -> Bool, isGivenUp: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isAsked = isAsked
    self.isGivenUp = isGivenUp
  }

  /// What ends work without which nothing could be kept of the work that was called off.
  public var ofKeeping: Interruption { Interruption(isAsked: isGivenUp, isGivenUp: isGivenUp) }

  /// Ends work that was called off.
  ///
  /// - Throws: `interrupted` where the work is to end.
  public func check() throws(EngineError) {
    if isAsked() { throw .interrupted }
  }
}
