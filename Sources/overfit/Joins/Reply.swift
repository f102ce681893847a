/// What a cell gives back.
struct Reply {
  enum Next: Equatable {
    case prompt
    /// The next prompt begins with this text: a cell to be edited.
    case editing(String)
    /// The same for a cell that a lesson offers: it gives way to whatever else is typed.
    case offering(String)
    case leave
  }

  /// The result, drawn, without the input; empty where there is nothing to show.
  var text = ""
  var failed = false
  /// Whether it stopped because it was asked to.
  var wasInterrupted = false
  var next = Next.prompt
  /// The output as a notebook holds it, whatever page it was drawn for; nil for none.
  var standardOutput: [String]?
}
