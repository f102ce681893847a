/// What proposes the settings of a search: `sampler=gp`.
package enum SearchSampler: String, CaseIterable, Sendable {
  /// Chance alone; and by the trials before a tree of Parzen estimates, a Gaussian process.
  case random, tpe, gp
}
