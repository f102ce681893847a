import Foundation
import Session
import Synchronization
import TensorEngine
import Testing

@testable import Workbench

@Suite("Working folder")
struct WorkingFolderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func problem(_ action: () throws(FileError) -> Void) -> String? {
    do {
      try action()
      return nil
    } catch {
      return error.problem
    }
  }

  @Test("leaves what was there, and nothing beside it, where the writing is called off")
  func calledOff() throws {
    let files = WorkingFolder()
    let path = folder.path + "/a.md"
    try files.write(Array("one".utf8), to: path)
    for asked in 1...4 {
      let asks = Mutex(0)
      let interruption = Interruption(isAsked: {
        asks.withLock {
          $0 += 1
          return $0 >= asked
        }
      })
      let bytes = [UInt8](repeating: 65, count: 3 << 20)
      let error = Interruption.$current.withValue(interruption) {
        #expect(throws: FileError.self) { try files.write(bytes, to: path) }
      }
      #expect(error?.isInterruption == true)
      #expect(try folder.text(of: "a.md") == "one")
      #expect(folder.names == ["a.md"])
    }
  }

  @Test("reads nothing where the reading is called off")
  func readingCalledOff() throws {
    let path = try folder.write("one", to: "a.md")
    let error = Interruption.$current.withValue(Interruption(isAsked: { true })) {
      #expect(throws: FileError.self) { try WorkingFolder().read(path) }
    }
    #expect(error?.isInterruption == true)
    #expect(try WorkingFolder().read(path) == Array("one".utf8))
  }

  @Test("writes a file anew and leaves no temporary one behind")
  func write() throws {
    let files = WorkingFolder()
    try files.write(Array("one".utf8), to: folder.path + "/a.md")
    try files.write(Array("two".utf8), to: folder.path + "/a.md")
    #expect(try folder.text(of: "a.md") == "two")
    #expect(folder.names == ["a.md"])
    #expect(try files.read(folder.path + "/a.md") == Array("two".utf8))
  }

  @Test("keeps what was there when it can't write, and leaves nothing else behind")
  func failedWrite() throws {
    let files = WorkingFolder()
    try folder.write("inside", to: "sub/kept.txt")
    #expect(
      problem { () throws(FileError) in try files.write([1], to: folder.path + "/sub") } != nil)
    #expect(
      problem { () throws(FileError) in try files.write([1], to: folder.path + "/no/a") } != nil)
    let long = folder.path + "/" + String(repeating: "a", count: 300)
    #expect(problem { () throws(FileError) in try files.write([1], to: long) } != nil)
    #expect(problem { () throws(FileError) in try files.write([1], to: "") } != nil)
    #expect(folder.names == ["sub"])
    #expect(try folder.text(of: "sub/kept.txt") == "inside")
  }

  @Test("takes the place of what a process of the same number left half written")
  func halfWritten() throws {
    let files = WorkingFolder()
    try folder.write("half", to: "a.md.\(getpid()).part")
    try files.write(Array("whole".utf8), to: folder.path + "/a.md")
    #expect(try folder.text(of: "a.md") == "whole")
    #expect(folder.names == ["a.md"])
  }

  @Test("tells before whether a file could be written, and changes nothing")
  func checking() throws {
    let files = WorkingFolder()
    try folder.write("kept", to: "sub/a.md")
    let folder = self.folder.path
    #expect(problem { () throws(FileError) in try files.checkSaving(folder + "/sub/a.md") } == nil)
    #expect(problem { () throws(FileError) in try files.checkSaving(folder + "/b.md") } == nil)
    #expect(
      problem { () throws(FileError) in try files.checkSaving(folder + "/sub") }
        == "it is a folder")
    #expect(
      problem { () throws(FileError) in try files.checkSaving(folder + "/no/a.md") }
        == "there is no such folder")
    var lesson = WorkingFolder(permission: .nowhere)
    #expect(problem { () throws(FileError) in try lesson.checkSaving(folder + "/b.md") } != nil)
    lesson.rights.keepsInMemory = true
    #expect(problem { () throws(FileError) in try lesson.checkSaving(folder + "/no/b.md") } == nil)
    #expect(self.folder.names == ["sub"])
    #expect(try self.folder.text(of: "sub/a.md") == "kept")
  }

  @Test("says in plain words why a file can't be read")
  func reading() {
    let files = WorkingFolder()
    let folder = self.folder.path
    #expect(
      problem { () throws(FileError) in _ = try files.read(folder + "/none") }
        == "there is no such file")
    #expect(problem { () throws(FileError) in _ = try files.read(folder) } == "it is a folder")
    #expect(
      problem { () throws(FileError) in _ = try files.read("/dev/zero") }
        == "it is not a file with text or data")
  }

  @Test("neither waits for a pipe that nobody writes to nor puts one away")
  func pipes() throws {
    let pipe = folder.path + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    let files = WorkingFolder()
    #expect(
      problem { () throws(FileError) in _ = try files.read(pipe) }
        == "it is not a file with text or data")
    #expect(
      problem { () throws(FileError) in try files.write([1], to: pipe) }
        == "it is not a file that can be written anew")
    #expect(folder.names == ["pipe"])
    var session = NotebookSession(settings: .testing())
    #expect(session.flowingText(of: "data csv \"\(pipe)\" target=a").contains("it is not a file"))
    #expect(session.flowingText(of: "run \"\(pipe)\"").contains("it is not a file"))
  }

  @Test("writes nowhere where nothing is allowed")
  func nowhere() {
    let files = WorkingFolder(permission: .nowhere)
    let path = folder.path + "/a"
    #expect(
      problem { () throws(FileError) in try files.write([1], to: path) }?
        .contains("may not write") == true)
    #expect(folder.names.isEmpty)
  }

  @Test(
    "leaves an allowed folder by no path",
    arguments: [
      "../out.txt", "sub/../../out.txt", "link/out.txt", "sub/link/out.txt", "..", "sub/../..",
    ])
  func escapes(_ path: String) throws {
    try folder.write("", to: "allowed/sub/a")
    try folder.write("", to: "other/a")
    for link in ["allowed/link", "allowed/sub/link"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + link, withDestinationPath: folder.path + "/other")
    }
    let root = folder.path + "/allowed"
    let files = WorkingFolder(permission: .inside([root]))
    #expect(problem { () throws(FileError) in try files.write([1], to: root + "/" + path) } != nil)
    #expect(folder.names == ["allowed", "other"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/other") == ["a"])
  }

  @Test("writes inside an allowed folder, also through a path that comes back into it")
  func inside() throws {
    try folder.write("", to: "allowed/sub/a")
    let files = WorkingFolder(permission: .inside([folder.path + "/allowed"]))
    for name in ["a.txt", "sub/b.txt", "sub/../c.txt", "../allowed/d.txt"] {
      try files.write([65], to: folder.path + "/allowed/" + name)
    }
    #expect(try folder.text(of: "allowed/d.txt") == "A")
    let neighbour = folder.path + "/allowed-too"
    try FileManager.default.createDirectory(atPath: neighbour, withIntermediateDirectories: true)
    #expect(problem { () throws(FileError) in try files.write([1], to: neighbour + "/a") } != nil)
  }

  @Test("a link in an allowed folder is replaced, not followed")
  func linkedFile() throws {
    try folder.write("kept", to: "other.txt")
    try folder.write("", to: "allowed/a")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/allowed/link.txt", withDestinationPath: folder.path + "/other.txt")
    let files = WorkingFolder(permission: .inside([folder.path + "/allowed"]))
    try files.write(Array("new".utf8), to: folder.path + "/allowed/link.txt")
    #expect(try folder.text(of: "other.txt") == "kept")
    #expect(try folder.text(of: "allowed/link.txt") == "new")
  }

  @Test("a link is written through where all may be written, and stays a link")
  func followedLink() throws {
    try folder.write("old", to: "target.txt")
    let link = folder.path + "/link.txt"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/target.txt")
    let files = WorkingFolder()
    try files.write(Array("new".utf8), to: link)
    #expect(files.isLink(link))
    #expect(try folder.text(of: "target.txt") == "new")
    #expect(folder.names == ["link.txt", "target.txt"])
  }

  @Test(
    "a file that is written over keeps its mode", arguments: [0o600, 0o640, 0o644, 0o755, 0o4755])
  func mode(_ mode: Int) throws {
    let path = folder.path + "/a"
    try folder.write("old", to: "a")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    try WorkingFolder().write([65], to: path)
    let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    // What runs as its owner does not.
    #expect(found as? Int == mode & 0o777)
  }

  @Test("a link that leads nowhere is not written through, and replaced only where that is said")
  func danglingLink() throws {
    try folder.write("", to: "a")
    let link = folder.path + "/link.md"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder.path + "/target.md")
    var settings = SessionSettings.testing()
    settings.files = WorkingFolder()
    var session = NotebookSession(running: trainedCircles, settings: settings)
    #expect(session.flowingText(of: "save \"\(link)\"").contains("overwrite=yes puts a file in"))
    #expect(folder.names == ["a", "link.md"])
    #expect(session.text(of: "save \"\(link)\" overwrite=yes").hasPrefix("saved"))
    #expect(folder.names == ["a", "link.md"])
    #expect(!settings.files.isLink(link))
  }

  @Test("a saved notebook comes back with run, saves to the same bytes, and undoes as one change")
  func saveAndRun() throws {
    var settings = SessionSettings.testing(seed: 3)
    settings.files = WorkingFolder()
    var session = NotebookSession(
      running: trainedCircles + ["note *Prose*\nnote > with a quote", "trane", "let x = 3"],
      settings: settings)
    let path = folder.path + "/mine.md"
    #expect(session.text(of: "save \"\(path)\"") == "saved 9 cells in \(path)")
    var again = NotebookSession(settings: settings)
    _ = again.submit("run \"\(path)\"")
    #expect(again.cells.count == session.cells.count)
    #expect(again.markdown(title: "mine") == (try folder.text(of: "mine.md")))
    _ = again.submit("undo")
    #expect(again.cells.isEmpty)
  }

  @Test("a script may undo and edit, and may not run itself")
  func scripts() throws {
    let path = try folder.write("print 1\nprint 2\nundo\nedit 1 print 3\n", to: "a.overfit")
    var session = NotebookSession(settings: .testing())
    #expect(
      session.lines(of: "run \"\(path)\"")
        == ["> undo", "taken back: [2] print 2", "[1] print 3", "3"])
    let loop = try folder.write(
      "print 1\nrun \"\(folder.path)/loop.overfit\"\n", to: "loop.overfit")
    #expect(session.text(of: "run \"\(loop)\"").contains("a file can't run another file"))
    #expect(session.cells.map(\.source) == ["print 3"])
  }
}
