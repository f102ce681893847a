import Charts

/// Pictures that stand alone in a notebook of Jupyter, light or dark as what shows them.
enum JupyterPicture {
  /// A picture as SVG that brings its dark colours along; grey pixels mean what they are, and stay.
  static func text(of picture: Block) -> String {
    let svg = picture.svg(by: SVGRenderer())
    guard !picture.charts.contains(where: { $0.kind == .image }), svg.hasPrefix("<svg "),
      let end = svg.firstIndex(of: ">")
    else { return svg }
    let head = "<svg class=\"overfit\" " + svg[..<svg.index(after: end)].dropFirst(5)
    return head + style + svg[svg.index(after: end)...]
  }

  private static let style =
    "\n<style>\n" + PictureColors.rules(\.light, within: ".overfit")
    + "@media (prefers-color-scheme: dark) {\n.overfit { fill: #f1f1f3; }\n"
    + PictureColors.rules(\.dark, within: ".overfit") + "}\n</style>"
}
