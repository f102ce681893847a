extension PseudoTerminal {
  /// Waits until the screen is as it should be, and presses the return key wherever a page waits.
  ///
  /// - Parameter look: Is shown each page before the key is pressed.
  func readOn(
    until expected: String, look: (Screen) -> Void = { _ in }, _ isMet: (Screen) -> Bool
  ) throws {
    while true {
      try wait(for: expected) { isMet($0) || $0.isWaiting }
      if isMet(screen) { return }
      look(screen)
      let place = screen.place
      send("\r")
      // The next page may wait already.
      try wait(for: "the page to go on") { !$0.isWaiting || $0.place != place }
    }
  }
}
