/// How the frames of a film follow each other, without a script. Who asks for less motion sees the last
/// one, and so does paper.
enum FilmStyle {
  /// The hundredths of a second that a frame is shown; the last one stays for two.
  private static let hundredths = 90

  /// The rules for films of so many frames.
  static func text(frames: Int) -> String {
    let slots = frames + 1
    var rules = "@media (prefers-reduced-motion: no-preference) { @media screen {\n"
    rules += ".film-\(frames) .hold { display: block; }\n"
    rules +=
      ".film-\(frames) .frame { visibility: hidden; animation: film-\(frames) "
      + "\(seconds(slots)) step-end infinite; }\n"
    rules += ".film-\(frames):has(:checked) .frame { animation-play-state: paused; }\n"
    for frame in 1..<frames {
      rules +=
        ".film-\(frames) .frame:nth-of-type(\(frame + 1)) { animation-delay: \(seconds(frame)); }\n"
    }
    rules += ".film-\(frames) .frame:last-of-type { animation-name: film-\(frames)-end; }\n}}\n"
    return rules + keyframes("film-\(frames)", shown: 1, of: slots)
      + keyframes("film-\(frames)-end", shown: 2, of: slots)
  }

  private static func keyframes(_ name: String, shown: Int, of slots: Int) -> String {
    "@keyframes \(name) { 0% { visibility: visible; } "
      + "\(decimal(shown * 10_000 / slots))% { visibility: hidden; } "
      + "100% { visibility: hidden; } }\n"
  }

  private static func seconds(_ slots: Int) -> String { "\(decimal(slots * hundredths))s" }

  /// A number of hundredths.
  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
