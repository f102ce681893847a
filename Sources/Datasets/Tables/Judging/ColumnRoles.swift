/// Which column of a table is the target, and which are its features.
struct ColumnRoles {
  /// The index of the target column.
  var target: Int
  /// The indices of the feature columns, ascending.
  var features: [Int]
  /// The indices of the columns whose texts are numbered.
  var ordinal: Set<Int> = []
  /// The indices of the columns of which each different cell becomes a feature.
  var oneHot: Set<Int> = []

  /// - Parameters:
  ///   - columns: The names of the columns.
  ///   - empty: The indices of those that hold nothing, which are no features.
  /// - Throws: `DatasetError` if a name is not there, or if no feature is left.
  init(
    columns: [String], empty: Set<Int>, file: String, options: TableOptions
  ) throws(DatasetError) {
    func index(of name: String, option: String) throws(DatasetError) -> Int {
      if let index = columns.firstIndex(of: name) { return index }
      if let number = Int(name), (1...columns.count).contains(number) { return number - 1 }
      throw DatasetError(
        file: file, option: option, .unknownName(.init(.column, name, known: columns)))
    }
    var ignored: [Int] = []
    for name in options.skip { ignored.append(try index(of: name, option: "skip")) }
    let kept = columns.indices.filter { !ignored.contains($0) }
    let named = try options.target.map { name throws(DatasetError) in
      try index(of: name, option: "target")
    }
    guard let chosen = named ?? kept.last(where: { !empty.contains($0) }) ?? kept.last,
      kept.contains(chosen)
    else { throw DatasetError(file: file, option: "skip", .table(.skippedTarget)) }
    target = chosen
    features = kept.filter { $0 != chosen && !empty.contains($0) }
    for name in options.ordinal { ordinal.insert(try index(of: name, option: "ordinal")) }
    for name in options.oneHot { oneHot.insert(try index(of: name, option: "onehot")) }
    if features.isEmpty { throw DatasetError(file: file, .table(.oneColumn)) }
    if let both = ordinal.intersection(oneHot).min() {
      throw DatasetError(
        file: file, option: "ordinal", .table(.ordinalAndOneHot(column: columns[both])))
    }
  }
}
