extension HeatMapChart {
  var reading: [String] {
    let signs =
      extent.lower < 0 && extent.upper > 0
      ? "; positive and negative ones look different, and zero is blank" : ""
    func titled(_ title: String) -> String { title.isEmpty ? "" : " (\(title))" }
    let ends = CaptionText.ends(extent.lower, extent.upper, on: valueAxis)
    let head = [
      "\(CaptionText.count(rows, "row"))\(titled(rowTitle)) and "
        + "\(CaptionText.count(columns, "column"))\(titled(columnTitle)).",
      "The denser a cell, the larger its value\(titled(valueAxis.heading)), from "
        + "\(ends[0]) to \(ends[1])\(signs).",
    ]
    return head + extremes + figures + diagonal + oddities
  }

  private var shown: Range<Int> { 0..<rows * columns }

  /// Where the largest and the smallest value stand, and how many are exactly 0.
  private var extremes: [String] {
    let finite = shown.filter { values[$0].isFinite }
    guard let most = finite.max(by: { values[$0] < values[$1] }),
      let least = finite.min(by: { values[$0] < values[$1] })
    else { return ["No cell has a number."] }
    guard values[least] < values[most] else {
      return ["Every value is \(valueAxis.text(values[most]))."]
    }
    let zeros = finite.count { values[$0] == 0 }
    return [
      "The largest value, \(valueAxis.text(values[most])), stands at \(place(most)); the smallest, "
        + "\(valueAxis.text(values[least])), at \(place(least)).",
      "\(NumberText.count(zeros)) of \(CaptionText.count(shown.count, "cell")) "
        + "\(zeros == 1 ? "is" : "are") exactly 0.",
    ]
  }

  /// "row outer, column inner", in the chart's own words.
  private func place(_ index: Int) -> String {
    let (row, column) = (index / columns, index % columns)
    let names = [
      row < rowLabels.count ? rowLabels[row] : String(row + 1),
      column < columnLabels.count ? columnLabels[column] : String(column + 1),
    ]
    return "\(rowTitle.isEmpty ? "row" : rowTitle) \(names[0]), "
      + "\(columnTitle.isEmpty ? "column" : columnTitle) \(names[1])"
  }

  /// What is written into the cells, by the example of the first one that is not 0.
  private var figures: [String] {
    let written = shown.filter { $0 < texts.count && !texts[$0].isEmpty && values[$0].isFinite }
    guard let first = written.first(where: { values[$0] != 0 }) ?? written.first else { return [] }
    return [
      "The figure in a cell is written where there is room: \(texts[first]) at \(place(first)), whose "
        + "value is \(valueAxis.text(values[first]))."
    ]
  }

  /// A matrix of one set of names against itself, such as a confusion matrix.
  private var diagonal: [String] {
    guard rows == columns, rows > 1, rowLabels == columnLabels, rowLabels.count == rows else {
      return []
    }
    let cells = (0..<rows).map { index -> String in
      let place = index * columns + index
      if values[place].isNaN { return gapName }
      return place < texts.count ? texts[place] : valueAxis.text(values[place])
    }
    return [
      "On the diagonal \(rowTitle.isEmpty ? "row" : rowTitle) and "
        + "\(columnTitle.isEmpty ? "column" : columnTitle) are the same: "
        + "\(cells.joined(separator: ", "))."
    ] + beside
  }

  /// The largest value beside the diagonal; nothing where all are 0.
  private var beside: [String] {
    let cells = shown.filter { $0 / columns != $0 % columns && values[$0].isFinite }
    guard let most = cells.max(by: { values[$0] < values[$1] }), values[most] > 0,
      most < texts.count, !texts[most].isEmpty
    else { return [] }
    return [
      "Beside it they differ, the most at \(place(most)): \(texts[most]), whose value is "
        + "\(valueAxis.text(values[most]))."
    ]
  }

  private var oddities: [String] {
    let undefined = values[shown].count(where: \.isNaN)
    guard gapName == Misplaced.notANumber.meaning || undefined == 0 else {
      return ["\(CaptionText.count(undefined, "cell")) without a number: \(gapName)."]
    }
    return CaptionText.oddities(values[shown]).map { ["Cells without a number: \($0)."] } ?? []
  }
}
