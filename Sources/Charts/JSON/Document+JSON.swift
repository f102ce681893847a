package import JSON

extension Document {
  /// The document as data: an array of blocks, each an object that begins with its kind.
  ///
  /// Facts are an object of names and values (a name that comes again gets a number: `loss 2`), a
  /// table the titles of its columns and an object for each row, a chart its data.
  package var json: JSONValue { .array(blocks.map(\.json)) }
}

extension Block {
  var json: JSONValue {
    switch self {
    case .text(let text): ["kind": "text", "text": .string(text)]
    case .verbatim(let text): ["kind": "verbatim", "text": .string(text)]
    case .facts(let facts):
      ["kind": "facts", "facts": .uniqueObject(facts.map { ($0.name, $0.value.json) })]
    case .table(let table): table.json
    case .chart(let chart): chart.json
    case .grid(let grid): grid.json
    }
  }
}

extension FactValue {
  /// The value as data: fractions are numbers from 0 to 1, what is missing is null.
  package var json: JSONValue {
    switch self {
    case .number(let number), .fraction(let number): .number(number)
    case .count(let count): .integer(count)
    case .text(let text): .string(text)
    case .flag(let flag): .bool(flag)
    case .list(let values): .array(values.map(\.json))
    case .missing: .null
    }
  }
}

extension Table {
  var json: JSONValue {
    var members = [JSONValue.Member("kind", "table")]
    if let title { members.append(.init("title", .string(title))) }
    members.append(.init("columns", .array(columns.map { .string($0.title) })))
    members.append(.init("rows", .array(rows.map(object))))
    if !footer.isEmpty { members.append(.init("footer", .array(footer.map(object)))) }
    return .object(members)
  }

  private func object(_ row: [Cell]) -> JSONValue {
    .uniqueObject(
      columns.enumerated().flatMap { place, column -> [(String, JSONValue)] in
        guard place < row.count else { return [(column.title, .null)] }
        let deviation = row[place].deviation.map {
          ("\(column.title) deviation", JSONValue.number($0))
        }
        return [(column.title, row[place].value.json)] + (deviation.map { [$0] } ?? [])
      })
  }
}

extension JSONValue {
  /// An object in which a name that comes again gets a number behind it.
  static func uniqueObject(_ pairs: [(String, JSONValue)]) -> JSONValue {
    var taken: Set<String> = []
    return .object(
      pairs.map { name, value in
        var unique = name
        var number = 2
        while !taken.insert(unique).inserted {
          unique = "\(name) \(number)"
          number += 1
        }
        return Member(unique, value)
      })
  }

  static func numbers(_ numbers: some Sequence<Double>) -> JSONValue {
    .array(numbers.map { .number($0) })
  }

  static func integers(_ integers: some Sequence<Int>) -> JSONValue {
    .array(integers.map { .integer($0) })
  }
}
