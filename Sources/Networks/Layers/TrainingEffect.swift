/// What a layer does to its inputs in training that answers of a network must not suffer.
public enum TrainingEffect: Hashable, Sendable {
  /// Some are set to 0.
  case drops
  /// Random numbers are added.
  case addsNoise
  /// They are shifted and stretched by the others of the batch.
  case normalizes
}
