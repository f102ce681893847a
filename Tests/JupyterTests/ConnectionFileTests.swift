import Fuzzing
import JSON
import SeededRandom
import Testing

@testable import Jupyter

@Suite("Connection files")
struct ConnectionFileTests {
  static let text = """
    {"shell_port": 57503, "iopub_port": 40885, "stdin_port": 52597, "control_port": 50160,
    "hb_port": 42540, "ip": "127.0.0.1", "key": "a0436f6c-1916-498b-8eb9-e81ab9368e84",
    "transport": "tcp", "signature_scheme": "hmac-sha256", "kernel_name": "overfit"}
    """

  private static func fault(_ text: String) -> ConnectionFault? {
    do throws(ConnectionFault) {
      _ = try ConnectionFile(reading: Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  @Test("say where each socket is")
  func addresses() throws {
    let file = try ConnectionFile(reading: Array(Self.text.utf8))
    #expect(file.address(of: .shell) == "tcp://127.0.0.1:57503")
    #expect(file.address(of: .heartbeat) == "tcp://127.0.0.1:42540")
    #expect(file.key == Array("a0436f6c-1916-498b-8eb9-e81ab9368e84".utf8))
    let local = Self.text.replacing("\"tcp\"", with: "\"ipc\"")
      .replacing("127.0.0.1", with: "/run/user/kernel")
    #expect(
      try ConnectionFile(reading: Array(local.utf8)).address(of: .iopub)
        == "ipc:///run/user/kernel-40885")
    let named = Self.text.replacing("127.0.0.1", with: "localhost")
    #expect(
      try ConnectionFile(reading: Array(named.utf8)).address(of: .shell)
        == "tcp://127.0.0.1:57503")
  }

  @Test("are refused where they are none, or open a socket to others")
  func refusals() {
    let changes: [(String, String, ConnectionFault)] = [
      ("{", "", .noObject), ("\"hb_port\": 42540,", "", .missing("hb_port")),
      ("57503", "\"57503\"", .value("shell_port")), ("57503", "0", .value("shell_port")),
      ("57503", "65536", .value("shell_port")), ("57503", "40885", .repeatedPort),
      ("\"tcp\"", "\"udp\"", .unknown("transport", known: ["tcp", "ipc"])),
      ("hmac-sha256", "hmac-md5", .unknown("signature_scheme", known: ["hmac-sha256"])),
      ("127.0.0.1", "0.0.0.0", .foreignAddress), ("127.0.0.1", "*", .foreignAddress),
      ("127.0.0.1", "127.0.0.1.example", .foreignAddress), ("127.0.0.1", "", .foreignAddress),
    ]
    for (part, other, fault) in changes {
      #expect(Self.fault(Self.text.replacing(part, with: other)) == fault, "\(part) \(other)")
    }
    #expect(Self.fault("[]") == .noObject)
    #expect(Self.fault("") == .noObject)
  }

  @Test("that are damaged are read or refused, and never open another machine's socket")
  func mutated() {
    let mutator = Mutator([Array(Self.text.utf8)], longest: 2_000)
    var (read, refused) = (0, 0)
    for number in 0..<LongRun.count(300, long: 2_000) {
      do throws(ConnectionFault) {
        let file = try ConnectionFile(reading: mutator.input(number, seed: 1))
        read += 1
        let address = file.address(of: .shell)
        #expect(address.hasPrefix("tcp://127.") || address.hasPrefix("ipc://"))
      } catch {
        refused += 1
        #expect(!error.description.isEmpty)
      }
    }
    #expect(read > 0 && refused > 100)
  }
}
