/// Settings that several optimizers have.
extension Setting where Root: UpdateRule {
  static func momentum(_ path: Path<Double>) -> Setting {
    Setting(
      "momentum", .number(path, .belowOne), meaning: "the share of the last step that is kept")
  }

  static func rho(_ path: Path<Double>) -> Setting {
    Setting("rho", .number(path, .belowOne), meaning: "memory of the squared gradient")
  }

  static func beta1(_ path: Path<Double>) -> Setting {
    Setting("beta1", .number(path, .belowOne), meaning: "memory of the gradient")
  }

  static func beta2(_ path: Path<Double>) -> Setting {
    Setting("beta2", .number(path, .belowOne), meaning: "memory of its square")
  }

  static func epsilon(_ path: Path<Double>) -> Setting {
    Setting("epsilon", .number(path, .positive), meaning: "keeps a division from 0")
  }

  static func amsgrad(_ path: Path<Bool>) -> Setting {
    Setting(
      "amsgrad", .flag(path), meaning: "divides by the greatest of these memories")
  }
}
