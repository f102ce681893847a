/// What fills the region of a class.
///
/// Two classes are dots where characters have some: none and all of them, fewer and more where the
/// classifier is unsure. More classes have glyphs, which tell them apart without colour.
struct RegionFill {
  private static let ascii: [(confident: Character, unsure: Character)] = [
    (" ", "."), ("=", ":"), ("/", ","), ("\\", "`"), ("|", "'"), ("~", "-"),
  ]

  let classCount: Int
  let pictures: Pictures

  var hasDots: Bool { pictures != .ascii && classCount <= 2 }

  /// The glyph of a region far from any other.
  func glyph(_ classIndex: Int, isConfident: Bool) -> Character {
    guard hasDots else {
      let fill = Self.ascii[Int(classIndex.magnitude % UInt(Self.ascii.count))]
      return isConfident ? fill.confident : fill.unsure
    }
    if pictures == .blocks {
      let ladder = ShadeLadder.glyphs(.blocks)
      let shades = isConfident ? [ladder[0], ladder[7]] : [ladder[4], ladder[6]]
      return shades[min(max(classIndex, 0), 1)]
    }
    var bits: UInt8 = 0
    for down in 0..<pictures.dots.down {
      for across in 0..<pictures.dots.across
      where Self.isSet(across, down, classIndex: classIndex, isConfident: isConfident) {
        bits |= Pictures.bit(across: across, down: down)
      }
    }
    return pictures.character(of: bits)
  }

  /// The cell of a character.
  ///
  /// - Parameter decision: What is decided at a dot of it, counted from the top left.
  func cell(decision: (_ across: Int, _ down: Int) -> RegionCells.Decision?) -> Cell {
    let dots = hasDots ? pictures.dots : (across: 1, down: 1)
    var bits: UInt8 = 0
    var most = (classIndex: 0, count: 0)
    var counts = [0, 0]
    var sure = 0
    var unknown = 0
    for down in 0..<dots.down {
      for across in 0..<dots.across {
        guard let decision = decision(across, down) else { continue }
        if !decision.isKnown { unknown += 1 }
        if decision.isConfident { sure += 1 }
        let classIndex = hasDots ? min(decision.classIndex, 1) : decision.classIndex
        if hasDots { counts[classIndex] += 1 }
        let count = hasDots ? counts[classIndex] : 1
        if count > most.count { most = (classIndex, count) }
        if isSet(across, down, classIndex, decision.isConfident) {
          bits |= Pictures.bit(across: across, down: down)
        }
      }
    }
    guard most.count > 0 else { return .blank }
    if unknown * 2 > dots.across * dots.down { return Cell(Misplaced.notANumber.glyph) }
    let isMixed = hasDots && counts[0] > 0 && counts[1] > 0
    if isMixed || hasDots && pictures == .braille {
      return Cell(pictures.character(of: bits), series: most.classIndex)
    }
    let isConfident = sure * 2 > dots.across * dots.down || !hasDots && sure > 0
    return Cell(glyph(most.classIndex, isConfident: isConfident), series: most.classIndex)
  }

  /// Blocks have shades of their own for what is unsure.
  private func isSet(_ across: Int, _ down: Int, _ classIndex: Int, _ isConfident: Bool) -> Bool {
    Self.isSet(
      across, down, classIndex: classIndex, isConfident: isConfident || pictures == .blocks)
  }

  /// Of the dots of an unsure region, one in four is another than those of a confident one.
  private static func isSet(
    _ across: Int, _ down: Int, classIndex: Int, isConfident: Bool
  ) -> Bool {
    if isConfident { return classIndex > 0 }
    return classIndex > 0 ? across == 0 || down & 1 == 0 : across == 0 && down & 1 == 0
  }
}
