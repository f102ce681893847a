package import Workbench

/// What completion offers behind a verb, beside the words that its definition names.
package struct CommandCompletion: Sendable {
  /// Names that can stand behind the verb itself: of what is in hand, or of all verbs.
  package let names: @Sendable (SessionState, CommandTable) -> [String]
  /// The words that can follow a first one: an activation behind `add dense`.
  package let following: @Sendable (_ first: String) -> [String]
  /// The kinds of names that can stand behind the verb itself.
  package let kinds: [NameKind]
  /// The kinds of names that can follow a first word: layers behind `set weights`.
  package let kindsFollowing: @Sendable (_ first: String) -> [NameKind]
  /// The first words that the name of a file follows: `load network`.
  package let wordsBeforeFiles: [String]
  /// The options behind some words; nil where they are those of the verb.
  package let options: @Sendable (_ words: [String]) -> [String]?
  /// What a word means, in half a line; nil where the glossary tells.
  package let meaning: @Sendable (_ word: String) -> String?

  /// Makes it of its parts; without any there is nothing more to offer.
  package init(
    names: @escaping @Sendable (SessionState, CommandTable) -> [String] = { _, _ in [] },
    following: @escaping @Sendable (_ first: String) -> [String] = { _ in [] },
    kinds: [NameKind] = [],
    kindsFollowing: @escaping @Sendable (_ first: String) -> [NameKind] = { _ in [] },
    wordsBeforeFiles: [String] = [],
    options: @escaping @Sendable (_ words: [String]) -> [String]? = { _ in nil },
    meaning: @escaping @Sendable (_ word: String) -> String? = { _ in nil }
  ) {
    self.names = names
    self.following = following
    self.kinds = kinds
    self.kindsFollowing = kindsFollowing
    self.wordsBeforeFiles = wordsBeforeFiles
    self.options = options
    self.meaning = meaning
  }
}
