import Charts

extension Wording {
  /// What was passed over in a folder of images, in one sentence; nil where nothing was.
  package static func sentence(for passedOver: ImageTree.PassedOver) -> String? {
    var parts: [String] = []
    if passedOver.hidden > 0 {
      parts.append(count(passedOver.hidden, "hidden or system file"))
    }
    if let first = passedOver.firstOther {
      parts.append(
        passedOver.others == 1
          ? "1 file that is no image (\(first))"
          : "\(count(passedOver.others, "file")) that are no images (\(first), …)")
    }
    if passedOver.strays > 0 {
      parts.append("\(count(passedOver.strays, "image")) in no folder of a class")
    }
    parts += folders(passedOver.emptyFolders, "without images")
    parts += folders(passedOver.otherFolders, "beside the splits")
    return parts.isEmpty ? nil : "left out: \(parts.joined(separator: ", "))"
  }

  private static func folders(_ names: [String], _ which: String) -> [String] {
    guard let first = names.first else { return [] }
    let shown = first + (names.count > 1 ? ", …" : "")
    return ["\(count(names.count, "folder")) \(which) (\(shown))"]
  }
}
