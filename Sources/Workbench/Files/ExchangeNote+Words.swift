package import Exchange

/// What is said of a network that was taken over from another program, or written for one.
extension Wording {
  /// What a student should know of a network that went from one program to another, in a sentence.
  package static func text(of note: ExchangeNote) -> String {
    switch note {
    case .seeds: "Seeds of Keras are left behind: what is random follows the seed of this session."
    case .initializer(let layer, let kind):
      "How layer \(layer) draws its first weights, \(shown(kind)), is left behind: initialize draws others."
    case .batchSize(let count): "Its batches had \(count) examples; here they may have any number."
    case .loss(let name): "Its loss \(shown(name)) is left behind."
    case .optimizer(let name): "Of its optimizer, \(shown(name)) is left behind."
    case .metrics(let names):
      "Its metrics \(names.prefix(6).map(shown).joined(separator: ", ")) are left behind: "
        + "evaluate shows those of this program."
    case .freshWeights:
      "The file has no weights: they are drawn anew, from the seed of this session."
    case .memory: "What the optimizer remembers is left behind: it begins anew."
    case .flattened(let numbers):
      "A flatten stands before "
        + numbers.map { "layer \($0)" }.joined(separator: ", ")
        + ": Keras's Dense does not flatten its inputs itself."
    case .penalty(let l1, let l2):
      "The penalty of its training is left behind (l1 \(l1), l2 \(l2)): layers can have their own."
    case .scaled(let kind):
      "Its inputs must be scaled as here (\(kind)) before it is asked: the file does not do that."
    case .trainingLayers(let layers):
      "Left out, for they change nothing after the training: \(layers.joined(separator: ", "))."
    case .logits(let activation):
      "Its outputs are logits: the \(activation) of them is what is predicted."
    }
  }
}
