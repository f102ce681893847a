extension StringProtocol {
  /// The columns that the text takes on a terminal: the columns of its characters together.
  ///
  /// Clean what comes from elsewhere first: a text that steers the terminal has no width.
  /// - Complexity: O(n), without a look into a table for 7-bit text.
  package var columns: Int {
    utf8.allSatisfy { $0 < 0x80 } ? utf8.count : reduce(0) { $0 + $1.columns }
  }
}

extension String {
  /// The same for a whole text.
  package var columns: Int { utf8.allSatisfy { $0 < 0x80 } ? utf8.count : self[...].columns }
}
