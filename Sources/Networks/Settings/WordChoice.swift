/// A setting that is typed as one of some words, such as the name of an activation.
public struct WordChoice<Root: Sendable>: Sendable {
  /// The words, in the order in which help lists them.
  public let words: [String]
  /// The word of the value that is kept.
  public let word: @Sendable (Root) -> String
  /// Keeps the value of a word; what is none of ``words`` changes nothing.
  public let choose: @Sendable (inout Root, String) -> Void

  /// A choice among the cases of a type, each by its raw value.
  public init<Value: CaseIterable & RawRepresentable & Sendable>(
    _ path: Setting<Root>.Path<Value>
  ) where Value.RawValue == String {
    words = Value.allCases.map(\.rawValue)
    word = { $0[keyPath: path].rawValue }
    choose = { root, word in
      if let value = Value(rawValue: word) { root[keyPath: path] = value }
    }
  }
}
