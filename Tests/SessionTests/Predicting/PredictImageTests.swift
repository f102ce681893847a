import Foundation
import Session
import Testing

@testable import Workbench

@Suite("Predictions for picture files")
struct PredictImageTests {
  private static func session(_ lines: [String] = []) -> NotebookSession {
    var settings = SessionSettings.testing()
    settings.datasetFolders = [TestFolders.files.path]
    return NotebookSession(running: lines, settings: settings)
  }

  private static let shapes = [
    "data images shapes size=8x8 color=gray", "network eye", "add flatten",
    "add dense 2 softmax", "train epochs=3",
  ]

  private static var pictures: [String] {
    let folder = TestFolders.files.appending(path: "shapes")
    let classes = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return classes.filter { !$0.hasPrefix(".") }.sorted().flatMap { name -> [String] in
      let files =
        (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path))
        ?? []
      return files.filter { $0.hasSuffix(".png") || $0.hasSuffix(".jpg") }.sorted().map {
        "\(folder.path)/\(name)/\($0)"
      }
    }
  }

  @Test("are those for the same pictures as data, whatever their size")
  func sameAsData() throws {
    var session = Self.session(Self.shapes)
    let pictures = Self.pictures
    #expect(!pictures.isEmpty)
    for (number, path) in pictures.enumerated() {
      let ofData = session.text(of: "predict example \(number + 1)")
      let ofFile = session.text(of: "predict image \(path)")
      let answer = try #require(ofFile.range(of: "predicted class")).lowerBound
      #expect(ofData.hasSuffix(ofFile[answer...]), "\(path): \(ofData) \(ofFile)")
    }
  }

  @Test("of a folder are those of its pictures, one by one")
  func folder() throws {
    var session = Self.session(Self.shapes)
    let path = try #require(Self.pictures.first).split(separator: "/").dropLast()
    let folder = "/" + path.joined(separator: "/")
    let text = session.text(of: "predict images \(folder)")
    let files = Self.pictures.filter { $0.hasPrefix(folder + "/") }
    #expect(session.state.predictions?.numbers.count == files.count)
    for file in files { #expect(text.contains(file.split(separator: "/").last ?? "")) }
  }

  @Test("of files that are none are refused by their names")
  func refused() throws {
    let folder = try TemporaryFolder()
    var session = Self.session(Self.shapes)
    let empty = try folder.write("", to: "empty.png")
    let text = try folder.write("a,b\n1,2\n", to: "table.png")
    let first = try #require(Self.pictures.first)
    let whole = [UInt8](try Data(contentsOf: URL(filePath: first)))
    let cut = try folder.write(Array(whole.prefix(whole.count / 2)), to: "cut.png")
    for path in [empty, text, cut, folder.path, "nowhere.png", "/dev/null"] {
      let said = session.flowingText(of: "predict image \(path)")
      #expect(said.contains("^"), "\(said)")
    }
    #expect(session.flowingText(of: "predict images \(folder.path)").contains("cut.png"))
    #expect(session.flowingText(of: "predict images \(empty)").contains("^"))
    #expect(session.flowingText(of: "predict csv people.csv").contains("takes images"))
    #expect(session.state.predictions == nil)
  }

  @Test("need a network that takes pictures")
  func tables() {
    var session = Self.session([
      "data csv loans.csv target=paid", "network lender", "add dense 1 sigmoid", "train epochs=1",
    ])
    #expect(session.flowingText(of: "predict image five.png").contains("no pictures"))
    #expect(session.flowingText(of: "predict images shapes").contains("no pictures"))
  }
}
