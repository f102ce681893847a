import Datasets

/// Finds data sets where the session was told to look.
struct DatasetFolders {
  /// A data set that is in none of the folders.
  struct Missing: Error {
    let name: String
  }

  private let settings: SessionSettings

  init(_ settings: SessionSettings) {
    self.settings = settings
  }

  /// MNIST, from the first folder that has its four files, `.gz` or plain, either directly or
  /// in a folder `mnist`.
  func mnist() throws -> Dataset {
    for folder in settings.datasetFolders {
      for place in ["\(folder)/mnist", folder] {
        let paths = MNIST.files.map { file in
          ["\(place)/\(file.compressedName)", "\(place)/\(file.name)"]
            .first { settings.files.exists($0) && !settings.files.isFolder($0) }
        }
        guard !paths.contains(nil) else { continue }
        let files = try paths.compactMap { $0 }.map { path in
          // Without its folder: what a cell prints is the same on every machine.
          FileBytes(name: Self.fileName(of: path), bytes: try settings.files.read(path))
        }
        return try MNIST.dataset(
          trainingImages: files[0], trainingLabels: files[1], testImages: files[2],
          testLabels: files[3])
      }
    }
    throw Missing(name: "mnist")
  }

  private static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether `data mnist` would find its files; they are not read.
  var hasMNIST: Bool {
    settings.datasetFolders.contains { folder in
      ["\(folder)/mnist", folder].contains { place in
        MNIST.files.allSatisfy { file in
          settings.files.exists("\(place)/\(file.compressedName)")
            || settings.files.exists("\(place)/\(file.name)")
        }
      }
    }
  }

  /// Whether `bytes(ofFile:)` would find this file.
  func hasFile(_ path: String) -> Bool {
    settings.files.exists(path)
      || settings.datasetFolders.contains { settings.files.exists("\($0)/\(path)") }
  }

  /// The bytes of a file by its path, or by its name in one of the folders.
  func bytes(ofFile path: String) throws(FileError) -> [UInt8] {
    if !settings.files.exists(path), !path.hasPrefix("/") {
      for folder in settings.datasetFolders where settings.files.exists("\(folder)/\(path)") {
        return try settings.files.read("\(folder)/\(path)")
      }
    }
    return try settings.files.read(path)
  }
}
