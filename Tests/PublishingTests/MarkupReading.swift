/// A page as its tags, as far as tests ask; what no browser would repair silently is a fault.
struct MarkupReading {
  private static let empty: Set<String> = ["meta", "br", "hr", "input"]

  private(set) var faults: [String] = []
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private var open: [String] = []

  init(_ page: String) {
    var rest = Substring(page.replacingDoctype)
    while let start = rest.firstIndex(of: "<") {
      check(rest[..<start])
      guard let end = rest[start...].firstIndex(of: ">") else {
        faults.append("a tag is not closed: \(rest[start...].prefix(40))")
        return
      }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      take(tag)
      if open.last == "style", let close = rest.range(ofText: "</style>") { rest = rest[close...] }
    }
    if !open.isEmpty { faults.append("not closed: \(open)") }
  }

  private mutating func check(_ text: Substring) {
    if text.contains(">") { faults.append("a > stands in a text: \(text.suffix(40))") }
  }

  private mutating func take(_ tag: Substring) {
    if tag.hasPrefix("/") {
      let name = String(tag.dropFirst())
      if open.popLast() != name { faults.append("</\(name)> closes nothing") }
      return
    }
    let name = String(tag.prefix { $0 != " " && $0 != "/" })
    var rest = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while true {
      rest = rest.drop { $0 == " " }
      if rest.isEmpty || rest == "/" { break }
      let key = String(rest.prefix { $0 != "=" && $0 != " " && $0 != "/" })
      rest = rest.dropFirst(key.count)
      guard rest.hasPrefix("=\"") else {
        faults.append("an attribute without quotes: \(tag.prefix(60))")
        break
      }
      let value = rest.dropFirst(2).prefix { $0 != "\"" }
      rest = rest.dropFirst(value.count + 3)
      if attributes.updateValue(String(value), forKey: key) != nil {
        faults.append("\(key) stands twice in \(tag.prefix(60))")
      }
    }
    elements.append((name, attributes))
    if !Self.empty.contains(name), !tag.hasSuffix("/") { open.append(name) }
  }
}

extension String {
  fileprivate var replacingDoctype: String {
    let mark = "<!DOCTYPE html>\n"
    return hasPrefix(mark) ? String(dropFirst(mark.count)) : self
  }
}

extension Substring {
  /// Where a text begins.
  fileprivate func range(ofText text: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(text) { return index }
      index = self.index(after: index)
    }
    return nil
  }
}
