internal import ArgumentParser
internal import Session
internal import TerminalText
internal import Workbench

/// `overfit new lesson NAME`
struct NewCall: Call {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: Handbook.meaning(of: "overfit new lesson"))

  @OptionGroup var global: GlobalOptionWords
  @Argument(help: ArgumentHelp(valueName: "what")) var what: String
  @Argument(help: ArgumentHelp(valueName: "name")) var name: String

  func validate() throws {
    guard what == "lesson" else {
      throw ValidationError("new makes a lesson: overfit new lesson NAME")
    }
    let file = Course.parts(of: name).file
    let isName =
      !file.isEmpty
      && file.utf8.allSatisfy { byte in
        let lower = byte | 0x20
        return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z"))
          || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")) || "-_".utf8.contains(byte)
      }
    guard isName else {
      throw ValidationError("a lesson has a name of letters, digits, - and _: 03-early-stopping")
    }
  }

  func perform() throws -> ExitStatus {
    let settings = SessionSettings(options)
    let path = path(settings.files)
    if settings.files.isTaken(path) { throw CallError.lessonIsThere(path: path) }
    let file = Course.parts(of: path).file
    let text = try LessonSkeleton.text(name: String(file.dropLast(3)), settings: settings)
    try settings.files.write(Array(text.utf8), to: path)
    StandardStream.output.sendLine(
      "\(path.cleaned(.text)) is written. overfit learn \(path.cleaned(.text)) walks it;\n"
        + "when you have changed it: overfit replay --update, then overfit check.")
    return .success
  }

  /// Where the lesson goes: into the folder that is named, or `lessons` where there is one, under the
  /// next number unless it has one.
  private func path(_ files: WorkingFolder) -> String {
    let (folder, file) = Course.parts(of: name)
    let isNamed = name.contains("/")
    let place = isNamed ? folder : files.isFolder("lessons") ? "lessons" : ""
    let prefix = place.isEmpty ? "" : place == "/" ? "/" : "\(place)/"
    guard Course.number(of: "\(file)") == nil else { return "\(prefix)\(file).md" }
    let next = Course(folder: place.isEmpty ? "." : place, files: files).nextNumber
    return "\(prefix)\(next < 10 ? "0" : "")\(next)-\(file).md"
  }
}
