extension DiagramChart {
  var reading: [String] {
    columns.indices.map(column) + columns.indices.dropFirst().compactMap(links) + legend
  }

  /// "Column 2, #1 dense 4 tanh: 4 nodes, drawn round, 1 of them dropped in this step: number 2."
  private func column(_ index: Int) -> String {
    let column = columns[index]
    let heading = column.heading.joined(separator: " ")
    let out = column.crossedNodes
    let listed = out.prefix(10).map { String($0 + 1) }.joined(separator: ", ")
    let crossed =
      out.isEmpty
      ? ""
      : ", \(NumberText.count(out.count)) of them \(crossedOutName): "
        + "\(out.count == 1 ? "number" : "numbers") \(listed)\(out.count > 10 ? ", …" : "")"
    let labels = column.labels.prefix(column.count)
    let names =
      labels.isEmpty
      ? ""
      : ", from top to bottom \(labels.prefix(10).joined(separator: ", "))"
        + (labels.count > 10 ? ", …" : "")
    return "Column \(index + 1)\(heading.isEmpty ? "" : ", \(heading)"): "
      + "\(CaptionText.count(column.count, "node")), drawn \(column.outline.rawValue)"
      + "\(names)\(crossed)."
  }

  /// "Each of 3 nodes of column 2 takes in all 2 of column 1: 6 connections.", "The one node of
  /// column 3 takes in all 3 of column 2: 3 connections."
  private func links(into index: Int) -> String? {
    let (before, column) = (columns[index - 1], columns[index])
    let from = before.count - before.crossedNodes.count
    let to = column.count - column.crossedNodes.count
    guard from > 0, to > 0 else { return "No line comes into column \(index + 1)." }
    if column.link == .one {
      return "Each node of column \(index + 1) takes in one of column \(index)."
    }
    let (lines, isTooMany) = from.multipliedReportingOverflow(by: to)
    let count = isTooMany ? "" : ": \(CaptionText.count(lines, "connection"))"
    let nodes = to == 1 ? "The one node" : "Each of \(NumberText.count(to)) nodes"
    let those = from == 1 ? "the one" : "all \(NumberText.count(from))"
    return "\(nodes) of column \(index + 1) takes in \(those) of column \(index)\(count)."
  }

  private var legend: [String] {
    columns.contains { $0.count > 1 && $0.link == .all }
      ? ["A crossing of lines joins every node on its left with every one on its right."] : []
  }
}

extension DiagramChart.Column {
  /// The nodes that are crossed out, from 0; a column may have more nodes than could be counted.
  fileprivate var crossedNodes: [Int] {
    (0..<min(count, crossedOut.count)).filter { crossedOut[$0] }
  }
}
