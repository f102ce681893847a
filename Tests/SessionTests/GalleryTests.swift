import Charts
import Foundation
import GoldenTexts
import JSON
import Notebooks
import Testing

@testable import Plots
@testable import Session

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("The gallery")
struct GalleryTests {
  private let gallery: Gallery

  init() throws {
    gallery = try Gallery.shared.get()
  }

  @Test("shows every plot that there is")
  func everyPlot() {
    let missing = PlotTable.all.filter { !gallery.shows($0) }.map { "plot \($0.name)" }
    #expect(missing.isEmpty, "lessons/gallery.md has no \(missing.joined(separator: ", no "))")
  }

  @Test("shows every kind of chart", arguments: Chart.Kind.allCases)
  func everyKind(kind: Chart.Kind) {
    #expect(gallery.exhibits.contains { $0.charts.contains { $0.kind == kind } })
  }

  @Test("has no command that fails, and prose above each of its cells")
  func sound() {
    #expect(gallery.session.cells.filter(\.hasFailed).map(\.source) == [])
    var isAfterProse = false
    for block in gallery.notebook.blocks {
      if case .cells(let block) = block {
        #expect(isAfterProse, "\(block.cells.first?.source ?? "")")
        let pictures = block.cells.count { $0.source.hasPrefix("plot ") }
        #expect(pictures <= 2, "\(block.cells.map(\.source)): too many pictures for one text")
      }
      if case .prose = block { isAfterProse = true } else { isAfterProse = false }
    }
  }

  /// Each renderer of characters at each width; 80 columns of 7-bit characters are the lesson.
  private static let forms: [(pictures: Pictures, width: Int)] = [
    (.ascii, 40), (.ascii, 140), (.blocks, 40), (.blocks, 80), (.blocks, 140), (.braille, 40),
    (.braille, 80), (.braille, 140),
  ]

  @Test("looks so in characters", arguments: 0..<forms.count)
  func characters(form: Int) throws {
    let (pictures, width) = Self.forms[form]
    let renderer = TextRenderer(width: width, pictures: pictures)
    try GoldenText.expect(
      gallery.text(renderer), equals: "gallery-\(pictures.rawValue)-\(width).txt")
  }

  @Test(
    "has lines of one width, 7-bit ones in ASCII, the same with colours", arguments: [40, 80, 140])
  func laws(width: Int) {
    for pictures in Pictures.allCases {
      let renderer = TextRenderer(width: width, pictures: pictures)
      let colored = TextRenderer(width: width, pictures: pictures, colors: .many)
      for exhibit in gallery.exhibits {
        for block in exhibit.blocks {
          let lines = Self.picture(block, renderer)
          #expect(Set(lines.map(\.count)).count == 1, "\(exhibit.source)\n\(lines)")
          #expect((lines.first?.count ?? 0) <= width, "\(exhibit.source)")
          let isSevenBit = lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
          #expect(pictures != .ascii || isSevenBit, "\(exhibit.source)")
          let bare = Self.picture(block, colored).map { $0.replacing(/\u{1B}\[[0-9;]+m/, with: "") }
          #expect(bare == lines, "\(exhibit.source)")
        }
        #expect(exhibit.charts.allSatisfy { !$0.caption.isEmpty && !$0.reading.isEmpty })
      }
    }
  }

  private static func picture(_ block: Block, _ renderer: TextRenderer) -> [String] {
    switch block {
    case .chart(let chart): renderer.picture(chart)
    case .grid(let grid): renderer.picture(grid)
    default: []
    }
  }

  @Test("is SVG that an XML parser reads, and always the same", arguments: [320, 640, 1120])
  func vectors(width: Int) throws {
    let renderer = SVGRenderer(width: width)
    let texts = gallery.texts { block in
      switch block {
      case .chart(let chart): renderer.render(chart)
      case .grid(let grid): renderer.render(grid)
      default: ""
      }
    }
    for (name, text) in texts {
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(name)")
      #expect(text.utf8.count < 1_000_000, "\(name): \(text.utf8.count) bytes")
    }
    try GoldenText.expect(Gallery.digests(texts), equals: "gallery-svg-\(width).txt")
  }

  @Test("is a specification for Vega-Lite with its data in it, and always the same")
  func specifications() throws {
    let renderer = VegaLiteRenderer()
    let texts = gallery.texts { block in
      switch block {
      case .chart(let chart): renderer.render(chart)
      case .grid(let grid): renderer.render(grid)
      default: ""
      }
    }
    for (name, text) in texts {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect((read?["description"] as? String)?.isEmpty == false, "\(name)")
      #expect(!text.contains("\"url\""), "\(name)")
      #expect(text.utf8.count < 1_000_000, "\(name): \(text.utf8.count) bytes")
    }
    try GoldenText.expect(Gallery.digests(texts), equals: "gallery-vega.txt")
  }

  @Test("is data that another reader reads, and always the same")
  func data() throws {
    let texts = gallery.texts { Document([$0]).json.text }
    for (name, text) in texts {
      let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
      #expect(read?.count == 1 && read?.first?["kind"] is String, "\(name)")
    }
    try GoldenText.expect(Gallery.digests(texts), equals: "gallery-json.txt")
  }
}
