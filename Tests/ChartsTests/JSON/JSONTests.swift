import Charts
import Foundation
import JSON
import Testing

@Suite("JSON")
struct JSONTests {
  @Test("keeps the order of its members")
  func order() {
    let value: JSONValue = ["b": 1, "a": [true, .null, 0.5], "c": ["z": "y"]]
    #expect(value.text == #"{"b":1,"a":[true,null,0.5],"c":{"z":"y"}}"#)
    #expect(value["c"]?["z"] == .string("y"))
    #expect(value["d"] == nil)
  }

  @Test("writes numbers with the fewest digits that read back, and null for no number")
  func numbers() {
    let numbers = [0.1, 1e300, -2.5, 1.0 / 3, .nan, .infinity, -.infinity].map(JSONValue.number)
    #expect(
      JSONValue.array(numbers).text == "[0.1,1e+300,-2.5,0.3333333333333333,null,null,null]")
    #expect(JSONValue.integer(.min).text == "-9223372036854775808")
  }

  @Test("escapes what JSON and a terminal would stumble over")
  func strings() {
    #expect(
      JSONValue.string("\"\\/\n\r\t\u{0}\u{1B}\u{7F}\u{9F}\u{2028}ü😀").text
        == #""\"\\/\n\r\t\u0000\u001b\u007f\u009f\u2028ü😀""#)
  }

  @Test("of every sample document is read by another reader")
  func readable() throws {
    let blocks = (SampleCharts.all + OddCharts.all).map { Block.chart($0) }
    let text = Document(blocks + [.grid(SampleCharts.fourRates)]).json.text
    let read = try JSONDecoder().decode([ReadBlock].self, from: Data(text.utf8))
    #expect(read.count == blocks.count + 1)
    #expect(read.first?.kind == "line chart")
    #expect(read.first?.caption == SampleCharts.learningCurve.caption)
    #expect(read.first?.series?.last?.points.map { $0[1] } == SampleCharts.validation)
    #expect(read.last?.charts?.count == 4)
  }

  private struct ReadBlock: Decodable {
    struct Series: Decodable {
      var points: [[Double?]]
    }

    var kind: String
    var caption: String
    var series: [Series]?
    var charts: [ReadBlock]?
  }

  @Test("has the facts of a document by name, a second one of a name with a number")
  func facts() {
    let document = Document([
      .facts([
        Fact("loss", .number(0.5)), Fact("loss", .fraction(0.25)), Fact("epochs", .count(3)),
        Fact("shape", .list([.count(28), .count(28)])), Fact("note", .text("ok")),
        Fact("accuracy", .missing), Fact("trained", .flag(true)),
      ])
    ])
    #expect(
      document.json.text
        == #"[{"kind":"facts","facts":{"loss":0.5,"loss 2":0.25,"epochs":3,"shape":[28,28],"#
        + #""note":"ok","accuracy":null,"trained":true}}]"#)
  }

  @Test("has a table as its rows, and texts as they are")
  func table() {
    let table = Table(
      columns: [.init("layer"), .init("units")], rows: [[.text("dense"), .count(8)], []],
      footer: [[.text("total"), .count(8)]])
    #expect(
      Document([.table(table), .text("a\nb"), .verbatim("c")]).json.text
        == #"[{"kind":"table","columns":["layer","units"],"#
        + #""rows":[{"layer":"dense","units":8},{"layer":null,"units":null}],"#
        + #""footer":[{"layer":"total","units":8}]},"#
        + #"{"kind":"text","text":"a\nb"},{"kind":"verbatim","text":"c"}]"#)
  }
}
