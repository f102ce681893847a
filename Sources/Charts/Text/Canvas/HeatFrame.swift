/// The signs of the upper or the lower edge of a heat map: none of them is one of its values.
struct HeatFrame {
  let left: String
  let line: Character
  let right: String

  static func top(_ pictures: Pictures) -> HeatFrame {
    pictures == .ascii
      ? HeatFrame(left: " ", line: "_", right: " ")
      : HeatFrame(left: pictures.topLeft, line: pictures.horizontal, right: pictures.topRight)
  }

  static func bottom(_ pictures: Pictures) -> HeatFrame {
    pictures == .ascii
      ? HeatFrame(left: "|", line: "_", right: "|")
      : HeatFrame(left: pictures.bottomLeft, line: pictures.horizontal, right: pictures.bottomRight)
  }
}
