import TerminalText

/// Where the links of a page may lead, and where those from lesson to lesson lead in a site.
struct LinkRule {
  /// Schemes that open a page or a letter, and run nothing.
  private static let schemes = ["http", "https", "mailto"]
  /// What may stand in an address as it is.
  private static let plain = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%".utf8)

  /// The folder of the page within its site; empty for the uppermost.
  let folder: String
  /// The notebooks of the site by their paths in it, "capstone/01-arms.md"; none for a page alone.
  let notebooks: Set<String>
  /// The folders of the site.
  let folders: Set<String>

  /// The rule of a page that stands alone.
  static let alone = LinkRule(folder: "", notebooks: [], folders: [])

  /// The address that a link leads to; nil for one that leads nowhere from here.
  func target(of url: String) -> String? {
    guard !url.isEmpty, !url.contains("\\"), url.cleaned(.message) == url else { return nil }
    let head = url.prefix { !"/?#".contains($0) }
    if let colon = head.firstIndex(of: ":") {
      guard Self.schemes.contains(head[..<colon].lowercased()) else { return nil }
      return Self.encoded(url)
    }
    if url.hasPrefix("//") { return nil }
    if let page = inSite(url) { return Self.encoded(page) }
    // A notebook that is not published too would be shown as its source, or not be there at all.
    let isNotebook = url.prefix { !"?#".contains($0) }.hasSuffix(".md")
    return isNotebook ? nil : Self.encoded(url)
  }

  /// What a relative address is in the site: the page of a notebook, or that of a folder.
  private func inSite(_ url: String) -> String? {
    let path = url.prefix { !"?#".contains($0) }
    guard !path.isEmpty, let place = place(of: path) else { return nil }
    let rest = url[path.endIndex...]
    if notebooks.contains(place) { return path.dropLast(3) + ".html" + rest }
    guard folders.contains(place) else { return nil }
    return path + (path.hasSuffix("/") ? "" : "/") + "index.html" + rest
  }

  /// The path in the site that a relative one leads to; nil for one that leads out of it.
  private func place(of path: Substring) -> String? {
    var parts = path.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return path.hasPrefix("/") ? nil : parts.joined(separator: "/")
  }

  private static func encoded(_ url: String) -> String {
    var text = ""
    for byte in url.utf8 {
      if plain.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        text += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return text
  }
}
