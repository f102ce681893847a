extension StackedBarChart {
  var reading: [String] {
    bars.map { bar in
      let figures = zip(parts, bar.values).map { "\($0) \(text($1))" }
      return "\(labelTitle.isEmpty ? "" : labelTitle + " ")\(bar.label): "
        + "\(figures.joined(separator: " + ")) = \(totalName) \(text(bar.total))."
    }
      + (hasNegativePart
        ? [
          "A part below 0 is taken off the end of its bar: the parts end at the sum, and the piece "
            + "behind it is what was taken off."
        ] : [])
  }
}
