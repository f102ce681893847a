#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Where a path leads, and whether that is allowed.
extension WorkingFolder {
  static let undeclared = "the command does not declare that it touches files"

  /// Pipes and devices give their bytes once: a replay could not read them again.
  static func noPlainFile(_ path: String) -> FileError {
    FileError(
      path: path, problem: "it is not a file with text or data",
      hint: "what a pipe brings is written to a file first, so that a replay reads it too")
  }

  /// The place of a path, if the door opens there; the person is asked where they can be.
  /// - Throws: `FileError` if it does not.
  func place(of path: String, for action: FileAction) throws(FileError) -> FilePlace {
    do throws(PathWalk.Fault) {
      let region = rights.region(of: action)
      let place = try PathWalk.place(
        of: expanded(path), in: region, followsLink: action == .reading)
      return action == .writing && region == .everywhere ? behindLink(place, path) : place
    } catch {
      switch error {
      case .outside:
        let isAtHome = action == .writing && isAtHome(path)
        let isAsked = rights.asks.contains(action) && (rights.home == nil || isAtHome)
        if let place = placeByConsent(of: path, for: action, asking: isAsked) { return place }
        guard !isAtHome else {
          throw FileError(
            path: path,
            problem: "nobody has allowed it to be written",
            hint: "overfit kernel install --user --allow-write FOLDER allows it")
        }
        throw FileError(path: path, problem: Self.refusal(of: action))
      case .system: throw Self.noPlainFile(path)
      case .code(ENOENT) where action == .writing:
        throw FileError(path: path, problem: "there is no such folder")
      case .code(let code): throw failure(path, code)
      }
    }
  }

  /// What a link leads to; the place itself where none stands, or one that leads nowhere.
  private func behindLink(_ place: FilePlace, _ path: String) -> FilePlace {
    guard let information = place.information, information.st_mode & S_IFMT == S_IFLNK,
      let target = try? PathWalk.place(of: expanded(path), in: .everywhere),
      target.information != nil
    else { return place }
    return target
  }

  /// Whether a file would be made where the person is asked about each.
  func isAtHome(_ path: String) -> Bool {
    guard let home = rights.home else { return false }
    return (try? PathWalk.place(of: expanded(path), in: home, followsLink: false)) != nil
  }

  private static func refusal(of action: FileAction) -> String {
    switch action {
    case .reading: "a lesson or script may not read here (--allow-read FOLDER)"
    case .writing: "a lesson or script may not write here (--allow-write FOLDER)"
    }
  }

  /// The place of what is to be looked at, without a question; nil where the door does not open.
  func placeUnasked(of path: String) -> FilePlace? {
    guard !touches.isEmpty else { return nil }
    do throws(PathWalk.Fault) {
      return try PathWalk.place(of: expanded(path), in: rights.reading)
    } catch {
      guard case .outside = error else { return nil }
      return placeByConsent(of: path, for: .reading, asking: false)
    }
  }

  /// The place outside of what is allowed, if the person said yes to it.
  private func placeByConsent(
    of path: String, for action: FileAction, asking: Bool
  ) -> FilePlace? {
    guard let consent, let holder = rights.holder,
      let place = try? PathWalk.place(
        of: expanded(path), in: .everywhere, followsLink: action == .reading)
    else { return nil }
    let question = Consent.Question(holder: holder, action: action, path: place.path)
    let isAllowed = asking ? consent.allows(question) : consent.answer(to: question) ?? false
    return isAllowed ? place : nil
  }

  /// Whether something stands at this path, as far as the door opens.
  package func exists(_ path: String) -> Bool {
    memory?.bytes(of: fullPath(path)) != nil
      || placeUnasked(of: path)?.information.map { _ in true } ?? false
  }

  /// Whether a folder stands at this path.
  package func isFolder(_ path: String) -> Bool {
    kind(of: path) == S_IFDIR
  }

  /// Whether a symbolic link stands at this path.
  package func isLink(_ path: String) -> Bool {
    let door = try? PathWalk.place(of: expanded(path), in: rights.reading, followsLink: false)
    return !touches.isEmpty && door?.information.map { $0.st_mode & S_IFMT } == S_IFLNK
  }

  private func kind(of path: String) -> mode_t? {
    placeUnasked(of: path)?.information.map { $0.st_mode & S_IFMT }
  }

  /// The path from the root of all files, "." and ".." taken out as they are spelt: what two ways to
  /// write a path have in common before anything is looked up.
  package func fullPath(_ path: String) -> String {
    let path = expanded(path)
    var parts = path.hasPrefix("/") ? [] : PathWalk.realPath(".").map(PathWalk.parts(of:)) ?? []
    for name in PathWalk.parts(of: path) where name != "." {
      if name == ".." { _ = parts.popLast() } else { parts.append(name) }
    }
    return PathWalk.path(of: parts)
  }

  /// Whether two paths lead to the same place, by whatever links.
  package func isSame(_ one: String, _ other: String) -> Bool {
    if fullPath(one) == fullPath(other) { return true }
    guard let real = PathWalk.realPath(expanded(one)) else { return false }
    return real == PathWalk.realPath(expanded(other))
  }

  func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = unsafe getenv("HOME") else { return path }
    return unsafe String(cString: home) + path.dropFirst(1)
  }

  func failure(_ path: String, _ code: Int32) -> FileError {
    let problem =
      switch code {
      case ENOENT: "there is no such file"
      case EACCES, EPERM: "the permission is missing"
      case EISDIR: "it is a folder"
      case ENOTDIR: "a part of the path is not a folder"
      case ENOSPC: "the disk is full"
      case EROFS: "the disk is read-only"
      case ENAMETOOLONG: "the name is too long"
      default: "the system refused (error \(code))"
      }
    return FileError(path: path, problem: problem)
  }
}
