#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the process runs.
enum Processor {
  /// The type of `sched_getaffinity` and `sched_setaffinity`, which the headers hide from Swift.
  private typealias AffinityCall = @convention(c) (Int32, Int, UnsafeMutableRawPointer) -> Int32

  /// Binds the process to the last of the cores that it may use, so that no run is moved between
  /// caches; does nothing where the system has no such call.
  static func pinToOneCore() {
    guard let get = unsafe call("sched_getaffinity"), let set = unsafe call("sched_setaffinity")
    else { return }
    // One bit a core, as many as the system's own type has.
    var cores = [UInt8](repeating: 0, count: 128)
    guard unsafe get(0, cores.count, &cores) >= 0,
      let last = (0..<8 * cores.count).last(where: { cores[$0 / 8] >> ($0 % 8) & 1 == 1 })
    else { return }
    cores = [UInt8](repeating: 0, count: cores.count)
    cores[last / 8] = 1 << (last % 8)
    _ = unsafe set(0, cores.count, &cores)
  }

  private static func call(_ name: String) -> AffinityCall? {
    unsafe dlsym(nil, name).map { unsafe unsafeBitCast($0, to: AffinityCall.self) }
  }
}
