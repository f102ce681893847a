/// What proposes settings by the trials before: `sampler=gp`.
package enum SearchSampler: String, CaseIterable, Sendable {
  /// A tree of Parzen estimates, a Gaussian process.
  case tpe, gp
}
