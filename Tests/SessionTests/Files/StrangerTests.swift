import Foundation
import Notebooks
import SeededRandom
import Testing

@testable import Session
@testable import Workbench

/// A file has a file's rights, whatever opens it.
@Suite("A file from elsewhere")
struct StrangerTests {
  private let strangers: StrangersFolder

  init() throws {
    strangers = try StrangersFolder()
  }

  /// Lines that make a network and predictions to be saved.
  private static let ready = [
    "data circles points=20", "network", "add dense 1 sigmoid", "train epochs=1", "predict train",
    "plot data",
  ]

  /// Paths that lead to what is not the file's, in many spellings; none of them is a folder's own.
  private var forbidden: [String] {
    let (root, up) = (strangers.path, "\(strangers.path)/own/..")
    return [
      "\(root)/outside/table.csv", "\(root)/own/../outside/table.csv", "\(up)/outside/net.npz",
      "\(root)/outside/net.safetensors", "\(root)/own/link.csv", "\(root)/own/away/table.csv",
      "\(root)/own/away/../outside/net.safetensors", "\(root)/own/sub/../../outside/table.csv",
      "\(root)/own/.key.csv", "\(root)/own/away/.hidden/key", "\(root)/own/pipe.csv",
      "\(root)/outside", "\(root)/outside/photos", "\(root)/own/away/photos", up, root, "/", "~/",
      "~/.bashrc", "~root/.bashrc", "/etc/passwd", "/etc/../etc/passwd", "/proc/self/environ",
      "/proc/self/fd/0", "/proc/self/cwd/README.md", "/dev/stdin", "/dev/fd/0", "/dev/../dev/zero",
      "/dev/null", "//etc//passwd", "/etc/./passwd", "\(root)/none/../outside/table.csv",
      "\(root)/outside/none.csv", "\(root)/outside/a\u{1B}[31mb.csv", "\(root)/outside/a\u{7}.csv",
    ]
  }

  /// What a file could try with a path.
  private static let attempts = [
    "data csv @ target=1", "data npz @", "data npy @", "data images @", "predict csv @",
    "predict image @", "predict images @", "load network @", "load network @ twin",
    "load weights @", "network other from=@", "run @", "save @", "save @ overwrite=yes",
    "save @.md overwrite=yes", "save network @.safetensors overwrite=yes",
    "save weights @.npz overwrite=yes", "save history @.csv overwrite=yes",
    "save predictions @.csv overwrite=yes", "save picture @.svg overwrite=yes",
    "save picture @.txt overwrite=no", "train epochs=1 checkpoint=@",
    "train epochs=1 checkpoint=every(1, @, overwrite=yes)",
    "train epochs=1 checkpoint=best(@.safetensors, monitor=loss, overwrite=yes)",
    "resume checkpoint=@", "load study @", "save study @.journal overwrite=yes",
    "search random rate=0.1..1 log trials=1 folds=2 file=@.journal", "fetch mnist",
    "fetch mnist from=http://127.0.0.1:9/@",
    "for f in @\n  data csv f target=1\nend", "edit 1 data csv @ target=1",
    "when loss < 1 do load network @", "check exists(@)", "explain @", "set pictures @",
  ]

  /// The ways in which the commands have a file's rights to read.
  private static let waysOfFiles = FileWay.allCases.filter { !$0.isOfPerson }
  /// Those among them in which files are written where that is granted.
  private static let waysThatWrite = waysOfFiles.filter { $0 != .progress }

  /// Whether a line shows what no file may come to; what is the person's own reads everywhere.
  private func isLeak(_ line: String, _ way: FileWay) -> Bool {
    let isSecret =
      line.contains(StrangersFolder.secret) || line.contains("root:") || line.contains("3 rows")
      || line.contains("17 parameters") || line.contains("2 images")
    return (isSecret && !way.isOfPerson)
      || line.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
  }

  private func expectNothing(
    of sources: [String], way: FileWay, front: String = "", before: [String: Data]
  ) throws {
    let lines = try strangers.lines(of: sources, opened: way, front: front)
    // The input of a replay stands in its text as the file has it.
    let shown = way == .replay ? lines.filter { !$0.hasPrefix("> ") && !$0.hasPrefix(". ") } : lines
    let leaks = shown.filter { isLeak($0, way) }
    #expect(leaks.isEmpty, "\(way): \(sources): \(leaks)")
    #expect(strangers.contacted.isEmpty, "\(way): \(sources)")
    #expect(try strangers.content() == before, "\(way): \(sources)")
  }

  @Test("comes to nothing by any verb and any spelling of a path", arguments: FileWay.allCases)
  func attempts(_ way: FileWay) throws {
    let before = try strangers.content()
    for (index, path) in forbidden.enumerated() {
      // Each path with some attempts, so that all of them meet in a few files.
      let some = Self.attempts.enumerated().filter { ($0.offset + index) % 4 == 0 || index < 2 }
      let lines = some.map { $0.element.replacing("@", with: "\"\(path)\"") }
      try expectNothing(of: Self.ready + lines, way: way, before: before)
    }
  }

