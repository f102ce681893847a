/// An address of the web, as far as it decides where a file may come from.
struct WebAddress {
  private let text: String

  /// nil for what is no address of http or https.
  init?(_ text: String) {
    let scheme = text.prefix(8).lowercased()
    guard scheme.hasPrefix("http://") || scheme.hasPrefix("https://") else { return nil }
    self.text = text
  }

  var isSafe: Bool { text.prefix(8).lowercased() == "https://" }

  /// The name or number of the server, in small letters, without a user's name before it or a port
  /// behind it.
  var host: String {
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    let place = rest.prefix { !"/?#\\".contains($0) }
    let server = place.lastIndex(of: "@").map { place[place.index(after: $0)...] } ?? place
    if server.hasPrefix("[") { return server.prefix { $0 != "]" }.lowercased() + "]" }
    return server.prefix { $0 != ":" }.lowercased()
  }

  /// Whether a server may send on from here to another address unasked.
  func maySendOn(to other: WebAddress) -> Bool { host == other.host && (other.isSafe || !isSafe) }
}
