import TensorEngine

extension Generator {
  /// Invented houses, whose features have very different units.
  ///
  /// ```
  /// area      40 to 240 square metres, uniform, in whole metres
  /// rooms     one for each 30 square metres, one fewer or more
  /// age       0 to 100 years, small ones oftener
  /// distance  0 to 30 kilometres from the town, in tenths
  /// price     60 + 2 area + 10 rooms - age - 4 distance + noise   in thousands
  /// ```
  static let houses = Generator(
    name: "houses", summary: "invented houses and their prices, for regression and for scaling",
    options: [
      .whole("houses", 200, 1...1_000_000, "how many houses there are"),
      .noise(15, "standard deviation of the normal noise added to the price"),
    ]
  ) { settings throws(DatasetError) in
    let (count, noise) = (settings.whole("houses"), settings["noise"])
    let draws = settings.stream("features").uniformDoubles(count: 4 * count)
    let pushes = settings.stream().normals(count: count)
    var inputs: [Float] = []
    var prices: [Float] = []
    var values: [Float] = []
    var watch = InterruptionWatch(settings.interruption)
    for house in 0..<count {
      try watch.check(of: settings.generator)
      let draw = draws[4 * house..<4 * house + 4]
      let area = (40 + 200 * draw[4 * house]).rounded()
      let rooms = max((area / 30 + 2 * draw[4 * house + 1] - 1).rounded(), 1)
      let age = (100 * draw[4 * house + 2] * draw[4 * house + 2]).rounded()
      let distance = (300 * draw[4 * house + 3]).rounded() / 10
      let price = 60 + 2 * area + 10 * rooms - age - 4 * distance
      inputs += [Float(area), Float(rooms), Float(age), Float(distance)]
      prices.append(Float(price + noise * pushes[house]))
      values.append(Float(price))
    }
    var dataset = try Dataset(
      name: settings.generator, inputShape: [4], inputs: .floats(inputs),
      targets: .values(prices, width: 1), exampleKind: .house,
      featureNames: ["area", "rooms", "age", "distance"], classNames: [],
      targetName: "price")
    dataset.origin = .values(values, deviation: noise)
    return dataset
  }
}