  @Test("comes to nothing as one of many that are made by chance", arguments: FileWay.allCases)
  func hostile(_ way: FileWay) throws {
    let before = try strangers.content()
    // A journal is the person's own, who may look for images in all of the disk.
    let paths = way == .recovery ? forbidden.filter { $0 != "/" && $0 != "~/" } : forbidden
    // In its long form a thousand in all ways together.
    for number in 0..<LongRun.count(4, long: 200) {
      var random = SeededGenerator(seed: UInt64(number))
      let lines = (0..<12).map { _ in
        random.pick(Self.attempts).replacing(
          "@", with: random.oneIn(2) ? "\"\(random.pick(paths))\"" : random.pick(paths))
      }
      let needs = random.pick(forbidden).unicodeScalars.filter { $0.value > 31 }.map(String.init)
      let front = random.oneIn(4) ? "---\nneeds: \(needs.joined())\n---\n" : ""
      do {
        try expectNothing(of: Self.ready + lines, way: way, front: front, before: before)
      } catch is NotebookError {
        // It can't be opened at all.
      }
    }
  }

  @Test("can't tell what is there from what is not", arguments: Self.waysOfFiles)
  func probing(_ way: FileWay) throws {
    let root = strangers.path
    for (there, missing) in [
      ("outside/table.csv", "outside/tabla.csv"), ("own/away/table.csv", "own/away/tabla.csv"),
      ("outside/../own/points.csv", "autside/../own/points.csv"),
      ("outside/photos", "outside/photas"),
    ] {
      for line in ["data csv @ target=a", "data images @", "save network @", "save @", "run @"] {
        let answers = try [there, missing].map { name in
          try strangers.lines(
            of: ["network input=1", line.replacing("@", with: "\"\(root)/\(name)\"")],
            opened: way
          ).map { line in
            [("tabla", "table"), ("/aut", "/out"), ("phota", "photo")].reduce(line) {
              $0.replacing($1.0, with: $1.1)
            }
          }
        }
        #expect(answers[0] == answers[1], "\(way): \(line) \(there)")
      }
    }
  }

  @Test(
    "reads its own folder and those of data sets, by any path into them",
    arguments: FileWay.allCases)
  func ownFiles(_ way: FileWay) throws {
    let root = strangers.path
    for path in [
      "\(root)/own/points.csv", "\(root)/own/sub/../points.csv", "\(root)/own/near.csv",
      "\(root)/own/sub/points.csv", "known.csv",
    ] {
      let lines = try strangers.lines(of: ["data csv \"\(path)\" target=a"], opened: way)
      #expect(lines.contains { $0.contains("2 rows") }, "\(way): \(path): \(lines)")
    }
  }

  @Test("finds in memory what it has saved, under the same path", arguments: FileWay.allCases)
  func memory(_ way: FileWay) throws {
    let before = try strangers.content()
    let lines = try strangers.lines(
      of: Self.ready + ["save network a.safetensors", "load network ./a.safetensors"], opened: way)
    #expect(lines.contains { $0.contains("kept in memory") }, "\(lines)")
    #expect(lines.contains { $0.contains("loaded from ./a.safetensors") }, "\(lines)")
    #expect(try strangers.content() == before)
  }

  @Test(
    "reads and writes in granted folders, and never over another's file",
    arguments: Self.waysThatWrite)
  func grants(_ way: FileWay) throws {
    var settings = strangers.settings()
    let root = strangers.path
    settings.grants = FileGrants(readable: ["\(root)/outside"], writable: ["\(root)/outside"])
    let read = try strangers.lines(
      of: ["data csv \(root)/outside/table.csv target=1"], opened: way, settings: settings)
    #expect(read.contains { $0.contains("3 rows") }, "\(way): \(read)")
    let before = try strangers.content()
    let over = try strangers.lines(
      of: Self.ready + [
        "save network \(root)/outside/net.safetensors overwrite=yes",
        "save \(root)/outside/notes.md overwrite=yes",
        "train epochs=1 checkpoint=every(1, \(root)/outside/net.safetensors, overwrite=yes)",
      ], opened: way, settings: settings)
    #expect(over.joined(separator: " ").contains("it is there already"), "\(way): \(over)")
    #expect(try strangers.content() == before)
    let name = "outside/\(way).safetensors"
    _ = try strangers.lines(
      of: Self.ready + ["save network \(root)/\(name)", "save network \(root)/\(name)"],
      opened: way, settings: settings)
    #expect(try strangers.content().keys.sorted() == (before.keys + [name]).sorted())
  }

  @Test("may be run at the prompt, and its cells keep its rights when they are run again")
  func runAgain() throws {
    let outside = "data csv \(strangers.path)/outside/table.csv target=1"
    let file = try strangers.write("print 1\n\(outside)\n", to: "own/a.overfit")
    var session = NotebookSession(settings: strangers.settings())
    #expect(session.flowingText(of: "run \"\(file)\"").contains("may not read here"))
    #expect(session.flowingText(of: "edit 1 print 2").contains("may not read here"))
    _ = session.submit("undo")
    _ = session.submit("redo")
    #expect(session.flowingText(of: "edit 1 print 3").contains("may not read here"))
    #expect(session.flowingText(of: "edit 2 \(outside)").contains("may not read here"))
    // What the person types over it is the person's.
    #expect(session.flowingText(of: "edit 2 \(outside) header=yes").contains("3 rows"))
    #expect(session.flowingText(of: "edit 1 print 4").contains("3 rows"))
  }

  @Test("changes no cell of the person's, and says what its verbs said")
  func personsCells() throws {
    let file = try strangers.write("edit 1 print 9\ndelete 1\nsave x.md\n", to: "own/a.overfit")
    var session = NotebookSession(running: ["print 1"], settings: strangers.settings())
    let text = session.flowingText(of: "run \"\(file)\"")
    #expect(text.contains("> edit 1 print 9") && text.contains("no other cells than its own"))
    #expect(text.contains("> save x.md") && text.contains("may not write here"))
    #expect(session.cells.map(\.source) == ["print 1"])
  }
}
