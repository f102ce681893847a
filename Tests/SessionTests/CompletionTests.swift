import Commands
import Language
import SeededRandom
import Testing

@testable import Session

@Suite("Completion")
struct CompletionTests {
  private static let session = NotebookSession(
    running: trainedCircles + ["let lambda = 3", "network small"])

  @Test(
    "offers what can stand there",
    arguments: [
      ("tr", "train"), ("data ci", "circles"), ("data circles no", "noise="),
      ("train opt", "optimizer="), ("train optimizer=a", "adam"), ("add de", "dense"),
      ("add dense 8 re", "relu"), ("plot bo", "boundary"), ("print lo", "loss("),
      ("print error(v", "validation"), ("print lam", "lambda"), ("use sm", "small"),
      ("help tra", "train"), ("split va", "validation="), ("train stop=early(pa", "patience="),
    ])
  func offers(_ line: String, _ word: String) {
    #expect(Self.session.completions(for: line, cursor: line.utf8.count).contains(word))
  }

  @Test(
    "offers the names of files behind the words that take one",
    arguments: [
      ("predict csv ", "new.csv"), ("predict csv n", "new.csv"), ("predict image p", "photos/"),
      ("predict images photos/", "photos/five.png"), ("data csv new", "new.csv"),
      ("load network ne", "new.csv"), ("data images ph", "photos/"),
    ])
  func files(_ line: String, _ word: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("x1", to: "new.csv")
    try folder.write("", to: "photos/five.png")
    try folder.write("", to: "photos/two words.png")
    try folder.write("", to: ".hidden.csv")
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let place = "\(folder.path)/\(words.last ?? "")"
    let typed = (words.dropLast() + [place[...]]).joined(separator: " ")
    let offered = Self.session.completions(for: typed, cursor: typed.utf8.count)
    #expect(offered.contains("\(folder.path)/\(word)"))
    #expect(!offered.contains { $0.contains("hidden") || $0.contains("two") })
    for other in ["train \(place)", "predict \(place)", "predict csv new.csv \(place)"] {
      let offered = Self.session.completions(for: other, cursor: other.utf8.count)
      #expect(!offered.contains { $0.hasPrefix(folder.path) })
    }
  }

  @Test("offers the names of what is in hand where one can stand")
  func names() {
    let session = NotebookSession(
      running: [
        "data blobs points=60 classes=3", "split validation=20%", "network small",
        "add dense 4 tanh", "add dense 3 softmax", "let lambda = 3",
      ])
    for (line, word) in [
      ("remove ", "2"), ("freeze ", "1"), ("insert ", "1"), ("set weights ", "1"),
      ("evaluate ensemble=", "small"), ("ensemble ", "small"), ("delete ", "6"),
      ("plot histogram ", "x1"), ("features ", "x2"), ("plot confusion ", "validation"),
      ("show metrics ", "validation"), ("network other from=", "small"),
      ("explain le", "learning rate"),
      ("plot validation ", "curve"), ("help plot ", "roc"), ("print sqrt(abs(", "lambda"),
    ] {
      let offered = session.completions(for: line, cursor: line.utf8.count)
      #expect(offered.contains(word), "\(line): \(offered)")
    }
  }

  @Test("offers no option that is given already, but for one with parts")
  func given() {
    func offered(_ line: String) -> [String] {
      Self.session.completions(for: line, cursor: line.utf8.count)
    }
    #expect(!offered("train epochs=5 ").contains("epochs="))
    #expect(offered("train epochs=5 ").contains("batch="))
    #expect(!offered("train stop=early(patience=3, ").contains("patience="))
    #expect(offered("train stop=early(patience=3) ").contains("epochs="))
    #expect(!offered("train stop=early(patience=3) ").contains("stop="))
    #expect(offered("compare units(1)=2,4 ").contains("units="))
  }

  @Test("has half a line of help for every verb, and for every option")
  func help() {
    for verb in Self.session.candidates(for: "", cursor: 0) {
      #expect(!verb.meaning.isEmpty, "\(verb.text)")
      let line = verb.text + " "
      for candidate in Self.session.candidates(for: line, cursor: line.utf8.count)
      where candidate.text.hasSuffix("=") {
        #expect(!candidate.meaning.isEmpty, "\(line)\(candidate.text)")
      }
      #expect(!verb.meaning.contains("\n"))
    }
  }

  @Test(
    "hints at what is usually typed next, as it is declared",
    arguments: [
      ("data circ", "les points=400 noise=0.15"), ("add dense 16 ", "tanh"),
      ("data circles noise=0.1 ", "points=400"), ("train batch=", "32"),
      ("train nesterov=", "no"), ("predict c", "sv"),
    ])
  func hint(_ line: String, _ hint: String) {
    #expect(Self.session.hint(behind: line) == hint)
  }

  @Test("hints at nothing where nothing is declared, nor behind a whole form")
  func noHint() {
    for line in ["", "   ", "tr", "print 1", "let a", "nonsense ", "train # ", "undo"] {
      #expect(Self.session.hint(behind: line) == nil, "\(line)")
    }
  }

  @Test("hints at what makes a line that can be read, behind any beginning of any form")
  func hintsAreRead() {
    var count = 0
    for definition in Self.session.vocabulary.table.definitions {
      for form in definition.forms {
        for end in form.indices where form[end] == " " || form[end] == "=" {
          let line = String(form[...end])
          guard let hint = Self.session.hint(behind: line) else { continue }
          count += 1
          for statement in Self.session.script(line + hint).statements {
            if case .malformed = statement { Issue.record("\(line)|\(hint)") }
          }
        }
      }
    }
    #expect(count > 100)
  }

  @Test("offers only words that begin with what is typed, at any place of any line")
  func prefixes() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let line = TokenSoup.line(&random)
      let count = line.utf8.count
      for cursor in [0, random.below(count + 1), random.below(count + 1), count, count + 5, -1] {
        let words = Self.session.completions(for: line, cursor: cursor)
        guard cursor >= 0, cursor <= count else { continue }
        let typed = String(decoding: Array(line.utf8)[..<cursor], as: UTF8.self)
        let end = String(
          typed.reversed().prefix {
            $0.isASCII
              && ($0.isLetter || $0.isNumber
                || $0 == "_")
          }.reversed())
        for word in words { #expect(word.hasPrefix(end), "\(word) for \"\(typed)\"") }
        #expect(words == words.sorted())
      }
    }
  }

  @Test("knows an open loop, an open bracket and a trailing backslash as incomplete")
  func incomplete() {
    for line in ["for x in 1, 2", "for x in 1\n  print x", "train \\"] {
      #expect(Self.session.isIncomplete(line), "\(line)")
    }
    for line in ["train", "", "print 1", "for x in 1\nend", "trane", "end"] {
      #expect(!Self.session.isIncomplete(line), "\(line)")
    }
  }
}
