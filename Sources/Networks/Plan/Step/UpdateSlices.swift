import TensorEngine

/// What a step changes: a part of the parameters, with their gradients and what is remembered for
/// them.
struct UpdateSlices {
  let weights: FloatSlice
  let gradient: FloatSlice
  /// The slots in the order of ``UpdateRule/slotNames``; one that the rule does not name is not to
  /// be touched.
  let first: FloatSlice
  let second: FloatSlice
  let third: FloatSlice
}
