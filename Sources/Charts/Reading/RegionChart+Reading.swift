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
      + (pointsName.isEmpty ? [] : ["The points on it are \(pointsName), \(points.count) of them."])
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
          + "than that of the place where the point stands.",
        "Where points share a place, the sign is that of the class with the most of them there, of "
          + "equally many the first in the legend; it is marked as misclassified where most of the "
          + "points of that class there are.",
      ]
  }
}
