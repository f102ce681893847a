internal import ArgumentParser

/// What a transcript is written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
  /// Inputs behind "> ", with their results under them.
  case text
  /// One JSON object a line for each cell.
  case json
}
