public import Foundation

/// The folder of expected numbers from other libraries: where OVERFIT_REFERENCE points, else
/// `shared/reference` beside the package or beside one of the folders above it.
public enum ReferenceFolder {
  public static let url: URL? = {
    if let path = ProcessInfo.processInfo.environment["OVERFIT_REFERENCE"] {
      return existing(URL(fileURLWithPath: path))
    }
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      if let found = existing(folder.appendingPathComponent("shared/reference")) { return found }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  public static var isThere: Bool { url != nil }

  /// The decoded content of one file; its `snake_case` keys are `camelCase` names.
  public static func decode<Content: Decodable>(_ type: Content.Type, from file: String) throws
    -> Content
  {
    let folder = url ?? URL(fileURLWithPath: "/nowhere")
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: data)
  }

  private static func existing(_ folder: URL) -> URL? {
    let readme = folder.appendingPathComponent("README.md").path
    return FileManager.default.fileExists(atPath: readme) ? folder : nil
  }
}
