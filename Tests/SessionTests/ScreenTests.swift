import Charts
import Foundation
import Notebooks
import Testing

@testable import Commands
@testable import Session

/// Every plot and every picture of a comparison, on the screens that there are.
@Suite("Pictures on a screen")
struct ScreenTests {
  /// What takes more lines than a screen of 24 has, and why: its pictures fit by themselves.
  static let longer: [String: String] = {
    let reason = "the captions of 8 pictures and the table of 4 variants are longer than the screen"
    return Dictionary(
      uniqueKeysWithValues: ["weights", "activations", "gradients"].map {
        ("a trained network: compare l2=0,0.001,0.01,0.1 plot=\($0)", reason)
      })
  }()

  /// What would be too low to be read if it fit a screen of 24 lines, and why.
  static let unreadable: [String: String] = [
    "gallery: plot weights 2":
      "a histogram above 8 images of 28 x 28 pixels: these have 6 rows each at the least"
  ]

  /// A session, and the lines whose pictures are looked at in it.
  private static func pictures(
    of situation: String, _ plots: [String]
  ) throws -> [(source: String, document: Document)] {
    let lines = try #require(PlotEdgeTests.situations.first { $0.name == situation }?.lines)
    let start = NotebookSession(running: lines)
    return plots.compactMap { line in
      var session = start
      guard case .cell(_, let cell) = session.submit(line), let document = cell.document,
        !cell.hasFailed
      else { return nil }
      return ("\(situation): \(line)", document)
    }.filter { $0.document.blocks.contains(where: isPicture) }
  }

  private static func comparisons(
    _ options: [String]
  ) -> [String] {
    ComparisonPicture.allCases.flatMap { picture in
      options.map { "compare \($0) plot=\(picture.rawValue)" }
    }
  }

  private static func all() throws -> [(source: String, document: Document)] {
    let gallery = try Gallery.shared.get().session.cells.compactMap { cell in
      cell.document.map { (source: "gallery: \(cell.source)", document: $0) }
    }.filter { _, document in document.blocks.contains(where: isPicture) }
    let more = [
      "plot bias variance over=units values=1,2,4,8,16,32 repeats=2",
      "plot validation curve over=units values=1,2,4,8,16,32 repeats=2",
    ]
    return gallery
      + (try pictures(
        of: "a trained network",
        PlotEdgeTests.plots + more + comparisons(["l2=0,0.1", "l2=0,0.001,0.01,0.1"])))
      + (try pictures(of: "ten classes", PlotEdgeTests.plots))
      + (try pictures(of: "images", PlotEdgeTests.plots + comparisons(["l2=0,0.1"])))
  }

  private static func isPicture(_ block: Block) -> Bool {
    switch block {
    case .chart, .grid: true
    case .text, .verbatim, .facts, .table: false
    }
  }

  /// A document with the captions of its pictures in their place.
  private static func written(_ document: Document) -> Document {
    Document(
      document.blocks.map { block in
        switch block {
        case .chart(let chart): .text(chart.caption)
        case .grid(let grid): .text(grid.text)
        case .text, .verbatim, .facts, .table: block
        }
      })
  }

  /// How many lines a document takes.
  private static func count(
    _ document: Document, width: Int, height: Int, _ pictures: Pictures
  ) -> Int {
    TextRenderer(width: width, height: height, pictures: pictures).lines(document).count
  }

  @Test("of 80 x 24 fit it with all that is said of them, and leave a line to type in")
  func usual() throws {
    var unused = Set(Self.longer.keys).union(Self.unreadable.keys)
    for (source, document) in try Self.all() {
      for pictures in Pictures.allCases {
        let count = Self.count(document, width: 80, height: 24, pictures)
        if Self.unreadable[source] != nil {
          if count > 23 { unused.remove(source) }
        } else if Self.longer[source] == nil {
          #expect(count <= 23, "\(source) takes \(count) lines in \(pictures)")
        } else if count > 23 {
          unused.remove(source)
          let drawn = count - Self.count(Self.written(document), width: 80, height: 24, pictures)
          #expect(drawn <= 23, "the pictures of \(source) take \(drawn) lines in \(pictures)")
        }
      }
    }
    #expect(unused.isEmpty, "these fit, and need no reason: \(unused.sorted())")
  }

  @Test("of 140 x 50 fit it, and are larger there wherever they can be")
  func large() throws {
    var (all, higher) = (0, 0)
    for (source, document) in try Self.all() {
      for pictures in Pictures.allCases {
        let count = Self.count(document, width: 140, height: 50, pictures)
        #expect(count <= 49, "\(source) takes \(count) lines in \(pictures)")
        let usual = Self.count(document, width: 140, height: 24, pictures)
        #expect(count >= min(usual, 40), "\(source) takes \(count) lines and not \(usual)")
        all += 1
        if count > usual { higher += 1 }
      }
    }
    #expect(higher * 3 > all * 2, "\(higher) of \(all) are higher than on 24 lines")
  }

  /// Outputs that miss the screen by a few lines, and why.
  private static let hardlyLonger = [
    "compare optimizer=sgd,momentum,rmsprop,adam,adamw,adagrad,adadelta,nadam rate=0.02":
      "a comparison of eight optimizers, whose table has two parts on 80 columns"
  ]

  @Test("of 24 lines are missed by a few of them by no output, but for what has a reason")
  func fewLines() throws {
    let gallery = TestFolders.sessionTests.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lessons/gallery.md")
    let files = TranscriptFile.all(in: TestFolders.checklist) + [TranscriptFile(url: gallery)]
    var unused = Set(Self.hardlyLonger.keys)
    for file in files {
      for cell in try file.notebook().cells
      where (24...27).contains(cell.output.count) && !cell.source.hasPrefix("for ") {
        if unused.remove(cell.source) == nil {
          #expect(
            Self.hardlyLonger[cell.source] != nil,
            "\(file.name): \(cell.source) takes \(cell.output.count)")
        }
      }
    }
    #expect(unused.isEmpty, "these fit, and need no reason: \(unused)")
  }

  @Test(
    "of 24 lines show a list of predictions whole, with what is said of it",
    arguments: [
      "predict train", "predict validation", "predict test", "predict validation confidence=90%",
      "predict test confidence=90%", "predict train confidence=100%", "predict train threshold=0.3",
    ])
  func predictions(_ line: String) {
    var session = NotebookSession(running: [
      "data moons points=200 noise=0.2", "split train=60% validation=20% test=20%", "network",
      "add dense 2 relu", "add dense 1 sigmoid", "train epochs=1",
    ])
    let lines = session.lines(of: line)
    #expect(lines.count <= 23, "\(line) takes \(lines.count)")
    #expect(lines.contains { $0.hasSuffix("list=all shows them all") })
  }
}
