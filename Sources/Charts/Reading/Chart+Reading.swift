extension Chart {
  /// What each axis, mark and figure of the picture is, in sentences made of its own data.
  ///
  /// It names what the legend names and no characters, which are others on other terminals.
  package var reading: [String] {
    let head = title.map { ["The picture is called \"\($0)\"."] } ?? []
    let tail = caption.isEmpty ? [] : ["The line under it sums it up: \(caption)"]
    return head + content.reading + tail
  }
}

extension Axis {
  /// "Across: epoch, from 1 to 100."
  func reading(_ direction: String, _ extent: Extent) -> String {
    let name = heading.isEmpty ? "a number" : heading
    let steps = scale == .logarithmic ? "; equal steps are equal factors" : ""
    let ends = CaptionText.ends(extent.lower, extent.upper, on: self)
    return "\(direction): \(name), from \(ends[0]) to \(ends[1])\(steps)."
  }

  /// A number of the axis as it is written.
  func text(_ number: Double) -> String {
    format == .percent
      ? NumberText.percent(number, places: 1) : NumberText.significant(number, digits: 4)
  }
}

extension LineChart {
  var reading: [String] {
    let extents = extents
    return [
      xAxis.reading("Across", xAxis.extent ?? extents.x),
      yAxis.reading("Upwards", yAxis.extent ?? extents.y),
    ] + series.map(reading)
      + marks.map { mark in
        "The upright line \"\(mark.label)\" stands at \(xAxis.heading) \(xAxis.text(mark.x))."
      } + bandReading
  }

  private func reading(of series: Series) -> String {
    let points = series.points.filter(\.isFinite)
    let name = series.name.isEmpty ? "The curve" : "\"\(series.name)\""
    guard let first = points.first, let last = points.last,
      let least = points.min(by: { $0.y < $1.y }), let most = points.max(by: { $0.y < $1.y })
    else { return "\(name) has no point that could be drawn." }
    let missing = series.points.count - points.count
    let gaps = missing == 0 ? "" : "; \(missing) of its values are no finite numbers"
    return "\(name) begins at \(text(first)) and ends at \(text(last)); lowest \(text(least)), "
      + "highest \(text(most)); \(CaptionText.count(points.count, "point"))\(gaps)."
  }

  /// "0.7012 (epoch 1)"
  private func text(_ point: Point) -> String {
    "\(yAxis.text(point.y)) (\(xAxis.heading.isEmpty ? "x" : xAxis.heading) \(xAxis.text(point.x)))"
  }

  private var bandReading: [String] {
    let widths = series.flatMap(\.spread).filter { $0.isFinite && $0 > 0 }
    guard let least = widths.min(), let most = widths.max() else { return [] }
    let ends = CaptionText.ends(least, most, on: yAxis)
    return [
      "The upright strokes through the points reach from mean - spread to mean + spread: "
        + "\(spreadName), from \(ends[0]) to \(ends[1])."
    ]
  }
}

extension ScatterChart {
  var reading: [String] {
    let points = groups.flatMap(\.points)
    return [
      xAxis.reading("Across", xAxis.extent ?? Extent(covering: points.map(\.x))),
      yAxis.reading("Upwards", yAxis.extent ?? Extent(covering: points.map(\.y))),
    ]
      + groups.map(reading) + ["Where points share a place one hides the others."]
  }

  /// "\"class 0\": 17 points, a sign for each, around x1 0.03 and x2 -0.08."
  private func reading(of group: Group) -> String {
    let points = group.points.filter(\.isFinite)
    let count = CaptionText.count(group.points.count, "point")
    let missing = group.points.count - points.count
    let gaps = missing == 0 ? "" : "; \(missing) of them without a place, as they have no number"
    guard !points.isEmpty else { return "\"\(group.name)\": \(count)\(gaps)." }
    // Divided first: the sum of the largest numbers is infinite.
    let share = 1 / Double(points.count)
    let middle = Point(
      points.reduce(0) { $0 + $1.x * share }, points.reduce(0) { $0 + $1.y * share })
    let names = [xAxis.heading, yAxis.heading]
    return "\"\(group.name)\": \(count), a sign for each, around "
      + "\(names[0].isEmpty ? "x" : names[0]) \(xAxis.text(middle.x)) and "
      + "\(names[1].isEmpty ? "y" : names[1]) \(yAxis.text(middle.y))\(gaps)."
  }
}

