extension DatasetError {
  /// What was found, by what it was found in.
  public enum Fault: Equatable, Sendable {
    /// An image, a set or a folder of them.
    case image(ImageFault)
  }

  /// Makes an error of facts.
  public init(file: String, option: String? = nil, _ fault: Fault) {
    switch fault {
    case .image(let fault):
      self.init(file: file, option: option, problem: fault.problem, hint: fault.hint)
      imageFault = fault
    }
  }
}
