/// How long a cell may run that comes from the file of a notebook or a lesson.
struct CellTime {
  static let range = 0...86_400
  private static let usual = 60

  /// Seconds; 0 for as long as it takes.
  let seconds: Int

  init(_ options: GlobalOptions) {
    seconds = options.cellTime ?? Self.usual
  }

  /// What is said of a cell that took longer.
  func complaint(ofCell number: Int, at place: String) -> String {
    "\(place): cell \(number) took longer than \(seconds) s (--cell-time)"
  }
}
