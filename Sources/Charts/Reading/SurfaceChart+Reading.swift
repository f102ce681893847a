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
