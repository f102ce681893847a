import Testing

@testable import Charts

@Suite("The nodes of a diagram in a drawing")
struct DiagramNodesTests {
  private static let columns = [
    DiagramChart.Column(["input", "2"], count: 2, labels: ["x1", "x2"]),
    DiagramChart.Column(["#1 dense", "64 leaky_relu", "#2 dropout 0.25"], count: 64),
    DiagramChart.Column(["#3 dense", "32 leaky_relu"], count: 32),
    DiagramChart.Column(["#4 dense", "16 tanh"], count: 16),
    DiagramChart.Column(["#5 dense", "1 sigmoid"], count: 1, labels: ["y"]),
  ]

  @Test(
    "have headings that do not touch, in grids as narrow as there are",
    arguments: [150, 204, 314, 480, 640])
  func headings(width: Int) {
    for isInGrid in [false, true] {
      let space = DrawingSpace(width: Double(width), plotHeight: 100, isInGrid: isInGrid)
      let nodes = DiagramNodes(Self.columns, in: space)
      let labels = Self.columns.indices.flatMap { column in
        Self.columns[column].heading.indices.map { line -> (x: Double, y: Double, width: Double) in
          let place = nodes.heading(line, of: column)
          let text = SVGText.width(Self.columns[column].heading[line])
          return (place.x, place.y, text * Double(nodes.headingSize) / 12)
        }
      }
      for (index, one) in labels.enumerated() {
        for other in labels[(index + 1)...] where other.y == one.y {
          #expect(
            abs(one.x - other.x) >= (one.width + other.width) / 2, "\(width): \(one) \(other)")
        }
        #expect(one.y < nodes.place(0, of: 1).y)
      }
    }
  }

  @Test("stand within the drawing, each column right of the one before it")
  func places() {
    for width in [150.0, 314, 640] {
      let nodes = DiagramNodes(
        Self.columns, in: DrawingSpace(width: width, plotHeight: 100, isInGrid: true))
      let across = Self.columns.indices.map { nodes.place(0, of: $0).x }
      #expect(across == across.sorted() && Set(across).count == across.count)
      #expect(across.allSatisfy { $0 > 0 && $0 < width })
      #expect(Self.columns.indices.allSatisfy { nodes.place(0, of: $0).y < nodes.height })
    }
  }
}
