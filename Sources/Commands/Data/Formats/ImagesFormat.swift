import Datasets
import Language
import Workbench

/// `data images photos size=64x64`: a folder of images, one class a folder in it or in its folders
/// train, validation and test.
enum ImagesFormat {
  static let format: DataFormat = .init(
    word: "images", forms: ["data images FOLDER size=64x64 color=gray"], place: .folder,
    options: [size.definition, color.definition, splits.definition],
    read: { try read($0, $1) })

  private static let size = CommandOption<Expression>.expression(
    "size", .word, standard: "as they are",
    meaning: "images: height x width to which all are brought, 64x64")
  private static let color = CommandOption<ImageReading.Color>.choice(
    "color", usual: .rgb, meaning: "images: three numbers a pixel, or one")
  private static let splits = CommandOption<Bool>.yesOrNo(
    "splits", standard: "as the folders say",
    meaning: "images: folders train, validation, test are splits, or classes")

  /// One class a folder, in the order of the folders' names, and so with the images in it.
  private static func read(_ execution: Execution, _ arguments: Arguments) throws -> Dataset {
    let path = try DataFormat.path(of: .folder, for: format.word, arguments)
    try format.allowItsOptions(arguments)
    let reading = ImageReading(
      color: try arguments.valueOrUsual(of: color), size: try size(arguments))
    let tree = try ImageTree(path, splits: arguments.value(of: splits), execution.settings)
    var images = ImageSet(name: tree.name, classes: tree.classNames, reading: reading)
    for image in tree.images {
      if execution.control.isInterrupted() {
        throw Diagnostic("interrupted: nothing was read", at: arguments.command.range)
      }
      let file = FileBytes(name: image.file.name, bytes: try tree.files.read(image.file.path))
      try images.append(file, of: image.number, in: image.part)
    }
    return try images.dataset(passedOver: tree.passedOver)
  }

  private static func size(_ arguments: Arguments) throws -> ImageReading.Size? {
    guard let value = try arguments.value(of: size) else { return nil }
    guard case .size(let sides) = value.kind, sides.count == 2,
      sides.allSatisfy({ ImageReading.sides.contains($0) })
    else {
      throw Diagnostic(
        "size is height x width, each from 1 to \(ImageReading.sides.upperBound)", at: value.range,
        hints: ["size=64x64"])
    }
    return ImageReading.Size(height: sides[0], width: sides[1])
  }
}
