import Testing
import Workbench

@Suite("ARCHITECTURE.md")
struct ArchitectureTests {
  private static func text(of path: String) throws -> String {
    String(decoding: try WorkingFolder().read(Repository.path(path)), as: UTF8.self)
  }

  /// All files below a folder, by their names alone.
  private static func fileNames(below path: String) throws -> Set<String> {
    let folder = WorkingFolder()
    var names: Set<String> = []
    for name in try folder.names(in: path) {
      if folder.isFolder("\(path)/\(name)") {
        names.formUnion(try fileNames(below: "\(path)/\(name)"))
      } else {
        names.insert(name)
      }
    }
    return names
  }

  @Test("names only Swift files that exist", arguments: ["ARCHITECTURE.md", "CONTRIBUTING.md"])
  func files(_ document: String) throws {
    let existing = try Self.fileNames(below: Repository.path("Sources")).union(
      Self.fileNames(below: Repository.path("Tests"))
    ).union(["Package.swift"])
    let named = try Self.text(of: document).split { !$0.isLetter && !"._-+".contains($0) }
      .filter { $0.hasSuffix(".swift") }.map(String.init)
    #expect(!named.isEmpty)
    for name in named { #expect(existing.contains(name), "\(document) names \(name)") }
  }

  @Test("has a row for every room of the package")
  func rooms() throws {
    let architecture = try Self.text(of: "ARCHITECTURE.md")
    let package = try Self.text(of: "Package.swift")
    let rooms = [".target(", ".executableTarget("].flatMap { kind in
      package.split(separator: kind).dropFirst().compactMap {
        $0.split(separator: "\"").dropFirst().first.map(String.init)
      }
    }
    let support = [
      "LocalServer", "CPseudoTerminal", "CAllocationCounter", "SeededRandom", "ReferenceNumbers",
      "GoldenTexts", "Fuzzing", "CFuzzDriver", "fuzz", "CRootProof",
    ]
    for room in rooms where !support.contains(room) {
      #expect(architecture.contains("`\(room)`") || architecture.contains("\n\(room) ──►"))
    }
    #expect(rooms.contains("Session"))
  }

  @Test("is at most 150 lines long")
  func length() throws {
    #expect(try Self.text(of: "ARCHITECTURE.md").split(separator: "\n").count <= 150)
  }
}
