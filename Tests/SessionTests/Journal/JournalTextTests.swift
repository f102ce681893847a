import SeededRandom
import Session
import Testing

@Suite("The text of a journal")
struct JournalTextTests {
  private func record(_ sources: [String]) -> SessionRecord {
    var record = SessionRecord(seed: 7)
    record.cells = sources.map { RecordedCell($0) }
    record.isSaved = false
    return record
  }

  private let beginning = JournalText.beginning(folder: "/home/ada", seed: 7)

  @Test("is read as it is written: rules 1 to 4")
  func wholeRecord() throws {
    var record = record(["print 1", "for a in 1\n  print a\n\nend", "note > a \\n", "\u{301}x", ""])
    record.cells[0].holder = "a folder/with\nstrange \\names.md"
    record.cells[1].hasFailed = true
    record.cells[2].saves = ["save network a.safetensors", "save weights \"a b.npz\""]
    record.file = .init(path: "my notes.md", digest: .max, cells: 3, same: 2)
    let text = beginning + JournalText.change(from: SessionRecord(seed: 7), to: record)
    let read = try #require(JournalText(Array(text.utf8)))
    #expect(read.record == record)
    #expect(read.folder == "/home/ada")
    #expect(read.length == text.utf8.count)
    #expect(text.contains("> for a in 1\n.   print a\n. \n. end\nfailed\n"))
  }

  @Test("says at its end how many cells there are, and whether they are saved")
  func summary() {
    var record = record(["print 1"])
    let first = JournalText.change(from: SessionRecord(seed: 7), to: record)
    #expect(JournalText.summary(ofEnd: Array(first.utf8)).map { [$0.cells] } == [1])
    #expect(JournalText.summary(ofEnd: Array(first.utf8))?.isSaved == false)
    record.isSaved = true
    let both = first + JournalText.change(from: record, to: record) + "keep 1\n> print 2\n= 2 ce"
    #expect(JournalText.summary(ofEnd: Array(both.utf8))?.isSaved == true)
    #expect(JournalText.summary(ofEnd: Array("keep 0\n> = 1 cell, saved\n".utf8)) == nil)
    #expect(JournalText.summary(ofEnd: []) == nil)
  }

  @Test("that was cut anywhere leads to the last whole change before the cut: rule 5")
  func cut() throws {
    var text = beginning
    var ends = [(text.utf8.count, SessionRecord(seed: 7))]
    for sources in [["print 1"], ["print 1", "a\nb"], ["a"], ["a", "= 3 cells, saved", "b"]] {
      let next = record(sources)
      text += JournalText.change(from: ends[ends.count - 1].1, to: next)
      ends.append((text.utf8.count, next))
    }
    let bytes = Array(text.utf8)
    for count in beginning.utf8.count...bytes.count {
      let read = try #require(JournalText(Array(bytes[..<count])))
      let last = try #require(ends.last { $0.0 <= count })
      #expect(read.record == last.1 && read.length == last.0)
    }
    #expect(JournalText(Array("Overfit journal 2\n".utf8)) == nil)
  }

  @Test("of any bytes is read without harm")
  func anyBytes() {
    var random = SeededGenerator(seed: 1)
    let pieces = [
      "keep 0\n", "keep 9\n", "> a\n", ". b\n", "+ save x\n", "failed\n", "of x\n",
      "file 1 1 1 a\n",
      "file 1 2\n", "= 1 cell, saved\n", "= 2 cells, not saved\n", "= -1 cells, saved\n", "\n",
      "\0",
      "keep 99999999999999999999\n", "\\", "\u{301}\n",
    ]
    for _ in 0..<2000 {
      let text = beginning + (0..<random.below(12)).map { _ in random.pick(pieces) }.joined()
      let read = JournalText(Array(text.utf8))
      #expect(read != nil && (read?.length ?? 0) <= text.utf8.count)
    }
  }
}
