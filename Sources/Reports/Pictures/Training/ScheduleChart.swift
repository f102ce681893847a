package import Charts
package import Networks

/// Learning rates before they are used.
package enum ScheduleChart {
  /// A curve for each schedule.
  ///
  /// - Parameters:
  ///   - schedules: Each with the steps that an epoch has.
  ///   - rate: The optimizer's rate, for a schedule without one.
  ///   - epochs: How far it is drawn.
  package static func chart(
    _ schedules: [(schedule: Schedule, stepsPerEpoch: Int)], from rate: Double, epochs: Int
  ) -> LineChart {
    let series = schedules.map { schedule, steps in
      LineChart.Series(
        ScheduleText.typed(schedule),
        points: points(schedule, from: rate, epochs: epochs, steps: steps))
    }
    return LineChart(
      title: "learning rate", xAxis: Axis("epochs done"), yAxis: Axis("rate"), series: series,
      caption: caption(series))
  }

  /// At most 1000 points, from the first step to the one behind the last epoch.
  private static func points(
    _ schedule: Schedule, from rate: Double, epochs: Int, steps: Int
  ) -> [Point] {
    let (total, isTooMany) = epochs.multipliedReportingOverflow(by: steps)
    let count = min(isTooMany ? 1000 : total, 1000)
    return (0...count).map { index in
      let time = (Double(epochs) * Double(steps) * Double(index) / Double(count)).rounded(.down)
      return Point(time / Double(steps), schedule.rate(after: time, from: rate))
    }
  }

  /// "cosine(over=60): 0.1 at first, 0.05 half-way, 0 at last"
  private static func caption(_ series: [LineChart.Series]) -> String {
    series.map { series in
      let rates = [0, series.points.count / 2, series.points.count - 1].map {
        ScheduleText.number(series.points[$0].y)
      }
      return "\(series.name): \(rates[0]) at first, \(rates[1]) half-way, \(rates[2]) at last"
    }.joined(separator: " · ")
  }
}
