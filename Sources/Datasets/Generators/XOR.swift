import TensorEngine

extension Generator {
  /// A square cut into four, opposite quarters being of one class.
  ///
  /// ```
  /// (x, y) uniform on [-1, 1]^2      class 1 if x and y have different signs, else class 0
  /// ```
  ///
  /// The noise is added after the class is known, so it mixes the classes along the axes.
  static let xor = Generator(
    name: "xor", summary: "four squares, those on a diagonal are of one class",
    options: [.points(), .noise(), .imbalance()]
  ) { settings throws(DatasetError) in
    let shares = try settings.shares()
    let places = settings.stream("places").uniformDoubles(
      count: 2 * settings.whole("points"))
    var points = PointSet(of: settings)
    var next = 0
    for number in 0..<2 {
      for index in 0..<shares[number] {
        // Away from zero: [0, 1) is turned into (0, 1].
        let (x, y) = (1 - places[next], 1 - places[next + 1])
        let side = index.isMultiple(of: 2) ? 1.0 : -1.0
        try points.append(x: side * x, y: (number == 0 ? side : -side) * y, class: number)
        next += 2
      }
    }
    return try points.dataset(settings)
  }
}
