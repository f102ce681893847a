/// What may stand on top of a notebook for a while, and leads back to it.
protocol Excursion: Conversation {
  /// What is said when it is left.
  var farewell: String { get }
}
