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
    return holds(encoding, "utf-8") || holds(encoding, "utf8")
  }()

  /// Whether a part stands in a text. The library's `contains` makes a searcher of the part, which is
  /// felt at the start.
  static func holds(_ text: String, _ part: String) -> Bool { strstr(text, part) != nil }
}
