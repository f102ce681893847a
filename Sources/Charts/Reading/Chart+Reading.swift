extension Chart {
  /// What each axis, mark and figure of the picture is, in sentences made of its own data.
  ///
  /// It names what the legend names and no characters, which are others on other terminals.
  package var reading: [String] {
    let head = title.map { ["The picture is called \"\($0)\"."] } ?? []
    let tail = caption.isEmpty ? [] : ["The line under it sums it up: \(caption)"]
    return head + content.reading + tail
  }
}
