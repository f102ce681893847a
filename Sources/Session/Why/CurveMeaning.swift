import Charts

/// What the points, the diagonal and a step of a well-known curve mean.
enum CurveMeaning {
  static func sentences(of chart: Chart) -> [String] {
    guard case .line(let line) = chart, let curve = line.curve else { return [] }
    return switch curve {
    case .roc:
      [
        "The threshold falls along the curve from the left end, where nothing is called the class, "
          + "to the right end, where everything is. A step up is one more example of the class "
          + "found; a step to the right is one more false alarm.",
        "\"chance\", the diagonal, is what a coin finds: as large a share of the class as of the "
          + "others. The further the curve is above it, the better the scores rank.",
        decision,
      ]
    case .precisionRecall:
      [
        "The threshold falls along the curve from left to right. A step to the right is one more "
          + "example of the class found; a fall is a false alarm, which makes the share that is "
          + "right smaller.",
        "There is no diagonal here: chance is a level line as high as the share of the class, the "
          + "figure behind chance in the line below the picture.",
        decision,
      ]
    case .calibration:
      [
        "A point of the curve is a bin: examples predicted with about that confidence, and the "
          + "share of them that is right.",
        "\"as sure as right\", the diagonal, is where 80% confidence is right 80% of the time. A "
          + "point below it is overconfident, one above it underconfident, by its distance upwards.",
      ]
    case .coverage:
      [
        "A step to the right lowers the threshold of confidence: more examples are answered, the "
          + "next less sure ones. It goes up where they are right, and down where they are wrong.",
        "The right end is the accuracy when all is answered. A curve that falls towards it says "
          + "that confidence tells right from wrong; a level one, that it does not.",
      ]
    case .fit:
      [
        "\"fit\" is what the network answers at 1001 places along the column, in the unit of the "
          + "target. Of several columns the others are held at their training means: it says what "
          + "would be answered there, and not what the column does in the world.",
        "A point stands where an example has its column and its target. Its other columns are its "
          + "own, so that it may be far from the curve and still be met: plot residuals shows what "
          + "is missed.",
      ]
    case .residuals:
      [
        "A point is an example: across what is predicted for it, upwards its target less that. "
          + "\"exact\" is where nothing is left over; above it too little was predicted.",
        "A good fit leaves a level band without a shape. A bend says that the network is too simple "
          + "or trained too little, a funnel that large values are missed by more.",
      ]
    }
  }

  private static let decision =
    "The mark \"as it decides\" is the point at the threshold that the network uses: 0.5 unless it "
    + "was set, or the likeliest of more than two classes."
}
