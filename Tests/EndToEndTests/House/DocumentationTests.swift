import Testing

@testable import Workbench

@Suite("Documentation comments")
struct DocumentationTests {
  /// The rooms in which everything that another room can see says what it is.
  static let rooms = [
    "Charts", "Commands", "Datasets", "Downloads", "Formulas", "JSON", "Language", "Networks",
    "Notebooks", "Plots", "Reports", "Searches", "Session", "TensorEngine", "TerminalText",
    "Tuning", "Workbench",
  ]

  /// What every report has; the protocol says what it is.
  private static let requirements = [
    "package var document: Document {", "package var explanation: Explanation {",
    "package var failedChecks: Int {",
  ]

  /// The Swift files below a folder of the repository, by their paths in it.
  private static func files(below path: String) throws -> [String] {
    let folder = WorkingFolder()
    return try folder.names(in: Repository.path(path)).sorted().flatMap { name in
      let inner = "\(path)/\(name)"
      if folder.isFolder(Repository.path(inner)) { return try files(below: inner) }
      return name.hasSuffix(".swift") ? [inner] : []
    }
  }

  @Test("stand above everything that other rooms can see", arguments: rooms)
  func everything(in room: String) throws {
    let files = try Self.files(below: "Sources/\(room)")
    var missing: [String] = []
    var count = 0
    for file in files {
      let source = String(
        decoding: try WorkingFolder().read(Repository.path(file)), as: UTF8.self)
      let declarations = VisibleDeclaration.all(in: source)
      count += declarations.count
      missing += declarations.filter { declaration in
        !declaration.isDocumented
          && !Self.requirements.contains { declaration.text.hasPrefix($0) }
      }.map { "\(file):\($0.line): \($0.text)" }
    }
    #expect(missing.isEmpty, "\(missing.count) of \(count):\n\(missing.joined(separator: "\n"))")
    #expect(count > 0)
  }

  @Test("are looked for above what says public or package, cases and requirements")
  func reading() {
    let declarations = VisibleDeclaration.all(in: Self.sample)
    #expect(declarations.filter(\.isDocumented).map(\.text) == Self.documented)
    #expect(declarations.filter { !$0.isDocumented }.map(\.text) == Self.undocumented)
  }

  private static let documented = [
    "public struct Shown: Sendable {", "public init() {", "public static func told() {}",
    "public protocol Rule {", "var told: Int { get }",
  ]
  private static let undocumented = [
    "public let bare: Int", "package private(set) var half = 0", "public init?(_ text: String) {",
    "@inline(__always) public var quick: Int { 0 }", "package indirect enum Kind: String {",
    "case one", "indirect case two(Kind)", "func untold() throws", "associatedtype Part",
    "func lent() {}", "public subscript(index: Int) -> Int { 0 }",
  ]

  private static let sample = """
    public import JSON
    package import Charts

    /// Told.
    public struct Shown: Sendable {
      public let bare: Int
      // No documentation.
      package private(set) var half = 0
      var own = 0

      /// Told.
      @inlinable
      @available(*, unavailable)
      public init() {
        let inner = 0
        switch inner { case 0: break }
      }

      /// - Parameter text: A list alone is no documentation.
      public init?(_ text: String) {
        switch text {
        case "": return nil
        }
      }

      @inline(__always) public var quick: Int { 0 }

      package indirect enum Kind: String {
        case one
        indirect case two(Kind)

        var inner: Int {
          switch self {
          case .one: 1
          }
        }
      }

      enum Own { case hidden }

      /// Told.
      public static func told() {}
    }

    /// Told.
    public protocol Rule {
      /// Told.
      var told: Int { get }
      func untold() throws
      associatedtype Part
    }

    public extension Shown {
      func lent() {}
      private func kept() {}
    }

    extension Shown {
      func own() {}
      public subscript(index: Int) -> Int { 0 }
    }
    """
}
