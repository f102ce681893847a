import Foundation
import Testing

@testable import Downloads

@Suite("File digest")
struct FileDigestTests {
  // FIPS 180-4 examples: the empty message, "abc", and a million times "a".
  @Test(
    "gives the digests of the standard",
    arguments: [
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "a", 1_000_000,
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func standard(text: String, times: Int, digest: String) throws {
    let folder = TemporaryFolder()
    try Data(String(repeating: text, count: times).utf8).write(
      to: URL(fileURLWithPath: folder.path + "/file"))
    #expect(FileDigest.sha256(ofFile: folder.path + "/file") == digest)
  }

  @Test("is nil where there is no file")
  func missing() {
    #expect(FileDigest.sha256(ofFile: "/nowhere/file") == nil)
  }
}
