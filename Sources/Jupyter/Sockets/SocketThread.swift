#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A thread that serves a socket while the others work.
final class SocketThread: Sendable {
  private let work: @Sendable () -> Void

  private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// Begins it; false where the system has no room for one.
  static func start(_ work: @escaping @Sendable () -> Void) -> Bool {
    let context = Unmanaged.passRetained(SocketThread(work)).toOpaque()
    #if canImport(Darwin)
      var thread: pthread_t?
      let status = pthread_create(&thread, nil, { SocketThread.main($0) }, context)
      if status == 0, let thread { pthread_detach(thread) }
    #else
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil, { $0.flatMap { SocketThread.main($0) } }, context)
      if status == 0 { pthread_detach(thread) }
    #endif
    if status != 0 { Unmanaged<SocketThread>.fromOpaque(context).release() }
    return status == 0
  }

  private static func main(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<SocketThread>.fromOpaque(context).takeRetainedValue().work()
    return nil
  }
}
