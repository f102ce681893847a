/// What must be there for a picture to be drawn of a network.
package enum PictureRequirement: Sendable {
  /// Of the data.
  case data(DataRequirement)
  /// Of the network.
  case network(NetworkRequirement)
  /// A network that has learned.
  case training
  /// Of both: that the outputs are such as the targets are.
  case fittingOutputs
}
