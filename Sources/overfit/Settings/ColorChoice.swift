internal import ArgumentParser

/// Whether results are coloured on a terminal. A file or a pipe never gets colours.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  case auto
  case always
  case never

  /// `auto` heeds NO_COLOR (https://no-color.org: set and not empty) and monochrome terminals.
  func isOn(isMonochrome: Bool) -> Bool {
    switch self {
    case .auto: !isMonochrome && Environment.value("NO_COLOR") == nil
    case .always: true
    case .never: false
    }
  }
}
