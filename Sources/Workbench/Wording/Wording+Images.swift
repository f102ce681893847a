import Datasets

/// Words for images and sets of them.
extension Wording {
  static func words(for fault: DatasetError.ImageFault) -> DataProblem {
    switch fault {
    case .emptyFile: return DataProblem("the file is empty")
    case .otherFormat(let format):
      return DataProblem(
        "this is \(format.map { name($0) } ?? "something else"), not a PNG or JPEG image",
        hint: "save it again as PNG")
    case .damaged(let format):
      return DataProblem(
        "this \(name(of: format)) file is cut off or damaged", hint: "copy or save the image again")
    case .noMemory: return DataProblem("there is no memory left to read it")
    case .cmyk:
      return DataProblem(
        "its colours are CMYK, made for printing", hint: "save it again in RGB")
    case .pixelCount(let height, let width, let largestSide, let most):
      return DataProblem(
        "it is \(height) x \(width) pixels: at most \(largestSide) a side and \(most) in all can "
          + "be read")
    case .otherSize(let height, let width, let first, let firstHeight, let firstWidth):
      let size = "\(firstHeight)x\(firstWidth)"
      return DataProblem(
        "it is \(height) x \(width) pixels, but \(first) is \(firstHeight) x \(firstWidth)",
        hint: "size=\(size) brings all images to one size")
    case .size(let height, let width):
      return DataProblem(
        "it is \(height) x \(width) pixels", hint: "size=64x64 makes all images smaller")
    case .setSize(let limit):
      return DataProblem(
        "the images up to this one fill \(limit) bytes",
        hint: "size=64x64 makes all images smaller")
    case .noFolders:
      return DataProblem("it has no folders: each class needs one, with its images")
    case .oneFolder(let name):
      return DataProblem("it has one folder, \(name): there must be at least two classes")
    case .emptyFolder: return DataProblem("this folder holds no .png or .jpg file")
    case .fileCount(let limit):
      return DataProblem("it holds more than \(grouped(limit)) files")
    }
  }

  private static func name(of format: DatasetError.ImageFault.Format) -> String {
    switch format {
    case .png: "PNG"
    case .jpeg: "JPEG"
    }
  }

  private static func name(_ format: DatasetError.ImageFault.OtherFormat) -> String {
    switch format {
    case .gif: "a GIF"
    case .bmp: "a BMP"
    case .webp: "a WebP"
    case .tiff: "a TIFF"
    case .pdf: "a PDF"
    }
  }
}
