#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Threads that share the chunks of one job after the other.
///
/// The calling thread works through the chunks too, so a sleeping worker never delays it, and a
/// pool of one thread starts none at all. Which thread takes a chunk is left to chance; so a
/// chunk must write where no other chunk reads or writes, and the result is the same on any
/// number of threads.
public final class ThreadPool: Sendable {
  /// What is done for one chunk: the context of the job and the number of the chunk.
  public typealias Body = @convention(c) (UnsafeRawPointer, Int) -> Void

  /// How many threads work on a job, the calling one included.
  public let threads: Int
  /// The least work, in floating-point operations of a matrix product, that a plan shares among
  /// the threads.
  public let threshold: Int
  /// What calls off the work that this pool is handed to.
  public let interruption: Interruption
  private let board: TicketBoard?
  private let heldBoard: Unmanaged<TicketBoard>?
  /// The pool whose threads these are; nil for threads of its own.
  private let owner: ThreadPool?

  /// Creates a pool and starts `threads - 1` workers, at most 255; fewer than 1 counts as 1.
  ///
  /// Waking a thread for less than the usual threshold costs more than it saves: 4 µs at
  /// 130 GFLOP/s. With 0 everything is shared, however small; the bits stay the same.
  public init(threads: Int, threshold: Int = 500_000) {
    self.threshold = threshold
    self.threads = min(max(1, threads), 256)
    interruption = .never
    owner = nil
    board = self.threads > 1 ? TicketBoard() : nil
    heldBoard = board.map { Unmanaged.passUnretained($0) }
    guard let board else { return }
    for _ in 1..<self.threads { ThreadPool.startWorker(board) }
  }

  private init(_ pool: ThreadPool, _ interruption: Interruption, isShared: Bool) {
    threads = isShared ? pool.threads : 1
    threshold = pool.threshold
    self.interruption = interruption
    board = isShared ? pool.board : nil
    heldBoard = board.map { Unmanaged.passUnretained($0) }
    owner = pool.owner ?? pool
  }

  /// The same threads for work that may be called off.
  public func heeding(_ interruption: Interruption) -> ThreadPool {
    ThreadPool(self, interruption, isShared: true)
  }

  /// The calling thread alone, for work that is called off as this pool's.
  public var alone: ThreadPool { ThreadPool(self, interruption, isShared: false) }

  /// The same threads for work without which nothing could be kept of what was called off.
  public var keeping: ThreadPool { heeding(interruption.ofKeeping) }

  deinit {
    if owner == nil { board?.close() }
  }

  /// Runs `body(context, chunk)` for each chunk in `0 ..< chunks` and returns when all are done.
  ///
  /// A job started from within a job, or while another thread runs one, is done by the calling
  /// thread alone.
  public func run(chunks: Int, context: UnsafeRawPointer, body: @escaping Body) {
    // The pool keeps the board; taking it out here would retain it at every job.
    let isDone =
      chunks > 1
      && heldBoard?._withUnsafeGuaranteedRef { board in
        guard board.open() else { return false }
        board.work(chunks: min(chunks, TicketBoard.maximumChunks), context: context, body: body)
        board.reopen()
        return true
      } ?? false
    let done = isDone ? min(chunks, TicketBoard.maximumChunks) : 0
    for chunk in done..<max(done, chunks) { body(context, chunk) }
  }

  /// Runs `body(chunk)` for each chunk in `0 ..< chunks` and returns when all are done.
  public func run(chunks: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var body: @Sendable (Int) -> Void = body
      withUnsafePointer(to: &body) { pointer in
        run(chunks: chunks, context: UnsafeRawPointer(pointer)) { context, chunk in
          context.assumingMemoryBound(to: (@Sendable (Int) -> Void).self).pointee(chunk)
        }
      }
    }
  }

  /// The part of `0 ..< count` that belongs to a chunk when it is divided as evenly as possible.
  @inlinable
  public static func range(ofChunk chunk: Int, of chunks: Int, count: Int) -> Range<Int> {
    // A division takes longer than a whole operation of a tiny network.
    if chunks <= 1 { return 0..<count }
    let (size, larger) = count.quotientAndRemainder(dividingBy: max(1, chunks))
    let start = chunk * size + min(chunk, larger)
    return start..<start + size + (chunk < larger ? 1 : 0)
  }

  private static func startWorker(_ board: TicketBoard) {
    let context = Unmanaged.passRetained(board).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { workerMain($0) }, context)
      if status == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let status = pthread_create(&thread, nil, { workerMain($0) }, context)
      if status == 0 { pthread_detach(thread) }
    #endif
    // Without the thread the others do its share.
    if status != 0 { Unmanaged<TicketBoard>.fromOpaque(context).release() }
  }
}

private func workerMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let context {
    Unmanaged<TicketBoard>.fromOpaque(context).takeRetainedValue().serve()
  }
  return nil
}
