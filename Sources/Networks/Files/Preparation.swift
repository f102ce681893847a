/// What was done to the data before a network saw it, and what its classes are called: enough to
/// ask a saved network about new examples in the units of the old ones.
public struct Preparation: Hashable, Codable, Sendable {
  /// How inputs were scaled: `x' = (x - shift) / scale`, one entry a feature, or one for all.
  public struct Scaling: Hashable, Codable, Sendable {
    /// The way of scaling by its name: "standard", "minmax".
    public var kind: String
    /// What is subtracted, in the feature's unit.
    public var shift: [Double]
    /// What the difference is divided by, in the feature's unit.
    public var scale: [Double]

    /// Makes a scaling.
    public init(kind: String, shift: [Double], scale: [Double]) {
      self.kind = kind
      self.shift = shift
      self.scale = scale
    }
  }

  /// The data set by its name: "circles", "wine.csv".
  public var data: String
  /// The names of the features of a table; empty for images.
  public var featureNames: [String]
  /// The names of the classes, by number; empty for a regression.
  public var classNames: [String]
  /// How the inputs were scaled; nil where they were not.
  public var scaling: Scaling?
  /// The number of the class, of two, that precision, recall and F1 tell of; nil where no one knows.
  public var positiveClass: Int?

  /// Describes some data.
  public init(
    data: String, featureNames: [String] = [], classNames: [String] = [], scaling: Scaling? = nil,
    positiveClass: Int? = nil
  ) {
    self.data = data
    self.featureNames = featureNames
    self.classNames = classNames
    self.scaling = scaling
    self.positiveClass = positiveClass
  }

  /// - Throws: `NetworkFileError` for names or numbers that can't have been saved.
  func validate() throws(NetworkFileError) {
    for name in [data] + featureNames + classNames { try NetworkDocument.checkName(name) }
    guard let scaling else { return }
    let hasNumbers = (scaling.shift + scaling.scale).allSatisfy { $0.isFinite }
    guard hasNumbers, scaling.shift.count == scaling.scale.count, !scaling.shift.isEmpty,
      scaling.scale.allSatisfy({ $0 > 0 && Float(1 / $0).isFinite })
    else { throw .content(.badScaling) }
    try NetworkDocument.checkName(scaling.kind)
  }
}
