import TensorEngine

/// Refuses settings outside their ranges, with the range as a fact of the error.
enum SettingCheck {
  static func positive(_ value: Double, _ what: String) throws(EngineError) {
    guard value > 0, value.isFinite else {
      throw .outOfRange(what: what, valid: "greater than 0", actual: value)
    }
  }

  static func notNegative(_ value: Double, _ what: String) throws(EngineError) {
    guard value >= 0, value.isFinite else {
      throw .outOfRange(what: what, valid: "0 or more", actual: value)
    }
  }

  static func finite(_ value: Double, _ what: String) throws(EngineError) {
    guard value.isFinite else {
      throw .outOfRange(what: what, valid: "a finite number", actual: value)
    }
  }

  static func fraction(_ value: Double, _ what: String) throws(EngineError) {
    guard value >= 0, value < 1 else {
      throw .outOfRange(what: what, valid: "0 to less than 1", actual: value)
    }
  }

  static func count(_ value: Int, _ what: String, in range: ClosedRange<Int>) throws(EngineError) {
    guard range.contains(value) else {
      throw .outOfRange(
        what: what, valid: "\(range.lowerBound) to \(range.upperBound)", actual: Double(value))
    }
  }

  static func atLeast(_ least: Int, _ value: Int, _ what: String) throws(EngineError) {
    guard value >= least else {
      throw .outOfRange(what: what, valid: "\(least) or more", actual: Double(value))
    }
  }
}

extension Configured {
  /// Refuses numbers outside the bounds that their settings declare, the first of them in order;
  /// sizes and strides are checked by what lays them over an image.
  ///
  /// - Throws: `outOfRange` with the name of the setting.
  func checkSettings() throws(EngineError) {
    for setting in Self.settings {
      switch setting.place {
      case .number(let path, let bounds):
        try bounds.check(self[keyPath: path], setting.name)
      case .optionalNumber(let path, let bounds):
        if let value = self[keyPath: path] { try bounds.check(value, setting.name) }
      case .count(let path, let range):
        try SettingCheck.count(self[keyPath: path], setting.name, in: range)
      case .optionalCount(let path, let range), .countOrAll(let path, let range):
        if let value = self[keyPath: path] {
          try SettingCheck.count(value, setting.name, in: range)
        }
      case .numbers, .flag, .monitor, .choice, .initializer, .size, .stride, .optionalStride,
        .name, .written:
        break
      }
    }
  }
}

extension Bounds {
  fileprivate func check(_ value: Double, _ what: String) throws(EngineError) {
    guard contains(value) else { throw .outOfRange(what: what, valid: range, actual: value) }
  }
}
