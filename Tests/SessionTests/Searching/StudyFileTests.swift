import Foundation
import SeededRandom
import Session
import Testing
import Tuning

@testable import Workbench

@Suite("A study in a file")
struct StudyFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var file: String { "\(folder.path)/circles.journal" }

  private func session(running lines: [String] = trainedCircles) -> NotebookSession {
    var settings = SessionSettings.testing(threads: 2)
    settings.files = WorkingFolder()
    return NotebookSession(running: lines, settings: settings)
  }

  private func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  private static let searches = [
    "search random rate=0.01..3 log units=1..8 activation=relu,tanh epochs=2 trials=6",
    "search bayes rate=0.01..3 log units=1..8 epochs=2 trials=15 parallel=4",
    "search grid rate=0.1,100,1 units=2,4 epochs=2 folds=3 repeats=2 by=loss",
    "search hyperband rate=0.01..3 log epochs=9 factor=3",
    "search random rate=0.1..100000 log optimizer=adam,sgd epochs=2 trials=8",
    "search random rate=0.01..3 log epochs=4 trials=9 stop=median parallel=2",
    "search grid rate=0.01,0.1 units=2,4 epochs=9 stop=halving",
    "search bayes rate=0.01..3 log epochs=2 trials=13 sampler=gp",
    "search random rate=0.01..3 log epochs=2 trials=3 folds=2 nested=yes",
    "search hyperband rate=0.01..3 log units=1..8 epochs=8 factor=2 sampler=tpe",
  ]

  /// Where a file is cut: at each end of a line, and at bytes drawn by chance; never within what is
  /// there from the beginning, which comes to the disk as a whole.
  private func cuts(of whole: [UInt8]) -> [Int] {
    let ends = whole.indices.filter { whole[$0] == 0x0A }.map { $0 + 1 }
    let first = ends[3]
    var random = SeededGenerator(seed: 17)
    let drawn = (0..<20).map { _ in first + random.below(whole.count + 1 - first) }
    return ends.filter { $0 >= first } + drawn
  }

  @Test(
    "broken off anywhere is gone on with, to the same bytes and the same words", arguments: searches
  )
  func broken(_ search: String) throws {
    var plain = session()
    let alone = plain.text(of: search)
    var first = session()
    let text = first.text(of: "\(search) file=\(file)")
    #expect(!alone.contains("^") && !text.contains("^"), "\(text)")
    let whole = try bytes()
    let study = first.text(of: "show study")
    #expect(study == plain.text(of: "show study"))
    for (number, cut) in cuts(of: whole).enumerated() where number % 5 == 0 {
      try folder.write(Array(whole[..<cut]), to: "circles.journal")
      var second = session()
      if number % 10 == 0 {
        #expect(second.text(of: "\(search) file=\(file)") == text, "cut at \(cut)")
      } else {
        #expect(!second.text(of: "load study \(file)").contains("^"), "cut at \(cut)")
        #expect(second.text(of: "resume study") == text, "cut at \(cut)")
      }
      #expect(try bytes() == whole, "cut at \(cut)")
      #expect(second.text(of: "show study") == study)
    }
    #expect(folder.names == ["circles.journal"])
  }

  @Test("of several lines is one study, and goes on with each of them")
  func severalLines() throws {
    let lines = [
      "search random rate=0.01..3 log units=1..8 epochs=2 trials=4 file=\(file) study=mine",
      "search manual rate=0.5 file=\(file)", "search local trials=3 file=\(file)",
    ]
    var first = session()
    let texts = lines.map { first.text(of: $0) }
    #expect(texts.allSatisfy { !$0.contains("^") && $0.contains("study mine") }, "\(texts)")
    let whole = try bytes()
    for share in [0.5, 0.75, 0.97] {
      let cut = Int(Double(whole.count) * share)
      try folder.write(Array(whole[..<cut]), to: "circles.journal")
      var second = session()
      #expect(lines.map { second.text(of: $0) } == texts)
      #expect(try bytes() == whole)
    }
    var third = session()
    #expect(third.text(of: "load study \(file)").contains("search local"))
    for look in ["show study", "best", "best train"] {
      #expect(third.text(of: look) == first.text(of: look))
    }
  }

  @Test(
    "of a search that is interrupted keeps the whole trials in its cell, and the line goes on",
    arguments: [searches[0], searches[1], searches[3], searches[5], searches[9]])
  func interrupted(_ search: String) throws {
    let line = "\(search) file=\(file)"
    var whole = session()
    let text = whole.text(of: line)
    try FileManager.default.removeItem(atPath: file)
    let asking = Asking()
    var asked = session()
    _ = asked.submit(line, control: asking.control)
    var counts: Set<Int> = []
    for part in 2...6 {
      try? FileManager.default.removeItem(atPath: file)
      var first = session()
      _ = first.submit(line, control: Asking(limit: asking.asks * part / 8).control)
      guard let count = first.state.study?.study.trials.count else { continue }
      counts.insert(count)
      let source = try #require(first.cells.last?.source)
      #expect(source.contains("trials=\(count)"), "\(source)")
      let looks = ["show study", "load study \(file)", "best"]
      let texts = looks.map { first.text(of: $0) }
      #expect(texts[1].contains("trials=\(count)"), "\(texts[1])")
      var settings = SessionSettings.testing(threads: 2)
      settings.files = WorkingFolder()
      var again = NotebookSession(
        running: trainedCircles + [source],
        settings: settings.opened("\(folder.path)/notebook.md", by: .recovery))
      #expect(looks.map { again.text(of: $0) } == texts)
      #expect(again.text(of: line) == text)
      #expect(first.text(of: line) == text)
      #expect(first.text(of: "load study \(file)").contains(search))
    }
    #expect(!counts.isEmpty)
  }

  @Test("takes more trials of the same line, and is then the study of that one")
  func moreTrials() throws {
    var first = session()
    let line = Self.searches[0]
    _ = first.text(of: "\(line) file=\(file)")
    let more = line.replacing("trials=6", with: "trials=9")
    var plain = session()
    var second = session()
    #expect(second.text(of: "\(more) file=\(file)").contains("9 settings"))
    _ = plain.text(of: more)
    #expect(second.text(of: "show study") == plain.text(of: "show study"))
    var third = session()
    #expect(third.text(of: "load study \(file)").contains(more))
    #expect(third.text(of: "show study") == plain.text(of: "show study"))
  }

  @Test("is what save study writes, but for the lines")
  func saved() throws {
    var kept = session()
    _ = kept.text(of: "\(Self.searches[0]) file=\(file)")
    let whole = try bytes()
    var other = session()
    _ = other.text(of: Self.searches[0])
    let path = "\(folder.path)/saved/circles.journal"
    try folder.write("", to: "saved/empty")
    #expect(other.text(of: "save study \(path)").contains("6 trials"))
    #expect(Array(try Data(contentsOf: URL(fileURLWithPath: path))) == whole)
  }

  @Test("of another notebook is not gone on with")
  func otherNotebook() throws {
    var first = session()
    let line = "\(Self.searches[0]) file=\(file)"
    _ = first.text(of: line)
    let whole = try bytes()
    let changes: [(lines: [String], line: String, words: String)] = [
      (["seed 3"] + trainedCircles, line, "seed 0"),
      (["data circles points=80 noise=0.1"] + trainedCircles.dropFirst(), line, "other examples"),
      (trainedCircles + ["add dense 1 sigmoid"], line, "has the network"),
      (trainedCircles + ["train epochs=2"], line, "behind a training with epochs=3"),
      (trainedCircles, line.replacing("trials=6", with: "trials=5"), "keeps another search"),
      (trainedCircles, line.replacing("units=1..8", with: "units=1..9"), "keeps another search"),
      (trainedCircles, line + " folds=3", "has the folds none"),
      (trainedCircles, line + " study=other", "is called circles"),
    ]
    for change in changes {
      var other = session(running: change.lines)
      let text = other.flowingText(of: change.line)
      #expect(text.contains(change.words), "\(text)")
      #expect(try bytes() == whole)
    }
  }

  @Test("is not written by what is replayed, and its lines below read it all the same")
  func replayed() throws {
    let lines = [
      "\(Self.searches[0]) file=\(file)", "search local trials=2 file=\(file)", "show study",
    ]
    var first = session()
    let texts = lines.map { first.text(of: $0) }
    for way in [FileWay.replay, .open, .recovery] {
      try FileManager.default.removeItem(atPath: file)
      var settings = SessionSettings.testing(threads: 2)
      settings.files = WorkingFolder()
      let opened = settings.opened("\(folder.path)/notebook.md", by: way)
      var again = NotebookSession(running: trainedCircles, settings: opened)
      #expect(lines.map { again.text(of: $0) } == texts, "\(way)")
      #expect(again.text(of: "load study \(file)").contains("study circles"), "\(way)")
      #expect(!FileManager.default.fileExists(atPath: file), "\(way)")
      try folder.write("", to: "circles.journal")
    }
  }

  @Test(
    "is not named by a file that is run or learned from",
    arguments: [FileWay.run, .runAtPrompt, .learn, .lesson])
  func strangers(_ way: FileWay) {
    var settings = SessionSettings.testing(threads: 2)
    settings.files = WorkingFolder()
    settings.grants.writable = [folder.path]
    let opened = settings.opened("\(folder.path)/notebook.md", by: way)
    var session = NotebookSession(running: trainedCircles, settings: opened)
    let text = session.flowingText(of: "\(Self.searches[0]) file=\(file)")
    #expect(text.contains("type it at the prompt: search random"), "\(text)")
    #expect(folder.names.isEmpty)
  }

  @Test("is written as soon as the lock of another program is gone")
  func lock() throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(file).lock", withDestinationPath: "circles.journal")
    let lock = "\(file).lock"
    let other = Thread {
      Thread.sleep(forTimeInterval: 0.4)
      try? FileManager.default.removeItem(atPath: lock)
    }
    var session = session()
    other.start()
    let start = Date()
    #expect(!session.text(of: "\(Self.searches[0]) file=\(file)").contains("^"))
    #expect(Date().timeIntervalSince(start) > 0.3)
    #expect(folder.names == ["circles.journal"])
  }

  @Test("that another program has written to meanwhile is left alone")
  func twoPrograms() throws {
    var first = session()
    let line = "\(Self.searches[0]) file=\(file)"
    _ = first.text(of: line)
    var whole = try bytes()
    whole +=
      Array(
        #"{"op_code":4,"worker_id":"x","study_id":0,"datetime_start":"2026-01-01T00:00:00"}"#.utf8)
      + [0x0A]
    try folder.write(whole, to: "circles.journal")
    var second = session()
    // A trial that is not done is cut off; one that is done is another program's.
    whole +=
      Array(
        #"{"op_code":6,"worker_id":"x","trial_id":6,"state":1,"values":[0.5],"datetime_complete":"2026-01-01T00:00:00"}"#
          .utf8) + [0x0A]
    try folder.write(whole, to: "circles.journal")
    #expect(second.flowingText(of: line).contains("another program has written to it"))
    #expect(try bytes() == whole)
    // It is read as a study of others, which says what is lost of ours.
    let loaded = second.flowingText(of: "load study \(file)")
    #expect(loaded.contains("begun here, and written to by another program"), "\(loaded)")
    #expect(loaded.contains(Self.searches[0]), "\(loaded)")
    #expect(loaded.contains("best train goes by the last train line"), "\(loaded)")
  }

  @Test("is refused where its trials or its lines were changed by hand")
  func changedByHand() throws {
    var first = session()
    let line = "\(Self.searches[0]) file=\(file)"
    _ = first.text(of: line)
    let whole = String(decoding: try bytes(), as: UTF8.self)
    let setting = try #require(whole.split(separator: #""setting":"rate="#).dropFirst().first)
    let rate = setting.prefix { $0 != " " }
    let changes: [(text: String, words: String)] = [
      (whole.replacing("rate=\(rate) ", with: "rate=7 "), "trial 1 of the file is rate=7 "),
      (
        whole.replacing(#""judged":["#, with: #""judged":[0.5,"#).replacing(
          #""learned":["#, with: #""learned":[0.5,"#), "has 2 figures, and here it has 1"
      ),
    ]
    for change in changes {
      try folder.write(change.text, to: "circles.journal")
      var second = session()
      #expect(second.flowingText(of: line).contains(change.words), "\(change.words)")
      #expect(second.flowingText(of: "load study \(file)").contains(change.words))
    }
    try folder.write(
      whole.replacing(#""search random"#, with: #""data circles"#), to: "circles.journal")
    var third = session()
    #expect(third.flowingText(of: "load study \(file)").contains("a line that is no search"))
    try folder.write(whole, to: "circles.journal")
    #expect(!third.text(of: "load study \(file)").contains("^"))
    try folder.write(
      whole.replacing(#""seed":"0""#, with: #""seed":"4""#), to: "circles.journal")
    #expect(third.flowingText(of: "resume study").contains("holds another study by now"))
  }

  @Test("is not saved under another ending, nor before there is one")
  func unsaved() {
    var session = session()
    #expect(session.text(of: "save study \(folder.path)/a.journal").contains("no study to save"))
    _ = session.text(of: Self.searches[0])
    let text = session.flowingText(of: "save study \(folder.path)/a.txt")
    #expect(text.contains("ends in .journal"))
    #expect(folder.names.isEmpty)
  }
}
