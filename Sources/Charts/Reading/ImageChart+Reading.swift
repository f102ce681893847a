extension ImageChart {
  var reading: [String] {
    let finite = pixels.prefix(width * height).filter(\.isFinite)
    let blank = finite.count { isInverted ? $0 >= extent.upper : $0 <= extent.lower }
    let head = [
      "An image of \(width) x \(height) pixels, from "
        + "\(NumberText.significant(extent.lower, digits: 4)) to "
        + "\(NumberText.significant(extent.upper, digits: 4)); "
        + (isInverted ? "small" : "large") + " values have the densest signs.",
      "\(NumberText.count(blank)) of \(CaptionText.count(width * height, "pixel")) "
        + "\(blank == 1 ? "is" : "are") blank, at the \(isInverted ? "upper" : "lower") end.",
    ]
    let oddities = CaptionText.oddities(pixels.prefix(width * height)).map {
      ["Pixels without a number: \($0)."]
    }
    return head + (oddities ?? [])
      + bars.map { "The bar \"\($0.label)\" under it is as long as its figure, \($0.text), says." }
  }
}
