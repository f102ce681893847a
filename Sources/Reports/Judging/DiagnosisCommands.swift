import Charts
package import Networks

/// Commands that a verdict offers, made to fit the network in hand where there is one.
package struct DiagnosisCommands {
  /// The units of the first hidden dense layer; nil where there is none.
  package var units: Int?
  /// The number of the layer before which a hidden one would go.
  package var hiddenPlace = 1
  /// Whether there is a network whose layers are known.
  package var hasNetwork = false
  /// The rate of its first dropout; nil where it has none.
  package var dropout: Double?
  /// Whether it has a batch normalization.
  package var normalizes = false
  /// Whether its inputs are scaled.
  package var isScaled = false
  /// How it was trained; nil where it was not, or where only figures are judged.
  package var settings: TrainingSettings?

  /// The commands for a network in hand; without arguments those for figures alone.
  package init(
    units: Int? = nil, hiddenPlace: Int = 1, hasNetwork: Bool = false,
    settings: TrainingSettings? = nil
  ) {
    self.units = units
    self.hiddenPlace = hiddenPlace
    self.hasNetwork = hasNetwork
    self.settings = settings
  }

  /// What has to be typed before anything can be compared; nil where that was done.
  private var before: String? { hasNetwork && settings == nil ? "train epochs=100" : nil }

  var forBias: String {
    if let before { return before }
    if hasNetwork, units == nil { return "insert \(hiddenPlace) dense 8 tanh" }
    let units = units ?? 8
    return "compare units=\(units),\(units * 2),\(units * 4)"
  }

  var forVariance: String {
    if let before { return before }
    if let l2 = settings?.l2, l2 > 0 {
      let more = [l2, l2 * 3, l2 * 10].map { NumberText.significant($0, digits: 3) }
      return "compare l2=\(more.joined(separator: ","))"
    }
    if units == nil, hasNetwork { return "compare l2=0,0.001,0.01" }
    guard let dropout else { return "compare plain with(l2=0.01) with(dropout=0.3)" }
    let more = NumberText.significant((1 + dropout) / 2, digits: 2)
    return "compare plain with(l2=0.01) with(dropout=\(more))"
  }

  /// Whether something holds the weights or the units back already.
  private var isRegularized: Bool {
    dropout != nil || (settings?.l2 ?? 0) > 0 || (settings?.l1 ?? 0) > 0
  }

  var adviceForVariance: String {
    isRegularized
      ? "more data, more of the regularization that it has, a smaller network."
      : "more data, regularization, another architecture."
  }

  var adviceForSaturation: String {
    let advice =
      (isScaled ? [] : ["scaled features"]) + ["l2"]
      + (normalizes ? [] : ["batch normalization"]) + ["relu"]
    return advice.joined(separator: ", ") + "."
  }

  var stopsEarly: Bool { settings?.earlyStopping != nil }

  var weighsClasses: Bool { settings?.classWeights != nil }

  private var rate: Double { settings?.optimizer.learningRate ?? 0.01 }

  var smallerRates: String {
    [rate, rate / 3, rate / 10].map { NumberText.significant($0, digits: 1) }
      .joined(separator: ",")
  }

  func forRate(smaller: Bool) -> String {
    let factors = smaller ? [1, 0.1, 0.01] : [1, 10, 100.0]
    let rates = factors.map { NumberText.significant(rate * $0, digits: 2) }
    return "compare rate=\(rates.joined(separator: ",")) plot=loss"
  }

  var forLongerTraining: String { "train epochs=\(settings?.epochs ?? 100)" }

  var forStopping: String { "compare stop=never,early(patience=10) plot=loss" }
}
