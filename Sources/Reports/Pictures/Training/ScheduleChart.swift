package import Charts
package import Networks

/// Learning rates before they are used.
package enum ScheduleChart {
  /// The most points of a curve.
  private static let pointLimit = 1000

  /// A curve for each schedule: the rates that a training of so many epochs would use, from that of
  /// its first epoch or step to that of its last one.
  ///
  /// - Parameters:
  ///   - schedules: Each with the steps that an epoch has.
  ///   - rate: The optimizer's rate, for a schedule without one.
  ///   - epochs: How far it is drawn.
  package static func chart(
    _ schedules: [(schedule: Schedule, stepsPerEpoch: Int)], from rate: Double, epochs: Int
  ) -> LineChart {
    let lengths = schedules.map { Double(epochs) * Double($0.stepsPerEpoch) }
    let series = zip(schedules, lengths).map { one, length in
      LineChart.Series(
        ScheduleText.typed(one.schedule),
        points: times(upTo: length).map { time in
          Point(time / Double(one.stepsPerEpoch), one.schedule.rate(after: time, from: rate))
        })
    }
    return LineChart(
      title: "learning rate", xAxis: Axis("epochs done", extent: Extent(0, Double(epochs))),
      yAxis: Axis("rate"), series: series,
      caption: zip(schedules, lengths).map { one, length in
        "\(ScheduleText.typed(one.schedule)): \(rates(of: one.schedule, upTo: length, from: rate))"
      }.joined(separator: " · "))
  }

  /// At most 1000 times, from the first epoch or step to the last one, evenly.
  private static func times(upTo length: Double) -> [Double] {
    let count = Int(min(length, Double(pointLimit)))
    guard count > 1 else { return [0] }
    return (0..<count).map { (Double($0) * (length - 1) / Double(count - 1)).rounded(.down) }
  }

  /// "0.1 in epoch 1, 0.05 in epoch 31, 0.00006852 in epoch 60": at first, in the middle and at last;
  /// of an even number of epochs or steps the later one of the two in the middle.
  private static func rates(
    of schedule: Schedule, upTo length: Double, from rate: Double
  ) -> String {
    let times = [0, (length / 2).rounded(.down), length - 1]
    return times.indices.filter { $0 == 0 || times[$0] > times[$0 - 1] }.map { place in
      "\(ScheduleText.number(schedule.rate(after: times[place], from: rate))) in "
        + "\(schedule.unit.rawValue) \(NumberText.count(Int(times[place]) + 1))"
    }.joined(separator: ", ")
  }
}
