import Datasets

/// What the folders of a folder of images stand for: classes, or splits with classes in them.
struct ImageDivision {
  /// The folders of the classes, split by split; one split where the folder is not divided.
  private(set) var parts: [(part: ImageSet.Part, classes: [ImageFolder])]
  /// Whether the folder has splits.
  let isDivided: Bool
  /// Folders with images that are neither.
  private(set) var others: [ImageFolder] = []
  /// Folders of splits that hold no image.
  private(set) var empty: [ImageFolder] = []
  /// How many images lie in a split, and in no class of it.
  private(set) var strays = 0

  /// The names of folders of splits, in lower case, as Keras, torchvision, fastai and data sets of
  /// theirs have them.
  private static let names: [ImageSet.Part: Set<String>] = [
    .training: ["train", "training"], .validation: ["validation", "val", "valid"],
    .test: ["test", "testing"],
  ]

  private static func part(of folder: ImageFolder) -> ImageSet.Part? {
    let name = folder.name.lowercased()
    return ImageSet.Part.allCases.first { names[$0]?.contains(name) == true }
  }

  /// Tells splits from classes.
  ///
  /// - Parameter splits: Whether folders with the names of splits are such; nil asks the folder.
  /// - Throws: `DatasetError` where both are there, and where no split is for training.
  init(of root: ImageFolder, splits: Bool?) throws(DatasetError) {
    let named = root.folders.filter { Self.part(of: $0) != nil }
    guard splits != false, splits == true || named.contains(where: \.hasImages) else {
      if splits == nil { try Self.refuseSplitsInside(root) }
      parts = [(.training, root.folders)]
      isDivided = false
      return
    }
    others = root.folders.filter { Self.part(of: $0) == nil && $0.hasImages }
    guard splits == true || others.isEmpty else {
      throw DatasetError(
        file: root.name,
        .image(.splitsOrClasses(splits: named.map(\.name), others: others.map(\.name))))
    }
    isDivided = true
    parts = []
    for part in ImageSet.Part.allCases {
      let folders = named.filter { Self.part(of: $0) == part }
      let filled = folders.filter(\.hasImages)
      guard filled.count < 2 else {
        throw DatasetError(file: root.name, .image(.sameSplit(filled[0].name, filled[1].name)))
      }
      empty += folders.filter { !$0.hasImages }
      parts += filled.map { (part, $0.folders) }
      strays += filled.first?.images.count ?? 0
    }
    try checkTraining(root, found: named, option: splits == true ? "splits" : nil)
  }

  /// Refuses splits without training images.
  private func checkTraining(
    _ root: ImageFolder, found: [ImageFolder], option: String?
  ) throws(DatasetError) {
    guard let training = found.first(where: { Self.part(of: $0) == .training }) else {
      throw DatasetError(
        file: root.name, option: option, .image(.noTrainingFolder(found: found.map(\.name))))
    }
    guard training.folders.contains(where: \.hasImages) else {
      throw DatasetError(
        file: root.name,
        .image(.trainingWithoutClasses(training.name, imageCount: training.images.count)))
    }
  }

  /// Refuses classes whose images are divided in folders of their own: which are for training would
  /// be forgotten. One folder alone may be a folder too much around the classes.
  private static func refuseSplitsInside(_ root: ImageFolder) throws(DatasetError) {
    guard root.folders.count(where: \.hasImages) > 1 else { return }
    for folder in root.folders {
      let splits = folder.folders.filter { $0.hasImages && part(of: $0) != nil }
      guard splits.count > 1, let training = splits.first(where: { Self.part(of: $0) == .training })
      else { continue }
      throw DatasetError(
        file: root.name, .image(.splitInsideClass(folder.name, split: training.name)))
    }
  }
}
