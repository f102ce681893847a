import Foundation
import Testing

@testable import Workbench

@Suite("Files of a killed program")
struct LeftoverFilesTests {
  /// A process that has ended.
  private static func endedProcess() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  @Test("are removed when their folder is written into, and others are left")
  func removal() throws {
    let folder = try TemporaryFolder()
    let dead = try Self.endedProcess()
    let old = [
      "a.md.\(dead).part", "a.md.\(getpid()).part", "a.md.part", "a.md.0.part", "a.md.007.part",
      ".\(dead).part", "a.\(dead).part.txt", "notes.part", "a.md.\(dead)x.part",
    ]
    for name in old { try folder.write("half", to: name) }
    try folder.write("", to: "sub.\(dead).part/kept")
    try folder.link("link.\(dead).part", to: "a.md.part")
    let past = Date(timeIntervalSinceNow: -3600)
    for name in folder.names {
      try FileManager.default.setAttributes(
        [.modificationDate: past], ofItemAtPath: "\(folder.path)/\(name)")
    }
    // It may be that of a program on another machine, which shares the folder.
    try folder.write("half", to: "young.\(dead).part")
    try WorkingFolder().write([65], to: "\(folder.path)/b.md")
    let expected = Set(old).subtracting(["a.md.\(dead).part"])
      .union(["b.md", "sub.\(dead).part", "link.\(dead).part", "young.\(dead).part"])
    #expect(Set(folder.names) == expected)
  }
}
