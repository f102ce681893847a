#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The processors of this machine.
enum Processors {
  static var count: Int { min(max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 64) }
}
