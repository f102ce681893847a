import Foundation
import GoldenTexts
import JSON
import Testing

@testable import Charts

@Suite("Pictures for Vega-Lite")
struct VegaLiteTests {
  private static let charts = SampleCharts.all + OddCharts.all

  private static func read(_ chart: Chart) throws -> JSONValue {
    try JSONValue(reading: VegaLiteRenderer().render(chart).utf8)
  }

  /// All layers of a specification, those of its inner views among them.
  private static func layers(_ view: JSONValue) -> [JSONValue] {
    let own = view["layer"]?.list ?? []
    return own + ["concat", "vconcat"].flatMap { (view[$0]?.list ?? []).flatMap(layers) }
  }

  @Test("say what they are, and what they show")
  func head() throws {
    for chart in Self.charts {
      let view = try Self.read(chart)
      #expect(view["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json")
      guard case .string(let text)? = view["description"] else {
        Issue.record("no description")
        continue
      }
      #expect(text.isEmpty == chart.caption.isEmpty)
      #expect(!Self.layers(view).isEmpty)
    }
  }

  @Test("have every field of a channel in every row, and numbers where there are numbers")
  func fields() throws {
    for chart in Self.charts {
      for layer in Self.layers(try Self.read(chart)) {
        guard case .object(let channels)? = layer["encoding"] else {
          Issue.record("no channels")
          continue
        }
        for row in layer["data"]?["values"]?.list ?? [] {
          for channel in channels {
            guard case .string(let field)? = channel.value["field"] else { continue }
            #expect(row[field] != nil, "\(chart.kind): \(field)")
          }
        }
      }
    }
  }

  @Test("have each key of a row in the legend, in one colour, which the SVG has too")
  func keys() throws {
    for chart in Self.charts {
      let svg = SVGRenderer().render(chart).uppercased()
      for layer in Self.layers(try Self.read(chart)) {
        let rows = layer["data"]?["values"]?.list ?? []
        for name in ["stroke", "fill", "shape", "strokeDash"] {
          guard let channel = layer["encoding"]?[name], channel["field"] == "key" else { continue }
          let domain = channel["scale"]?["domain"]?.list ?? []
          #expect(Set(domain.map(\.text)).count == domain.count, "\(chart.kind)")
          #expect(channel["scale"]?["range"]?.list?.count == domain.count)
          for row in rows where row["key"] != .null {
            #expect(row["key"].map(domain.contains) == true, "\(chart.kind): \(row.text)")
          }
          guard name == "stroke", let first = rows.first?["key"],
            let index = domain.firstIndex(of: first),
            case .string(let color)? = channel["scale"]?["range"]?.list?[index]
          else { continue }
          // The greys are written with half the digits there.
          let short =
            "#"
            + color.dropFirst().enumerated().filter { $0.offset % 2 == 0 }.map { "\($0.element)" }
            .joined()
          #expect(svg.contains(color.uppercased()) || svg.contains(short.uppercased()), "\(color)")
        }
      }
    }
  }

  @Test("hold nothing that turns or hides text, and no number that is none")
  func hostile() throws {
    let names = ["a\u{202E}b", "</script><b>", "\"]}", "datum.x", "a\nb", "", ""]
    let chart = Chart.line(
      LineChart(
        title: names[0], xAxis: Axis(names[1]), yAxis: Axis(names[4], scale: .logarithmic),
        series: names.map {
          LineChart.Series(
            $0, points: [Point(1, 2), Point(.nan, 1), Point(2, -.infinity), Point(3, 0)])
        }, marks: [.init(x: .infinity, label: names[3])]))
    let text = VegaLiteRenderer().render(chart)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.lowercased().contains("nan") && !text.contains(":inf"))
    let view = try JSONValue(reading: text.utf8)
    #expect(view["title"]?["text"] == "ab")
    let domain = Self.layers(view).last?["encoding"]?["shape"]?["scale"]?["domain"]?.list
    #expect(domain?.contains("</script><b>") == true)
    #expect(domain?.contains(" (2)") == true)
  }

  @Test("keep the charts of a grid in their order, with one legend where all have the same")
  func grids() throws {
    let text = VegaLiteRenderer().render(SampleCharts.fourRates)
    let view = try JSONValue(reading: text.utf8)
    let titles = view["concat"]?.list?.map { $0["title"]?["text"] }
    #expect(titles == SampleCharts.fourRates.charts.map { $0.title.map { .string($0) } })
    #expect(view["resolve"]?["scale"]?["stroke"] == "shared")
  }

  @Test("are as the schema of the program's own data says, in that form")
  func data() throws {
    let schema = try JSONSchema.format.get()
    for chart in Self.charts {
      // There are no less than no values in a bin.
      if case .histogram(let histogram) = chart, histogram.counts.contains(where: { $0 < 0 }) {
        continue
      }
      let read = try JSONValue(reading: Document([.chart(chart)]).json.text.utf8)
      #expect(schema.faults(of: read, as: "document").isEmpty, "\(chart.kind)")
    }
    let grid = try JSONValue(reading: Document([.grid(SampleCharts.fourRates)]).json.text.utf8)
    #expect(schema.faults(of: grid, as: "document").isEmpty)
  }
}

extension JSONValue {
  fileprivate var list: [JSONValue]? { if case .array(let list) = self { list } else { nil } }
}
