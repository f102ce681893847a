/// How long a silent server is waited for.
package struct TransferLimits: Sendable {
  /// Seconds until a connection must stand.
  package var connectSeconds: Int
  /// Seconds without a single byte after which a transfer is given up.
  package var silentSeconds: Int

  /// Makes limits in whole seconds.
  ///
  /// As in libcurl, 0 means 300 seconds for the connection and no limit for silence.
  package init(connectSeconds: Int = 20, silentSeconds: Int = 30) {
    self.connectSeconds = connectSeconds
    self.silentSeconds = silentSeconds
  }
}
