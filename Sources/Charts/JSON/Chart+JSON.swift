package import JSON

extension Chart {
  /// The chart as data: its kind, title and caption, and what it draws.
  package var json: JSONValue {
    let head: [JSONValue.Member] = [
      .init("kind", .string(kind.rawValue)),
      .init("title", title.map { .string($0) } ?? .null),
      .init("caption", .string(caption)),
    ]
    return .object(head + content.members)
  }
}

extension ChartGrid {
  var json: JSONValue {
    let rows: [JSONValue.Member] =
      rowNames.isEmpty
      ? [] : [.init("rows", .array(rows.map { $0.name.map { .string($0) } ?? .null }))]
    return .object(
      [.init("kind", "grid"), .init("caption", .string(text))] + rows
        + [.init("charts", .array(charts.map(\.json)))])
  }
}

extension Axis {
  var json: JSONValue {
    [
      "title": .string(title), "unit": unit.map { .string($0) } ?? .null,
      "scale": .string(scale.rawValue), "format": .string(format.rawValue),
      "extent": extent?.json ?? .null,
    ]
  }
}

extension Extent {
  var json: JSONValue { [.number(lower), .number(upper)] }
}

extension Point {
  var json: JSONValue { [.number(x), .number(y)] }
}
