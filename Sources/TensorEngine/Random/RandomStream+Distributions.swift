extension RandomStream {
  /// Numbers spread evenly over `[0, 1)`, multiples of 2⁻²⁴; number `i` comes from word `i`.
  public func uniforms(count: Int) -> [Float] {
    words(count: count).map { Float($0 >> 8) * 0x1p-24 }
  }

  /// Numbers spread evenly over `[0, 1)`, multiples of 2⁻⁵³, from number `first` on; number `i`
  /// comes from the words `2 i` and `2 i + 1`.
  public func uniformDoubles(from first: Int = 0, count: Int) -> [Double] {
    let words = words(from: 2 * UInt64(max(0, first)), count: 2 * max(0, count))
    var numbers = [Double](repeating: 0, count: max(0, count))
    var watch = InterruptionWatch()
    for place in numbers.indices where !watch.isAsked() {
      numbers[place] = Self.uniform(words[2 * place], words[2 * place + 1])
    }
    return numbers
  }

  /// Normally distributed numbers with mean 0 and standard deviation 1.
  ///
  /// The numbers `2 i` and `2 i + 1` are `r cos t` and `r sin t` with `r = sqrt(-2 log(1 - u))`
  /// and `t = 2 pi v`, where `u` and `v` are the uniform doubles of those numbers; so a longer
  /// array begins with a shorter one.
  ///
  /// Source: Box and Muller, "A Note on the Generation of Random Normal Deviates", 1958.
  ///
  /// - Parameter first: The number of the first, which is even.
  public func normals(from first: Int = 0, count: Int) -> [Double] {
    precondition(first >= 0 && first % 2 == 0, "normal numbers are drawn in pairs")
    let count = max(0, count)
    let words = words(from: 2 * UInt64(first), count: 4 * ((count + 1) / 2))
    var normals: [Double] = []
    normals.reserveCapacity(count + 1)
    var watch = InterruptionWatch()
    for pair in stride(from: 0, to: words.count, by: 4) {
      if watch.isAsked() {
        normals += repeatElement(0, count: words.count / 2 - normals.count)
        break
      }
      let u = Self.uniform(words[pair], words[pair + 1])
      let v = Self.uniform(words[pair + 2], words[pair + 3])
      let radius = (-2 * ElementaryMath.log(1 - u)).squareRoot()
      normals.append(radius * ElementaryMath.cos(2 * Double.pi * v))
      normals.append(radius * ElementaryMath.sin(2 * Double.pi * v))
    }
    if normals.count > count { normals.removeLast() }
    return normals
  }

  private static func uniform(_ high: UInt32, _ low: UInt32) -> Double {
    Double((UInt64(high) << 32 | UInt64(low)) >> 11) * 0x1p-53
  }
}
