/// How long a silent server is waited for.
public struct TransferLimits: Sendable {
  /// Seconds until a connection must stand.
  public var connectSeconds: Int
  /// Seconds without a single byte after which a transfer is given up.
  public var silentSeconds: Int

  public init(connectSeconds: Int = 20, silentSeconds: Int = 30) {
    self.connectSeconds = connectSeconds
    self.silentSeconds = silentSeconds
  }
}
