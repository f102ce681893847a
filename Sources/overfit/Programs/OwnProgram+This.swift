internal import Workbench

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension OwnProgram {
  /// This program, where and how it was started.
  ///
  /// - Parameter folders: Where else it looks for data sets.
  static func this(lookingIn folders: [String] = []) -> OwnProgram {
    let path = realPath("/proc/self/exe") ?? realPath(CommandLine.arguments[0]) ?? "overfit"
    let datasets = folders.first ?? Environment.value("OVERFIT_DATASETS")
    return OwnProgram(
      path: path, version: Version.number, folder: realPath(".") ?? "/",
      variables: datasets.map { ["OVERFIT_DATASETS": realPath($0) ?? $0] } ?? [:])
  }

  private static func realPath(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }
}
