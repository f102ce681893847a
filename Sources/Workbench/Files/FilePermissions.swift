#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a file that is written over hands on to the one that takes its place: who may read and write
/// it, and, where the system allows it, whose it is.
struct FilePermissions {
  private let mode: mode_t
  private let owner: uid_t
  private let group: gid_t

  /// nil where no plain file stands at a place.
  init?(_ information: stat?) {
    guard let information, information.st_mode & S_IFMT == S_IFREG else { return nil }
    // The bits that run a program as its owner are of no use to data.
    mode = information.st_mode & 0o777
    owner = information.st_uid
    group = information.st_gid
  }

  /// Gives the new file the old one's owner, group and mode.
  ///
  /// A mode that lets a group in is not handed on to another group.
  func handOn(to descriptor: Int32) {
    var mode = mode
    if fchown(descriptor, owner, group) != 0, fchown(descriptor, uid_t.max, group) != 0 {
      var information = stat()
      let isSame = unsafe fstat(descriptor, &information) == 0 && information.st_gid == group
      if !isSame { mode &= ~0o070 }
    }
    fchmod(descriptor, mode)
  }
}
