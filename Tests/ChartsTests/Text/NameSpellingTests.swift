import TerminalText
import Testing

@testable import Charts

@Suite("Names in 7-bit characters")
struct NameSpellingTests {
  @Test("that can be spelled apart are spelled, and get no letter")
  func spelled() {
    let names = ["café", "thé", "Größe", "länge"]
    let spelling = NameSpelling(names, in: names)
    #expect(names.map { spelling($0) } == ["cafe", "the", "Grosse", "lange"])
    #expect(spelling.key(of: names) == nil)
  }

  @Test("that can't be spelled get a letter each, told by the key")
  func lettered() {
    let names = ["да", "но", "猫", "ねこ🐱", "yes"]
    let spelling = NameSpelling(names, in: [])
    #expect(
      names.map { spelling("class \($0)") }
        == ["class A", "class B", "class C", "class D", "class yes"])
    #expect(spelling.key(of: ["class да", "class yes"]) == "A = да")
    #expect(spelling.key(of: names) == "A = да · B = но · C = 猫 · D = ねこ🐱")
  }

  @Test("that would read the same keep what can be spelled, and a letter")
  func collisions() {
    let spelling = NameSpelling(["pêche", "péché", "peche"], in: [])
    #expect(["pêche", "péché", "peche"].map { spelling($0) } == ["peche A", "peche B", "peche"])
    #expect(spelling("class pêche misclassified") == "class peche A misclassified")
  }

  @Test("are the same name however their accents are written")
  func normalForms() {
    let spelling = NameSpelling(["caf\u{E9}", "cafe\u{301}"], in: [])
    #expect(spelling("cafe\u{301}") == "cafe" && spelling("caf\u{E9}") == "cafe")
    #expect(spelling.key(of: ["cafe\u{301}"]) == nil)
  }

  @Test("are found as whole words only, the longest first")
  func words() {
    let spelling = NameSpelling(["да", "да нет"], in: ["данные"])
    #expect(spelling("да нет") == "B" && spelling("да") == "A" && spelling("p(да)") == "p(A)")
    #expect(spelling("данные") == "C")
  }

  @Test("take no letter that is a name of its own")
  func taken() {
    let spelling = NameSpelling(["A", "да", "B", "но"], in: [])
    #expect(["A", "да", "B", "но"].map { spelling($0) } == ["A", "C", "B", "D"])
  }

  @Test("stay apart, however many there are")
  func many() {
    let names = (0..<200).map { "имя\(String(repeating: "ж", count: $0))" }
    let spelling = NameSpelling(names, in: [])
    let labels = names.map { spelling($0) }
    #expect(Set(labels).count == 200 && labels[0] == "A" && labels[26] == "A2")
    #expect(labels.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
  }
}

/// The rule for every picture that shows names.
@Suite("Pictures with names of any script")
struct NamedPictureTests {
  static let names = ["да", "но", "猫", "ねこ🐱", "pêche", "péché", "cafe\u{301}", "👩‍👩‍👧"]

  /// A chart of each kind with names in all its texts.
  static let charts: [Chart] = SampleCharts.all.map { chart in
    var next = 0
    return chart.spelled { text in
      next += 1
      return text.isEmpty ? "" : "\(names[next % names.count]) \(text)"
    }
  }

  private static func columns(_ line: String) -> Int { line.columns }

  @Test(
    "keep their columns straight, also where terminals show the names", arguments: [40, 80, 140])
  func straight(width: Int) {
    for pictures in Pictures.allCases {
      for showsNames in [false, true] {
        let renderer = TextRenderer(width: width, pictures: pictures, showsNames: showsNames)
        for chart in Self.charts {
          let lines = renderer.picture(chart)
          #expect(Set(lines.map(\.columns)).count == 1, "\(lines.joined(separator: "\n"))")
          #expect((lines.first?.columns ?? 0) <= width)
          let isSevenBit = lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } }
          #expect(isSevenBit || pictures != .ascii || showsNames)
        }
      }
    }
  }

  @Test("have no question marks for names in 7-bit characters, and a key below the picture")
  func keyed() {
    for chart in Self.charts {
      let document = Document([.chart(chart)], names: Self.names)
      let text = TextRenderer(width: 140).render(document)
      let unspelled = TextRenderer(width: 140).picture(chart).filter { $0.contains("??") }
      #expect(unspelled.isEmpty, "\(text)")
      #expect(text.contains(" = "), "\(text)")
    }
  }

  @Test("show the names themselves where the terminal can")
  func real() {
    let chart = Chart.scatter(
      ScatterChart(
        xAxis: Axis("重さ"), yAxis: Axis("y"),
        groups: [
          .init("class да", points: [Point(0, 0)]), .init("class но", points: [Point(1, 1)]),
        ]))
    let letters = TextRenderer().render(Document([.chart(chart)], names: ["да", "но"]))
    #expect(letters.contains("o class A (1)") && letters.contains("A = да · B = но · C = 重さ"))
    for renderer in [TextRenderer(showsNames: true), TextRenderer(pictures: .braille)] {
      let text = renderer.render(Document([.chart(chart)], names: ["да", "но"]))
      #expect(text.contains("class да (1)") && text.contains("重さ") && !text.contains("A ="))
    }
  }

  @Test("of a grid share their letters")
  func grid() {
    func bars(_ name: String) -> Chart { .bars(BarChart(title: name, bars: [.init(name, 1)])) }
    let document = Document(
      [.grid(ChartGrid(charts: [bars("но"), bars("да")], rowNames: ["но"]))], names: ["да", "но"])
    let text = TextRenderer().render(document)
    #expect(text.hasPrefix("B\n") && text.contains("A = да · B = но"))
  }
}
