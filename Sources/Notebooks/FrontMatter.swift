/// What a notebook says about itself before its prose: a mapping in YAML between two lines of `---`
/// at the very top of the file.
///
/// Keys of site generators, and those that begin with `x-`, are kept and mean nothing. A key that
/// nobody knows is an error: misspelled, it would change what the file means unnoticed.
package struct FrontMatter: Sendable, Equatable {
  /// A key of the front matter with its value.
  package struct Entry: Sendable, Equatable {
    /// What stands before the colon.
    package var key: String
    /// The value, without the quotes that it may stand in; of a list its items behind commas, and
    /// empty for what has more structure.
    package var value: String
    /// The line of the file, counted from 1.
    package var line: Int
  }

  /// All keys, in the order of the file.
  package internal(set) var entries: [Entry] = []
  /// `title: Dropout`; nil when there is none or it is empty.
  package internal(set) var title: String?
  /// `needs: circles, mnist`: the data sets that the notebook works on.
  package internal(set) var needs: [String] = []
  /// `minutes: 10`: how long the lesson takes, at least 1.
  package internal(set) var minutes: Int?
  /// `teaches: dropout, keep probability`: the terms that the lesson explains.
  package internal(set) var teaches: [String] = []
  /// `assumes: variance`: the terms that lessons before it explain.
  package internal(set) var assumes: [String] = []
  /// `mentions: ensemble`: the terms that it names ahead of their lesson, on purpose.
  package internal(set) var mentions: [String] = []
  /// `shows: B10, C1 diagnose`: the rows of the course's checklist that the lesson shows.
  package internal(set) var shows: [ShownRow] = []
  /// `seed: 3`: the seed that the notebook is replayed from; nil means the seed of the session.
  package internal(set) var seed: UInt64?

  /// The front matter of a file that has none.
  package init() {}

  /// The value that stands behind a key.
  package func value(of key: String) -> String? {
    entries.first { $0.key == key }?.value
  }
}
