import Datasets
import Language
import Workbench

/// `data npy`, `data npz` and `data images`: data sets in files of other programs.
enum DataFiles {
  /// Whose files they are, as it is typed.
  enum Format: String, CaseIterable {
    case npy, npz, images

    /// What is named behind it.
    fileprivate var place: String {
      switch self {
      case .npy, .npz: "a file"
      case .images: "a folder"
      }
    }
  }

  static let options = [labels.definition, inputs.definition, size.definition, color.definition]

  private static let labels = CommandOption<String>.word(
    "labels", meaning: "npy: the file with the targets")
  private static let inputs = CommandOption<String>.word(
    "inputs", standard: "x, x_train, ...", meaning: "npz: the array of the inputs")
  private static let size = CommandOption<Expression>.expression(
    "size", .word, standard: "as they are",
    meaning: "images: height x width to which all are brought, 64x64")
  private static let color = CommandOption<String>.choice(
    "color", of: ImageSet.Color.allCases.map(\.rawValue), standard: "rgb",
    meaning: "images: three numbers a pixel, or one")

  static func dataset(
    _ format: Format, _ execution: Execution, _ arguments: Arguments
  ) throws -> Dataset {
    let (name, what) = (format.rawValue, format.place)
    let value = try arguments.value(1, orSay: "data \(name) needs the name of \(what)")
    guard let path = value.text else {
      throw Diagnostic("the name of \(what) is expected", at: value.range)
    }
    let folders = DatasetFolders(execution.settings)
    switch format {
    case .npy:
      try DataCommand.allow(
        [labels.name, DataCommand.kind.name, ClassChoice.option.name], for: name, arguments)
      guard let labels = try arguments.value(of: labels) else {
        throw Diagnostic(
          "data npy needs the file with the targets too", at: value.range,
          hints: ["data npy \(path) labels=FILE.npy"])
      }
      return try NumPyData.dataset(
        inputs: FileBytes(name: path, bytes: folders.bytes(ofFile: path)),
        targets: FileBytes(name: labels, bytes: labelBytes(labels, folders, arguments)),
        kind: try DataCommand.targetKind(arguments))
    case .npz:
      try DataCommand.allow(
        [
          inputs.name, DataCommand.target.name, DataCommand.kind.name, ClassChoice.option.name,
        ], for: name, arguments)
      return try NumPyData.dataset(
        FileBytes(name: path, bytes: folders.bytes(ofFile: path)),
        inputs: arguments.value(of: inputs), targets: arguments.value(of: DataCommand.target),
        kind: try DataCommand.targetKind(arguments))
    case .images:
      try DataCommand.allow([size.name, color.name, ClassChoice.option.name], for: name, arguments)
      return try images(in: path, execution, arguments)
    }
  }

  /// The bytes of the file of targets; an error about it points at its option.
  private static func labelBytes(
    _ path: String, _ folders: DatasetFolders, _ arguments: Arguments
  ) throws -> [UInt8] {
    do {
      return try folders.bytes(ofFile: path)
    } catch {
      throw Wording.diagnostic(for: error, at: arguments.range(of: labels))
    }
  }

  /// One class a folder, in the order of the folders' names, and so with the images in it.
  private static func images(
    in path: String, _ execution: Execution, _ arguments: Arguments
  ) throws -> Dataset {
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
