#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Descriptions of terminals.
enum Terminfo {
  /// Lets those that were installed with the program be found behind the machine's own, which may lie
  /// where the library that came along does not look.
  static func addInstalled() {
    guard Environment.value("TERMINFO_DIRS") == nil, let folder = Folders.installed("terminfo")
    else { return }
    // The empty entry in front stands for where the library looks by itself.
    setenv("TERMINFO_DIRS", ":\(folder)", 1)
  }
}
