/// What holds for every call. ``GlobalOptionWords`` reads it out of the words; a call without any does
/// without that, which takes a tenth of the time to the prompt.
struct GlobalOptions {
  static let threadCounts = 1...64
  static let widths = 40...200

  var seed: UInt64?
  var threads: Int?
  var width: Int?
  var plain = false
  var color = ColorChoice.auto
  var datasetFolders: [String] = []
  var format = OutputFormat.text
  var readableFolders: [String] = []
  var writableFolders: [String] = []
  var cellTime: Int?
  var memory: Int?
}
