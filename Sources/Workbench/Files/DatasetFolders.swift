package import Datasets

/// Finds data sets where the session was told to look.
package struct DatasetFolders {
  /// A data set that is in none of the folders.
  package struct Missing: Error {
    /// The name of the data set, as `fetch` knows it.
    package let name: String
  }

  private let settings: SessionSettings

  /// Looks into the folders that the session was told of.
  package init(_ settings: SessionSettings) {
    self.settings = settings
  }

  /// MNIST, from the first folder that has its four files, `.gz` or plain, either directly or
  /// in a folder `mnist`, `raw` or `MNIST/raw`, where torchvision keeps them.
  package func mnist() throws -> Dataset {
    let files = settings.files.ofProgram
    guard let paths = mnistPaths else { throw Missing(name: "mnist") }
    let found = try paths.map { path in
      // Without its folder: what a cell prints is the same on every machine.
      FileBytes(name: Self.fileName(of: path), bytes: try files.read(path))
    }
    return try MNIST.dataset(
      trainingImages: found[0], trainingLabels: found[1], testImages: found[2],
      testLabels: found[3])
  }

  /// Whether `data mnist` would find its files; they are not read.
  package var hasMNIST: Bool { mnistPaths != nil }

  /// The paths of the four files in the order of `MNIST.files`; `nil` if no folder has them all.
  private var mnistPaths: [String]? {
    let files = settings.files.ofProgram
    for folder in settings.datasetFolders {
      let inner = ["mnist", "MNIST", "mnist/raw", "MNIST/raw"].map { "\(folder)/\($0)" }
      for place in inner + [folder, "\(folder)/raw"] {
        guard let names = try? files.names(in: place) else { continue }
        let paths = MNIST.files.compactMap { file in
          file.candidates(among: names).map { "\(place)/\($0)" }
            .first { !files.isFolder($0) }
        }
        if paths.count == MNIST.files.count { return paths }
      }
    }
    return nil
  }

  private static func fileName(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Whether `bytes(ofFile:)` would find this file.
  package func hasFile(_ path: String) -> Bool {
    settings.files.exists(path)
      || settings.datasetFolders.contains { settings.files.exists("\($0)/\(path)") }
  }

  /// The bytes of a file by its path, or by its name in one of the folders.
  package func bytes(ofFile path: String) throws(FileError) -> [UInt8] {
    if !settings.files.exists(path), !path.hasPrefix("/") {
      for folder in settings.datasetFolders where settings.files.exists("\(folder)/\(path)") {
        return try settings.files.read("\(folder)/\(path)")
      }
    }
    return try settings.files.read(path)
  }
}
