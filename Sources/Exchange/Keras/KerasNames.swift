/// The names that Keras gives to layers, and to their groups in a file.
enum KerasNames {
  /// The model's text in an archive.
  static let model = "config.json"
  /// The weights in an archive.
  static let weights = "model.weights.h5"
  /// The version and the date in an archive.
  static let metadata = "metadata.json"

  /// The class in small letters with lines between its words: "batch_normalization", as Keras makes
  /// it.
  static func group(of kind: String) -> String {
    var name = ""
    let letters = Array(kind)
    for (index, letter) in letters.enumerated() {
      let followsSmall = index > 0 && letters[index - 1].isLowercase
      let beginsWord =
        index > 0 && letters[index - 1].isUppercase && index + 1 < letters.count
        && letters[index + 1].isLowercase
      if letter.isUppercase, followsSmall || beginsWord { name += "_" }
      name += letter.lowercased()
    }
    return name
  }

  /// Whether a name is one that Keras gives a layer of a class by itself: "dense", "dense_3".
  static func isAutomatic(_ name: String, of kind: String) -> Bool {
    let group = group(of: kind)
    guard name.hasPrefix(group) else { return false }
    let rest = name.dropFirst(group.count)
    return rest.isEmpty
      || (rest.first == "_" && rest.count > 1
        && rest.dropFirst().allSatisfy { $0.isASCII && $0.isNumber })
  }

  /// Whether a name can be shown, and is of a usual length.
  static func isPrintable(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 200
      && name.unicodeScalars.allSatisfy { scalar in
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
        default: true
        }
      }
  }
}
