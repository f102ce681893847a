extension NetworkInHand {
  /// Takes note that it is trained on data as they are divided.
  package mutating func learn(from data: DataInHand) {
    if !hasLearned { origin = .drawn }
    preparation = SavedNetwork.preparation(of: data, for: network)
    origin.train(on: data.mark)
  }
}
