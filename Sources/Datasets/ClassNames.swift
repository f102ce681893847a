extension [String] {
  /// The name of a class among the names of all, from 0; its number where it has none.
  package func className(_ index: Int) -> String {
    indices.contains(index) ? self[index] : String(index)
  }
}
