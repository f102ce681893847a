#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The variables that the user has set.
enum Environment {
  /// The value; nil where it is not set or empty.
  static func value(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// Whether the user's characters are UTF-8, from LC_ALL, LC_CTYPE and LANG in their order.
  static let isUTF8: Bool = {
    let locale = value("LC_ALL") ?? value("LC_CTYPE") ?? value("LANG") ?? ""
    let encoding = locale.lowercased()
    return encoding.contains("utf-8") || encoding.contains("utf8")
  }()
}
