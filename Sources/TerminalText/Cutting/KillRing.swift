/// What was cut or copied, newest last, to be put in again.
package struct KillRing: Sendable {
  private static let limit = 60

  private var texts: [String] = []
  /// Which one is put in next.
  private var index = 0

  /// An empty ring.
  package init() {}

  /// The text that is put in.
  package var current: String? { texts.isEmpty ? nil : texts[index] }

  /// Adds a text.
  package mutating func add(_ text: String) {
    guard !text.isEmpty else { return }
    texts.append(text)
    if texts.count > KillRing.limit { texts.removeFirst() }
    index = texts.count - 1
  }

  /// Joins a text to the one that was added last, behind it or before it.
  package mutating func join(_ text: String, before isBefore: Bool) {
    guard let last = texts.popLast() else { return add(text) }
    add(isBefore ? text + last : last + text)
  }

  /// Goes back to the text before, and from the oldest to the newest.
  package mutating func turn() {
    guard !texts.isEmpty else { return }
    index = (index + texts.count - 1) % texts.count
  }
}
