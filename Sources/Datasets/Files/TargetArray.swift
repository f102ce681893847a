import TensorEngine

/// The targets of a data set, from arrays whose first dimension counts the examples.
struct TargetArray {
  private static let mostClasses = 1000
  private static let mostWholeNumbers = 20

  private let file: String
  /// The numbers of each row: 1, or K.
  private let width: Int
  private var numbers: [Double] = []
  private var texts: [String] = []
  private var areIntegers = true

  /// - Throws: `DatasetError` for arrays of another shape than `[N]` or `[N, K]`, or with values
  ///   that are not finite.
  init(_ arrays: [NPYArray], file: String) throws(DatasetError) {
    self.file = file
    let shape = arrays[0].shape
    width = shape.rank == 2 ? shape.dimensions[1] : 1
    for array in arrays {
      guard (1...2).contains(array.shape.rank), width >= 1,
        (array.shape.rank == 2 ? array.shape.dimensions[1] : 1) == width
      else { throw DatasetError(file: file, .array(.targetShape(array.shape))) }
      switch array.values {
      case .texts(let values): texts += values
      case .bytes, .integers: numbers += array.numbers ?? []
      case .floats, .doubles:
        numbers += array.numbers ?? []
        areIntegers = false
      }
    }
    guard texts.isEmpty || (numbers.isEmpty && width == 1) else {
      throw DatasetError(file: file, .array(.textTargets))
    }
    if let wrong = numbers.firstIndex(where: { !($0.magnitude <= InputArray.largestMagnitude) }) {
      throw DatasetError(
        file: file, .array(.target(numbers[wrong], number: wrong / width + 1)))
    }
  }

  /// The numbers in double precision, row after row.
  var exactValues: [Double] { numbers }

  /// The targets, and the names of the classes if they are classes.
  ///
  /// - Throws: `DatasetError` if they can't be what is asked for, or if there is only one class.
  func targets(kind: TargetKind?) throws(DatasetError) -> (Targets, classNames: [String]) {
    if !texts.isEmpty {
      guard kind != .values else {
        throw DatasetError(file: file, option: "kind", .array(.textsAsValues))
      }
      let names = try Self.different(texts, file).sorted {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
      return try classes(texts, names: names)
    }
    if width > 1 {
      if kind != .values, let classes = oneHotClasses {
        return (.classes(classes, count: width), (0..<width).map { "\($0)" })
      }
      guard kind != .classes else {
        throw DatasetError(file: file, option: "kind", .array(.notOneHot(width: width)))
      }
      return (
        .values(
          try numbers.map(orThrow: DatasetError.interrupted(file)) { Float($0) }, width: width), []
      )
    }
    let kinds = Array(try Self.different(numbers, file)).sortedUntilCalledOff()
    guard kind == .classes || (kind == nil && looksLikeClasses(kinds)) else {
      return (
        .values(try numbers.map(orThrow: DatasetError.interrupted(file)) { Float($0) }, width: 1),
        []
      )
    }
    return try classes(
      numbers.map(orThrow: DatasetError.interrupted(file), Self.text), names: kinds.map(Self.text))
  }

  private static func different<Value: Hashable>(
    _ values: [Value], _ file: String
  ) throws(DatasetError) -> Set<Value> {
    var different: Set<Value> = []
    var watch = InterruptionWatch()
    for value in values {
      try watch.check(of: file)
      different.insert(value)
    }
    return different
  }

  private func looksLikeClasses(_ kinds: [Double]) -> Bool {
    let most = areIntegers ? Self.mostClasses : Self.mostWholeNumbers
    guard kinds.allSatisfy({ Int(exactly: $0) != nil }), kinds.count <= most else { return false }
    return kinds.count * 2 <= numbers.count || kinds.allSatisfy { $0 == 0 || $0 == 1 }
  }

  private func classes(
    _ labels: [String], names: [String]
  ) throws(DatasetError) -> (Targets, classNames: [String]) {
    guard names.count <= Self.mostClasses else {
      throw DatasetError(file: file, .array(.classCount(names.count)))
    }
    guard names.count > 1 else { throw DatasetError(file: file, .array(.oneClass(names[0]))) }
    var numbers: [String: Int32] = [:]
    for (index, name) in names.enumerated() { numbers[name] = Int32(index) }
    return (
      .classes(
        try labels.map(orThrow: DatasetError.interrupted(file)) { numbers[$0] ?? 0 },
        count: names.count), names
    )
  }

  /// The place of the only 1 of each row; nil if a row is anything else than one 1 and zeros.
  private var oneHotClasses: [Int32]? {
    var classes: [Int32] = []
    var watch = InterruptionWatch()
    for start in stride(from: 0, to: numbers.count, by: width) {
      if watch.isAsked(weight: width) { return nil }
      var place: Int?
      for index in 0..<width where numbers[start + index] != 0 {
        guard numbers[start + index] == 1, place == nil else { return nil }
        place = index
      }
      guard let place else { return nil }
      classes.append(Int32(place))
    }
    return classes
  }

  private static func text(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }
}
