package import Networks

/// How layers are called in pictures.
extension Network {
  /// "#2 dense", for a layer by its position from 0.
  package func label(of index: Int) -> String { "#\(index + 1) \(layers[index].kind)" }

  /// "#2 dense 8 tanh", for a layer by its position from 0: without the settings that have names.
  package func title(of index: Int) -> String { "#\(index + 1) \(layers[index].title)" }
}

extension Array {
  /// The first so many and the last so many, where there are more than both.
  func ends(each count: Int = 4) -> [Element] {
    self.count <= 2 * count ? self : prefix(count) + suffix(count)
  }
}
