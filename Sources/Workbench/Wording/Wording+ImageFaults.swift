import Datasets

/// Words for images and sets of them.
extension Wording {
  static func words(for fault: DatasetError.ImageFault) -> DataProblem {
    DataProblem(fault.problem, hint: fault.hint)
  }
}

extension DatasetError.ImageFault {
  /// What was found, and what was expected.
  fileprivate var problem: String {
    switch self {
    case .emptyFile: "the file is empty"
    case .otherFormat(let format):
      "this is \(format.map(\.words) ?? "something else"), not \(Self.readFormats)"
    case .damaged(let format): "this \(format.name) file is cut off or damaged"
    case .unreadVariant(let format):
      "this \(format.name) file is packed in a way that is not read"
    case .noMemory: "there is no memory left to read it"
    case .cmyk: "its colours are CMYK, made for printing"
    case .pixelCount(let height, let width, let largestSide, let most):
      "it is \(height) x \(width) pixels: at most \(largestSide) a side and \(most) in all can be "
        + "read"
    case .otherSize(let height, let width, let first, let firstHeight, let firstWidth):
      "it is \(height) x \(width) pixels, but \(first) is \(firstHeight) x \(firstWidth)"
    case .size(let height, let width): "it is \(height) x \(width) pixels"
    case .setSize(let limit): "the images up to this one fill \(limit) bytes"
    case .noFolders, .oneFolder, .noImages, .fileCount, .splitsOrClasses, .sameSplit,
      .noTrainingFolder, .trainingWithoutClasses, .splitInsideClass:
      folderProblem
    }
  }

  /// What is wrong with a folder.
  private var folderProblem: String {
    switch self {
    case .noFolders(let count):
      "it has no folders: each class needs one, with its images"
        + (count == 0 ? "" : "; \(Self.images(count)) in none")
    case .oneFolder(let name, _):
      "it has one folder, \(name): there must be at least two classes"
    case .fileCount(let limit): "it holds more than \(Wording.grouped(limit)) files"
    case .splitsOrClasses(let splits, let others):
      "\(Self.list(splits)) may be \(splits.count == 1 ? "a split or a class" : "splits or classes")"
        + ": \(Self.list(others)) \(others.count == 1 ? "stands" : "stand") beside"
    case .sameSplit(let first, let second): "\(first) and \(second) would be the same split"
    case .noTrainingFolder(let found):
      found.isEmpty
        ? "it has no folder train" : "it has \(Self.list(found)), but no folder train"
    case .trainingWithoutClasses(let folder, let count):
      count == 0
        ? "\(folder) holds no image"
        : "\(folder) has no folders: each class needs one, with its images; "
          + "\(Self.images(count)) in none"
    case .splitInsideClass(let name, let split): "\(name) has a folder \(split) in it"
    default: "none of its folders holds an image"
    }
  }

  /// What to do about it; nil where nothing is known to help.
  fileprivate var hint: String? {
    switch self {
    case .otherFormat(let format):
      switch format {
      case .svg: "draw it as PNG: it holds lines, and no pixels"
      case .heic, .avif: "save it again as JPEG or PNG"
      case .pdf, nil: "save it again as PNG"
      default: "save it again as PNG or JPEG"
      }
    case .damaged: "copy or save the image again"
    case .unreadVariant: "save it again as PNG"
    case .cmyk: "save it again in RGB"
    case .otherSize(_, _, _, let height, let width):
      "size=\(height)x\(width) brings all images to one size"
    case .size, .setSize: "size=64x64 makes all images smaller"
    case .oneFolder(_, let inner?): "data images \(inner)"
    case .splitsOrClasses(let splits, _):
      "splits=yes reads \(Self.list(splits)) and leaves the others out, "
        + "splits=no takes every folder for a class"
    case .noTrainingFolder(let found):
      found.isEmpty
        ? "splits are folders train, validation and test, with the folders of the classes in each"
        : "splits=no takes every folder for a class"
    case .trainingWithoutClasses(let folder, _):
      "\(folder)/CLASS/… is where they are looked for; splits=no takes every folder for a class"
    case .splitInsideClass(let name, let split):
      "\(split)/\(name) is where splits are looked for; splits=no reads all of \(name) as one class"
    case .sameSplit: "splits=no takes every folder for a class"
    case .emptyFile, .noMemory, .pixelCount, .noFolders, .oneFolder, .noImages, .fileCount: nil
    }
  }

  private static let readFormats = "a PNG, JPEG, GIF, BMP or WebP image"

  private static func images(_ count: Int) -> String {
    count == 1 ? "1 image is" : "\(Wording.grouped(count)) images are"
  }

  /// "train", "train and test", "a, b, c and 4 more".
  private static func list(_ names: [String]) -> String {
    let most = 6
    guard names.count > 1 else { return names.first ?? "" }
    guard names.count <= most else {
      return names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
    }
    return names.dropLast().joined(separator: ", ") + " and \(names.last ?? "")"
  }
}

extension ImageFormat {
  /// What it is called: "WebP".
  fileprivate var name: String {
    switch self {
    case .png: "PNG"
    case .jpeg: "JPEG"
    case .gif: "GIF"
    case .bmp: "BMP"
    case .webp: "WebP"
    case .tiff: "TIFF"
    case .heic: "HEIC"
    case .avif: "AVIF"
    case .jpeg2000: "JPEG 2000"
    case .jpegXL: "JPEG XL"
    case .photoshop: "Photoshop"
    case .svg: "SVG"
    case .pdf: "PDF"
    }
  }

  /// Its name with an article: "an SVG".
  fileprivate var words: String { (self == .svg || self == .avif ? "an " : "a ") + name + " file" }
}
