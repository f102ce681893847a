internal import Plots
internal import Session

/// The page of a turn: the line that would be kept, the knobs, figures and the picture.
struct TurnPage: Sendable {
  private static let help = "left right: the value · up down: the knob · Enter keeps · Esc leaves"

  let knobs: TurnedKnobs
  /// What was seen last, which stays until there is something newer.
  let shown: Turn.View?
  /// How documents are drawn beside so many other lines of the screen.
  let transcript: @Sendable (_ lines: Int) -> Transcript

  /// Draws it.
  ///
  /// - Parameter work: What is said in the place of figures while a training is under way.
  func draw(working work: String? = nil) {
    let width = ViewScreen.size.columns
    let figures = work ?? shown?.figures ?? ""
    let top = [knobs.line] + knobs.lines(width: width) + [figures, knobs.summary]
    // The help has a line, and one is left for a prompt that is not there.
    let picture = shown.map { transcript(top.count).lines(of: $0.document) } ?? []
    ViewScreen.draw(top: top, picture: picture, bottom: [Self.help])
  }
}
