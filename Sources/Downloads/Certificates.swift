#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Whom a machine trusts to vouch for servers.
enum Certificates {
  /// Where systems keep them in one file: Debian and Arch, Fedora and its kin, SUSE, Alpine and BSD.
  private static let usual = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
  ]

  /// What is wrong where there are none, in words.
  static let areMissing =
    "no file here tells which servers to trust; SSL_CERT_FILE can name one (ca-certificates has it)"

  /// The file that `SSL_CERT_FILE` names, else the first of those that is there; nil for none, where
  /// the library looks by itself. A libcurl that was built elsewhere looks where that system has it.
  static var file: String? { first(named: getenv("SSL_CERT_FILE").map { String(cString: $0) }) }

  /// The same with what the variable says.
  static func first(named: String?, of usual: [String] = usual) -> String? {
    if let named, !named.isEmpty { return named }
    return usual.first { access($0, R_OK) == 0 }
  }
}
