import Foundation

/// Where tests find what lies outside of the sources.
enum Folders {
  /// The folder that holds `Package.swift`.
  static let package: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path),
      folder.path != "/"
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()

  /// The MNIST files, if they are here.
  static let mnist = existing("OVERFIT_DATASETS", beside: "shared/datasets").flatMap {
    existing($0.appending(path: "mnist"))
  }

  private static func existing(_ variable: String, beside path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment[variable].map { URL(fileURLWithPath: $0) }
    return existing(named ?? package.deletingLastPathComponent().appending(path: path))
  }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  static func bytes(_ file: URL) throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}
