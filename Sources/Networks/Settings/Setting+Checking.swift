import TensorEngine

extension Setting {
  /// Refuses a value outside the declared bounds. A list of numbers and what has a reader of its
  /// own is checked by its owner, sizes and strides by what lays them over an image.
  ///
  /// - Throws: `outOfRange` with the setting's name.
  func check(_ root: Root) throws(EngineError) {
    switch place {
    case .number(let path, let bounds): try bounds.check(root[keyPath: path], name)
    case .optionalNumber(let path, let bounds):
      if let value = root[keyPath: path] { try bounds.check(value, name) }
    case .count(let path, let range):
      try SettingCheck.count(root[keyPath: path], name, in: engineRange ?? range)
    case .optionalCount(let path, let range), .countOrAll(let path, let range):
      if let value = root[keyPath: path] {
        try SettingCheck.count(value, name, in: engineRange ?? range)
      }
    case .numbers, .flag, .monitor, .choice, .initializer, .size, .stride, .optionalStride, .name,
      .written:
      break
    }
  }
}
