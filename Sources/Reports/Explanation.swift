/// What `why` says of a report, in its own numbers.
package struct Explanation: Equatable, Sendable {
  /// Sentences that come before the reading of pictures and tables: what was asked.
  package var question: [String]
  /// Terms of the glossary that the question speaks of, in its order.
  package var questionTerms: [String]
  /// Sentences that come behind it: where the figures come from.
  package var figures: [String]
  /// Terms of the glossary that the report speaks of, in its order.
  package var terms: [String]

  /// Makes an explanation; without arguments there is nothing to add.
  package init(
    question: [String] = [], questionTerms: [String] = [], figures: [String] = [],
    terms: [String] = []
  ) {
    self.question = question
    self.questionTerms = questionTerms
    self.figures = figures
    self.terms = terms
  }
}
