/// A file of settings in YAML: names with values, one a line.
package enum SettingsFile {
  /// The names and values, in their order; a list is a text with commas.
  /// - Parameter file: Its path, as errors name it.
  /// - Throws: `NotebookError` where it is no mapping in YAML, or has a name twice.
  package static func pairs(
    in text: String, file: String
  ) throws(NotebookError) -> [(name: String, value: String)] {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let mapping = try HeadMapping(
      lines.map(String.init), file: file, firstLine: 1, subject: "the file of settings")
    return mapping.entries.map { ($0.key, $0.value) }
  }
}