extension RegionChart {
  var reading: [String] {
    let wrong = points.count { $0.isMisclassified }
    let unsure = confidences.count { $0 < 0.75 }
    return [
      xAxis.reading("Across", grid.x), yAxis.reading("Upwards", grid.y),
      "The filling says which class is chosen at each place, asked at \(grid.columns) x "
        + "\(grid.rows) places; at \(unsure) of \(confidences.count) of them with a probability "
        + "below 75%. The boundary is where the filling changes.",
    ]
      + classNames.enumerated().map { index, name in
        let share =
          Double(classes.count { $0 == index }) / Double(max(1, classes.count))
        let own = points.filter { $0.classIndex == index }
        let wrong = own.count { $0.isMisclassified }
        return "\"\(name)\" has \(CaptionText.count(own.count, "point")) and "
          + "\(NumberText.percent(share)) of the plane; its points are drawn as "
          + "\(SeriesGlyph.point(index)), and as \(SeriesGlyph.misclassified(index)) where they "
          + "are misclassified, which \(wrong == 1 ? "is 1" : "are \(wrong)")."
      } + [
        "\(wrong) of \(CaptionText.count(points.count, "point")) "
          + "\(wrong == 1 ? "is" : "are") marked as misclassified: the true class is another "
          + "than that of the place where the point stands."
      ]
  }
}

extension SurfaceChart {
  var reading: [String] {
    let name = valueAxis.heading.isEmpty ? "value" : valueAxis.heading
    let levels = SurfaceLevels(valueAxis, extent)
    let steps =
      valueAxis.scale == .logarithmic ? "; each level is the same factor above the one before" : ""
    return [
      xAxis.reading("Across", grid.x), yAxis.reading("Upwards", grid.y),
      "The denser the filling, the larger the \(name), asked at \(grid.columns) x \(grid.rows) "
        + "places: the blank level goes \(levels.text(0)), the densest one begins "
        + "\(levels.text(SurfaceLevels.count - 1))\(steps).",
    ]
      + (path.isEmpty
        ? []
        : [
          "The path has \(CaptionText.count(path.count, "point")), \(pathName); where several "
            + "share a place one hides the others."
        ])
      + marks.map { mark in
        "\"\(mark.label)\" stands at \(xAxis.heading) \(xAxis.text(mark.point.x)), "
          + "\(yAxis.heading) \(yAxis.text(mark.point.y))."
      }
  }
}

extension BarChart {
  var reading: [String] {
    bars.map { "The bar \"\($0.label)\" is as long as its figure, \($0.text), says." }
      + (maximum.map { ["A bar of full length would be \(text(of: $0))."] } ?? [])
  }

  private func text(of length: Double) -> String {
    switch format {
    case .percent: NumberText.percent(length, places: 0)
    case .number: NumberText.significant(length)
    }
  }
}

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

extension Histogram {
  var reading: [String] {
    let most = counts.enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
    let peak = most.map { index, count in
      let width = 1 / Double(counts.count)
      let ends = CaptionText.ends(
        extent.number(at: Double(index) * width), extent.number(at: Double(index + 1) * width),
        on: xAxis)
      return
        "The highest column, \(NumberText.count(count)), is that from \(ends[0]) to \(ends[1])."
    }
    return [
      xAxis.reading("Across", extent),
      "Upwards: how many values fall into each of the \(counts.count) columns, "
        + "\(NumberText.count(counts.reduce(0, &+))) together"
        + (outside == 0
          ? "."
          : "; \(NumberText.count(outside)) more \(outside == 1 ? "has" : "have") no place."),
    ] + (peak.map { [$0] } ?? [])
  }
}
