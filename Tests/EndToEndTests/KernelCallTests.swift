import Foundation
import Testing

@Suite("The kernel's calls", .waiting, .timeLimit(.minutes(15)))
struct KernelCallTests {
  private let folder = TemporaryFolder()

  private func kernel(_ words: String...) throws -> Program {
    try Program(["kernel"] + words, home: folder, folder: folder.path)
  }

  private var spec: String { "share/jupyter/kernels/overfit/kernel.json" }

  @Test("make the kernel known as often as one likes, and take that back")
  func installing() throws {
    for _ in 0..<2 {
      let program = try kernel("install", "--prefix", folder.path, "--allow-write", ".")
      #expect(
        program.output
          == "\(folder.path)/share/jupyter/kernels/overfit is written: Jupyter has the kernel Overfit\n"
      )
      #expect(program.status == 0 && program.error.isEmpty)
    }
    let text = try #require(folder.read(spec))
    #expect(
      text.contains(
        "\"kernel\",\"run\",\"{connection_file}\",\"--allow-write\",\".\"]")
        || text.contains("\"--allow-write\",\".\",\"kernel\",\"run\",\"{connection_file}\"]"))
    #expect(text.contains("\"language\":\"overfit\""))
    #expect(folder.read("share/jupyter/kernels/overfit/logo-svg.svg")?.hasPrefix("<svg ") == true)
    #expect(try kernel("remove", "--prefix", folder.path).status == 0)
    #expect(folder.read(spec) == nil)
    let again = try kernel("remove", "--prefix", folder.path)
    #expect(again.status == 1 && again.error.contains("is not there"))
  }

  @Test("leave another kernel alone")
  func others() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/share/jupyter/kernels/overfit", withIntermediateDirectories: true)
    for text in ["{\"language\":\"python\"}", "no JSON"] {
      try folder.write(text, to: spec)
      for word in ["install", "remove"] {
        let program = try kernel(word, "--prefix", folder.path)
        #expect(program.status == 1 && program.error.contains("is of another kernel"))
        #expect(folder.read(spec) == text)
      }
    }
  }

  @Test("refuse places that exclude each other")
  func places() throws {
    let program = try kernel("install", "--user", "--sys-prefix")
    #expect(program.status == 2 && program.error.contains("exclude each other"))
    #expect(try kernel("install", "--prefix", "").status == 2)
  }

  @Test("run no kernel under what is no connection file, and say why")
  func connections() throws {
    try folder.write("{\"transport\":\"tcp\",\"ip\":\"0.0.0.0\"}", to: "open.json")
    try folder.write("[1]", to: "list.json")
    for (file, words) in [
      ("open.json", "a kernel is for 127.0.0.1 alone"),
      ("list.json", "it is no connection file of Jupyter"), ("none.json", "there is no such file"),
    ] {
      let program = try kernel("run", file)
      #expect(program.status == 1 && program.output.isEmpty)
      #expect(program.error.hasPrefix("overfit: \(file): ") && program.error.contains(words))
    }
  }

  @Test("tell of the kernel in a page that fits a terminal")
  func page() throws {
    let page = try kernel().output
    let rows = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(rows.count < 24 && rows.allSatisfy { $0.count <= 80 })
    #expect(page.contains("undo takes back the last cell"))
    #expect(try Program(["help", "kernel"], home: folder, folder: folder.path).output == page)
  }
}
