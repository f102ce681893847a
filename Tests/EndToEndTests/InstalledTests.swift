import Foundation
import Testing

/// The program as a package lays it: `bin/overfit`, and what belongs to it in `share/overfit`.
@Suite("An installed program", .waiting, .timeLimit(.minutes(15)))
struct InstalledTests {
  private let prefix = TemporaryFolder()

  private var program: String { prefix.path + "/bin/overfit" }

  private func install() throws {
    let files = FileManager.default
    let share = prefix.path + "/share/overfit"
    for folder in ["/lessons", "/datasets"] {
      try files.createDirectory(atPath: share + folder, withIntermediateDirectories: true)
    }
    try files.createDirectory(atPath: prefix.path + "/bin", withIntermediateDirectories: true)
    try files.linkItem(atPath: Binary.path, toPath: program)
    try Data(
      "---\ntitle: Far from here\nminutes: 3\n---\n# Far\n\n```overfit\n> print 7\n7\n```\n".utf8
    )
    .write(to: URL(fileURLWithPath: share + "/lessons/far.md"))
    try Data("a,b\n1,2\n3,4\n".utf8).write(to: URL(fileURLWithPath: share + "/datasets/pairs.csv"))
  }

  @Test("has its lessons and data sets with it, wherever it is called")
  func shared() throws {
    try install()
    let elsewhere = TemporaryFolder()
    let list = try Program(["learn"], folder: elsewhere.path, copy: program)
    #expect(list.output.contains("\nfar     Far from here"))
    #expect(list.status == 0)
    let data = try Program(
      [], input: "data csv pairs.csv target=b\n", folder: elsewhere.path, copy: program)
    #expect(data.output.contains("pairs.csv · 2 rows"), "\(data.output)\(data.error)")
  }

  @Test("looks first in the folder where it is called")
  func nearer() throws {
    try install()
    let here = TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: here.path + "/datasets", withIntermediateDirectories: true)
    try Data("a,b\n1,2\n3,4\n5,6\n".utf8)
      .write(to: URL(fileURLWithPath: here.path + "/datasets/pairs.csv"))
    let data = try Program(
      [], input: "data csv pairs.csv target=b\n", folder: here.path, copy: program)
    #expect(data.output.contains("pairs.csv · 3 rows"), "\(data.output)\(data.error)")
  }
}
