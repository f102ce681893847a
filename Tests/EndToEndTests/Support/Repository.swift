/// The files that the tests belong to.
enum Repository {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static func path(_ name: String) -> String { "\(root)/\(name)" }
}
