extension DatasetNote {
  /// What lies in folders of images, and is no image of a class.
  public struct PassedOver: Equatable, Sendable {
    /// How many files and folders are hidden, or were put there by the system.
    public var hidden = 0
    /// How many files are no images.
    public private(set) var others = 0
    /// The name of the first of them.
    public private(set) var firstOther: String?
    /// The folders of classes that hold no image.
    public var emptyFolders: [String] = []
    /// Folders with images that are no class and no split.
    public var otherFolders: [String] = []
    /// How many images lie in no folder of a class.
    public var strays = 0

    /// Whether nothing was passed over.
    public var isEmpty: Bool { self == PassedOver() }

    /// Nothing yet.
    public init() {}

    /// Counts a file that is no image.
    public mutating func take(other name: String) {
      others += 1
      firstOther = firstOther ?? name
    }
  }
}
