import Session

/// The headings of a page, whose title is the only one of level 1: no level is left out below another
/// one, and no id stands twice.
struct Outline {
  private var level = 1
  private var ids: Set<String> = []

  /// The level at which a heading of the notebook stands on the page.
  mutating func level(of wanted: Int) -> Int {
    level = min(max(wanted, 2), level + 1)
    return level
  }

  /// The id of a heading, as links to it have it. It has no point, so that all other ids of a page, which
  /// have one, are free.
  mutating func id(of heading: String) -> String {
    let anchor = Course.anchor(heading)
    let name = anchor.isEmpty ? "section" : anchor
    var id = name
    var count = 0
    while !ids.insert(id).inserted {
      count += 1
      id = "\(name)-\(count)"
    }
    return id
  }
}
