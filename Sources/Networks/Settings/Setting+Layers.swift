import TensorEngine

/// Settings that several layers have, and how those are declared that stand without their names.
extension Setting where Root: Layer {
  /// A setting that stands behind the kind of a layer without its name.
  ///
  /// - Parameters:
  ///   - noun: What an error calls it; nil for its name.
  ///   - missing: What is said where nothing stands there; nil where it may be left out.
  static func positional(
    _ name: String, _ place: Place, noun: String? = nil, missing: String? = nil
  ) -> Setting {
    Setting(
      name, place, isAlwaysShown: true,
      position: SettingPosition(noun: noun ?? name, missing: missing))
  }

  static func activation(_ path: Path<Activation>, missing: String? = nil) -> Setting {
    positional("activation", .choice(WordChoice(path)), missing: missing)
  }

  static func initializer(_ path: Path<Initializer>) -> Setting {
    Setting("initializer", .initializer(path), meaning: "how the first weights are drawn")
  }

  static func bias(_ path: Path<Bool>) -> Setting {
    Setting("bias", .flag(path), meaning: "add a number to each sum")
  }

  static func l1(_ path: Path<Double>) -> Setting {
    Setting(
      "l1", .number(path, .notNegative.usually("0.0001 to 0.01")),
      meaning: "adds l1 * sum(|w|) to the loss")
  }

  static func l2(_ path: Path<Double>) -> Setting {
    Setting(
      "l2", .number(path, .notNegative.usually("0.0001 to 0.01")),
      meaning: "adds l2 * sum(w^2) to the loss (Keras's form)")
  }

  static func maxNorm(_ path: Path<Double?>) -> Setting {
    Setting(
      "max_norm", .optionalNumber(path, .positive.usually("2 to 4")),
      meaning: "keeps the norm of what comes into a unit within this")
  }

  /// How far a window moves, of a kind of place that takes it.
  static func stride(_ place: Place, standard: String? = nil) -> Setting {
    Setting(
      "stride", place, standard: standard,
      meaning: "how many pixels the window moves: 2, or 2x1 for down and across")
  }

  static func padding(_ path: Path<ImageWindow.Padding>) -> Setting {
    Setting(
      "padding", .choice(WordChoice(path)),
      meaning: "whether windows may pass the edge of an image")
  }

  static func name(_ path: Path<String?>) -> Setting {
    Setting("name", .name(path), meaning: "a name of your own")
  }
}
