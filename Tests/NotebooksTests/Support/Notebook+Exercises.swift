import Notebooks

extension Notebook {
  /// All exercises, in the order of the file.
  var exercises: [Exercise] {
    blocks.compactMap { block in
      guard case .step(let step) = block else { return nil }
      return step as? Exercise
    }
  }
}
