package import Networks

extension Wording {
  /// Why a layer does not belong behind the output layer: "dropout behind the output layer, …".
  package static func reason(against disturbed: DisturbedOutput, in network: Network) -> String {
    let kind = network.layers[disturbed.layer - 1].kind
    let output = network.summaries[disturbed.output - 1]
    let place = "\(kind) behind the output layer, #\(output.number) \(output.text), "
    switch disturbed.effect {
    case .drops: return place + "sets some answers of the network to 0 in each step of training"
    case .addsNoise: return place + "adds noise to the answers of the network themselves"
    case .normalizes:
      return place + "shifts and stretches each answer by the others of its batch"
    }
  }
}
