#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that is held open, so that what is done in it is done there and nowhere else.
final class OpenFolder {
  let descriptor: Int32

  /// Opens a folder by a name in another one, which may not be a link; else by its path.
  init(_ name: String, in folder: OpenFolder? = nil) throws(PathWalk.Fault) {
    #if os(Linux)
      // Only searching it is needed, as on the way to any file: O_PATH.
      let flags = 0o10_000_000 | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    #else
      let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    #endif
    descriptor = unsafe openat(folder?.descriptor ?? AT_FDCWD, name, flags)
    if descriptor < 0 { throw .code(errno) }
  }

  deinit { close(descriptor) }

  /// Where the link of this name leads; nil for what is no link.
  func link(_ name: String) -> String? {
    var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = unsafe bytes.withUnsafeMutableBytes { buffer in
      unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
        unsafe characters.baseAddress.map {
          unsafe readlinkat(descriptor, name, $0, characters.count)
        } ?? 0
      }
    }
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }

  /// Whether it shows the system and its processes, as `/proc` does, whatever path leads to it.
  var isOfSystem: Bool {
    var information = stat()
    return unsafe fstat(descriptor, &information) == 0
      && Self.systemDevices.contains(UInt64(information.st_dev))
  }

  private static let systemDevices: Set<UInt64> = {
    var devices: Set<UInt64> = []
    for path in ["/proc", "/sys"] {
      var (root, information) = (stat(), stat())
      guard unsafe stat("/", &root) == 0, unsafe stat(path, &information) == 0 else { continue }
      if root.st_dev != information.st_dev { devices.insert(UInt64(information.st_dev)) }
    }
    return devices
  }()
}

/// Where a file is, or would be: a name in an open folder.
struct FilePlace {
  let folder: OpenFolder
  /// The name in the folder; "." for the folder itself.
  let name: String
  /// The parts of its real path.
  let location: [String]

  /// The real path.
  var path: String { PathWalk.path(of: location) }

  /// What stands there, links not followed; nil for nothing.
  var information: stat? {
    var information = stat()
    let found = unsafe fstatat(folder.descriptor, name, &information, AT_SYMLINK_NOFOLLOW) == 0
    return found ? information : nil
  }
}

/// Follows a path part by part, and opens nothing outside of a region on the way, so that no answer
/// tells what is there. Each folder is held open while the next part is looked for in it: no name
/// can be exchanged for a link in between.
enum PathWalk {
  enum Fault: Error {
    /// The path leads out of the region.
    case outside
    /// The path leads to what shows the system and its processes.
    case system
    /// The system refused, with this number.
    case code(Int32)
  }

  /// So many links may lead to each other, as in the system.
  private static let mostLinks = 40

  /// Finds the place of a path.
  /// - Parameter followsLink: Whether a link at its end is followed.
  static func place(
    of path: String, in region: FileRights.Region, followsLink: Bool = true
  ) throws(Fault) -> FilePlace {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .code(ENOENT) }
    var (folder, location) = try start(of: path)
    var pending = Array(names(in: path).reversed())
    var links = 0
    while let name = pending.popLast() {
      if name.isEmpty || name == "." { continue }
      if name == ".." {
        folder = try OpenFolder("..", in: folder)
        _ = location.popLast()
        continue
      }
      let inner = location + [name]
      guard region.leads(to: inner) else { throw .outside }
      if followsLink || !pending.isEmpty, let target = folder.link(name) {
        links += 1
        if links > mostLinks { throw .code(ELOOP) }
        if folder.isOfSystem { throw .system }
        pending += names(in: target).reversed()
        if target.hasPrefix("/") { (folder, location) = try start(of: target) }
        continue
      }
      guard !pending.isEmpty else {
        return try admitted(FilePlace(folder: folder, name: name, location: inner), in: region)
      }
      folder = try OpenFolder(name, in: folder)
      location = inner
    }
    return try admitted(FilePlace(folder: folder, name: ".", location: location), in: region)
  }

  private static func admitted(
    _ place: FilePlace, in region: FileRights.Region
  ) throws(Fault) -> FilePlace {
    guard region.admits(place.location) else { throw .outside }
    if place.folder.isOfSystem { throw .system }
    return place
  }

  private static func start(of path: String) throws(Fault) -> (OpenFolder, [String]) {
    if path.hasPrefix("/") { return (try OpenFolder("/"), []) }
    guard let here = realPath(".") else { throw .code(ENOENT) }
    return (try OpenFolder("."), parts(of: here))
  }

  /// The names of a path, an empty one behind a slash at its end, which asks for a folder.
  private static func names(in path: String) -> [String] {
    path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
  }

  /// The parts of a real path.
  static func parts(of path: String) -> [String] { path.split(separator: "/").map(String.init) }

  /// The real path that has these parts.
  static func path(of parts: [String]) -> String { "/" + parts.joined(separator: "/") }

  /// The path without links; nil for what is not there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
