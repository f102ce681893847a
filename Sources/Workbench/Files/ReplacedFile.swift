import TensorEngine

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What stood under a path before a cell wrote there.
///
/// A training writes its checkpoints as it goes. Where it fails, or its cell is taken back, the file
/// becomes what it was before.
package struct ReplacedFile: Sendable {
  /// The path as it was typed.
  package let path: String
  /// The file's full path.
  package let key: String
  /// The bytes that stood there; nil where no file was.
  package let content: [UInt8]?
}

extension WorkingFolder {
  /// What stands where a cell is about to write for the first time; nil where that is not kept: for
  /// a verb that is no cell, and for what can't be read.
  func fileToReplace(at path: String) -> ReplacedFile? {
    let key = fullPath(path)
    guard let memory, memory.isOfCell, !memory.hasReplaced(key),
      let place = try? place(of: path, for: .writing)
    else { return nil }
    guard place.information != nil else {
      return ReplacedFile(path: path, key: key, content: nil)
    }
    guard let bytes = contentToReplace(at: path), !bytes.isEmpty else { return nil }
    return ReplacedFile(path: path, key: key, content: bytes)
  }

  /// Puts back what stood there before a cell wrote.
  ///
  /// - Returns: False where that can't be done, or where another program has written since: that is
  ///   left alone.
  package func putBack(_ file: ReplacedFile) -> Bool {
    Interruption.$current.withValue(.never) { restore(file) }
  }

  private func restore(_ file: ReplacedFile) -> Bool {
    guard let place = try? place(of: file.path, for: .writing), isOurs(place) else { return false }
    guard let content = file.content else {
      return unsafe unlinkat(place.folder.descriptor, place.name, 0) == 0
    }
    return (try? write(content, to: file.path)) != nil
  }

  /// Writes again what a cell wrote that is taken up again.
  ///
  /// - Returns: False where that can't be done, or where another program has written since.
  package func writeAgain(_ bytes: [UInt8], over file: ReplacedFile) -> Bool {
    guard let place = try? place(of: file.path, for: .writing) else { return false }
    let isFree = place.information == nil && file.content == nil
    return (isFree || isOurs(place))
      && Interruption.$current.withValue(.never) { (try? write(bytes, to: file.path)) != nil }
  }

  /// Whether what stands there is what this session wrote.
  private func isOurs(_ place: FilePlace) -> Bool {
    guard let information = place.information else { return false }
    return written.has(place.path, WrittenFiles.Identity(information))
  }
}
