import Datasets
import Language
import Workbench

/// `data images photos size=64x64`: a folder of images, one class a folder in it.
enum ImagesFormat {
  static let format: DataFormat = .init(
    word: "images", forms: ["data images FOLDER size=64x64 color=gray"], place: .folder,
    options: [size.definition, color.definition], read: { try read($0, $1) })

  private static let size = CommandOption<Expression>.expression(
    "size", .word, standard: "as they are",
    meaning: "images: height x width to which all are brought, 64x64")
  private static let color = CommandOption<String>.choice(
    "color", of: ImageSet.Color.allCases.map(\.rawValue), standard: "rgb",
    meaning: "images: three numbers a pixel, or one")

  /// One class a folder, in the order of the folders' names, and so with the images in it.
  private static func read(_ execution: Execution, _ arguments: Arguments) throws -> Dataset {
    let path = try DataFormat.path(of: .folder, for: format.word, arguments)
    try format.allowItsOptions(arguments)
    let tree = try ImageTree(path, execution.settings)
    let color = try arguments.value(of: color).flatMap(ImageSet.Color.init(rawValue:)) ?? .rgb
    var images = ImageSet(name: tree.name, size: try size(arguments), color: color)
    for folder in tree.classes {
      images.beginClass(folder.name)
      for file in folder.files {
        if execution.control.isInterrupted() {
          throw Diagnostic("interrupted: nothing was read", at: arguments.command.range)
        }
        try images.append(FileBytes(name: file.name, bytes: tree.files.read(file.path)))
      }
    }
    return try images.dataset(notes: tree.notes)
  }

  private static func size(_ arguments: Arguments) throws -> (height: Int, width: Int)? {
    guard let value = try arguments.value(of: size) else { return nil }
    guard case .size(let sides) = value.kind, sides.count == 2,
      sides.allSatisfy({ ImageSet.sides.contains($0) })
    else {
      throw Diagnostic(
        "size is height x width, each from 1 to \(ImageSet.sides.upperBound)", at: value.range,
        hints: ["size=64x64"])
    }
    return (sides[0], sides[1])
  }
}
