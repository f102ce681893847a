/// What the server answers for one path.
public enum ServedFile: Sendable {
  /// The bytes, or the part of them that a Range header asks for (206, or 416 behind the end).
  case bytes([UInt8])
  /// The bytes, whatever a Range header asks for.
  case wholeOnly([UInt8])
  /// Announces all bytes and hangs up after `count` of them; a later request gets the rest.
  case cut([UInt8], after: Int)
  /// Announces all bytes, sends `count` of them, and then keeps silent with the line open.
  case silent([UInt8], after: Int)
  /// Sends the client elsewhere.
  case redirect(to: String)
}
