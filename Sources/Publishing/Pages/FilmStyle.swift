/// How the frames of a film follow each other, without a script. Who asks for less motion sees the last
/// one, and so does paper.
enum FilmStyle {
  /// The width of a frame, in the pixels of its drawing.
  static let width = 600
  /// The hundredths of a second that a frame is shown; the last one stays for two.
  private static let hundredths = 90

  /// The rules for films of so many frames.
  static func text(frames: Int) -> String {
    let slots = frames + 1
    var rules = "@media (prefers-reduced-motion: no-preference) { @media screen {\n"
    rules += ".film-\(frames) .hold { display: block; }\n"
    rules +=
      ".film-\(frames) .strip { animation: film-\(frames) \(decimal(slots * hundredths))s "
      + "step-end infinite; }\n"
    rules += ".film-\(frames):has(:checked) .strip { animation-play-state: paused; }\n}}\n"
    rules += "@keyframes film-\(frames) {"
    for frame in 0..<frames {
      rules +=
        " \(decimal(frame * 10_000 / slots))% { transform: translateX(-\(frame * width)px); }"
    }
    return rules + " 100% { transform: translateX(-\((frames - 1) * width)px); } }\n"
  }

  /// A number of hundredths.
  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
