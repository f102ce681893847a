/// The version of the program.
enum Version {
  static let number = "0.1"
  /// The day on which its manual page was written.
  static let date = "2026-11-29"
}
