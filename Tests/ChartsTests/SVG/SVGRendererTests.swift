import Charts
import Testing

@Suite("SVG pictures")
struct SVGRendererTests {
  @Test("are XML that another reader reads", arguments: [320, 1600])
  func valid(width: Int) {
    for chart in SampleCharts.all + OddCharts.all {
      let text = SVGRenderer(width: width).render(chart)
      let read = XMLReading(text)
      #expect(read.isValid, "\(text.prefix(2000))")
      #expect(read.attributes["width"] == String(width))
      for odd in ["\"nan", "\"-nan", "\"inf", "\"-inf", "Mnan", "Lnan", "Minf", "Linf"] {
        #expect(!text.contains(odd))
      }
    }
  }

  @Test("hold their texts as text, and their caption for screen readers too")
  func texts() {
    let read = XMLReading(SVGRenderer().render(.line(SampleCharts.learningCurve)))
    for text in ["Learning curve", "epoch", "loss", "0.2", "50", "training", "best epoch 31"] {
      #expect(read.texts.contains(text), "\(text)")
    }
    #expect(read.attributes["role"] == "img")
    #expect(
      read.attributes["aria-label"] == "Learning curve: " + SampleCharts.learningCurve.caption)
    #expect(read.texts.joined(separator: " ").hasSuffix(SampleCharts.learningCurve.caption))
  }

  @Test("escape what XML would read")
  func escapes() {
    let chart = ScatterChart(
      title: "a < b & \"c\" > \u{1}\u{FFFF}d", xAxis: Axis("<x>"), yAxis: Axis("&y;"),
      groups: [.init("</text>", points: [Point(1, 2)])])
    let read = XMLReading(SVGRenderer().render(.scatter(chart)))
    #expect(read.isValid)
    #expect(read.texts.contains("a < b & \"c\" > d"))
    #expect(read.texts.contains("<x>") && read.texts.contains("&y;"))
    #expect(read.texts.contains("</text> (1)"))
  }

  @Test("load and run nothing", arguments: Chart.Kind.allCases)
  func selfContained(kind: Chart.Kind) {
    for chart in SampleCharts.charts(of: kind) {
      let read = XMLReading(SVGRenderer().render(chart))
      #expect(
        read.elements.isSubset(of: ["svg", "g", "rect", "line", "path", "text"]),
        "\(read.elements)")
    }
  }

  @Test("of a grid stand side by side with one caption")
  func grid() {
    let read = XMLReading(SVGRenderer().render(SampleCharts.fourBoundaries))
    #expect(read.isValid)
    #expect(read.texts.last == SampleCharts.fourBoundaries.caption)
    #expect(read.texts.contains("l2 0.001"))
    #expect(XMLReading(SVGRenderer().render(SampleCharts.namedRows)).texts.contains("l2=0.1"))
    #expect(XMLReading(SVGRenderer().render(ChartGrid(charts: []))).isValid)
  }
}
