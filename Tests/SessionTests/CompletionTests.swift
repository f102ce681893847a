import SeededRandom
import Session
import Testing

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
