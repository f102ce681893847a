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
