package import Networks

/// How layers are called in pictures.
extension Network {
  /// "#2 dense", for a layer by its position from 0.
  package func label(of index: Int) -> String { "#\(index + 1) \(layers[index].kind)" }

  /// "#2 dense 8 tanh", for a layer by its position from 0: without the settings that have names.
  package func title(of index: Int) -> String { "#\(index + 1) \(layers[index].title)" }
}

extension Array {
  /// The most panels of layers that stand with their words on one screen, in two rows.
  private static var mostPanels: Int { 6 }

  /// All of them, or the first three and the last ones where they are more than six.
  func ends(last: Int = 3) -> [Element] {
    count <= Self.mostPanels ? self : prefix(3) + suffix(last)
  }

  /// What is said of those at the ends, and between them how many more layers there are.
  func endTexts(last: Int, _ text: (Element) -> String) -> [String] {
    let texts = ends(last: last).map(text)
    guard texts.count < count else { return texts }
    return texts.dropLast(last) + ["\(count - texts.count) more layers"] + texts.suffix(last)
  }
}
