import Foundation
import Testing

@testable import Downloads

@Suite("Certificates")
struct CertificatesTests {
  private let folder = TemporaryFolder()

  @Test("are those that the person names, else the first that the system has")
  func order() throws {
    let (absent, present) = (folder.path + "/absent.crt", folder.path + "/present.crt")
    try Data("-".utf8).write(to: URL(fileURLWithPath: present))
    #expect(Certificates.first(named: nil, of: [absent, present]) == present)
    #expect(Certificates.first(named: "", of: [absent, present]) == present)
    #expect(Certificates.first(named: "mine.crt", of: [present]) == "mine.crt")
    #expect(Certificates.first(named: nil, of: [absent]) == nil)
  }
}
