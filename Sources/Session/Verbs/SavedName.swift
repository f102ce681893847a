import Language
import Workbench

/// What the name of a file says about what is to be saved in it.
enum SavedName {
  /// What files of other endings hold, and the ending under which it is saved here; nil keeps it.
  private static let things: [(endings: [String], thing: String, ending: String?)] = [
    (["safetensors", "keras", "h5", "onnx"], "network", nil),
    (
      ["hdf5", "pt", "pth", "pb", "tflite", "pkl", "pickle", "joblib"],
      "network", "safetensors"
    ),
    (["npz"], "weights", nil), (["npy"], "weights", "npz"),
    (["csv"], "history", nil), (["tsv", "xlsx"], "history", "csv"),
    (["journal"], "study", nil),
    (["svg", "txt", "json"], "picture", nil),
    (["png", "jpg", "jpeg", "gif", "pdf"], "picture", "svg"),
    (["vl", "vega", "vg", "vegalite", "vega-lite", "altair"], "picture", "vl.json"),
  ]

  /// What is published under other endings, and the one that it has here.
  private static let pages: [(endings: [String], thing: String, ending: String)] = [
    (["html", "htm", "xhtml"], "a page", "html"), (["ipynb"], "a notebook of Jupyter", "ipynb"),
  ]

  /// Refuses a name under which nobody would look for a notebook.
  ///
  /// - Throws: A `Diagnostic` that says the line which does what was meant.
  static func checkNotebook(
    _ path: String, _ files: WorkingFolder, at range: SourceRange
  ) throws(Diagnostic) {
    if files.isFolder(path) {
      let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
      throw Diagnostic(
        "\(path) is a folder", at: range, hints: ["save \(folder)/notebook.md"])
    }
    let ending = self.ending(of: path)
    // Under any other name it would be read back as a script.
    if path.hasSuffix(".md"), ending == "md" { return }
    if let page = pages.first(where: { $0.endings.contains(ending) }),
      !path.hasSuffix(".\(page.ending)")
    {
      throw Diagnostic(
        "\(page.thing) is saved in a file that ends in .\(page.ending)", at: range,
        hints: ["save \(stem(of: path)).\(page.ending)"])
    }
    let thing = things.first { $0.endings.contains(ending) }
    let name = "\(stem(of: path)).\(thing.map { $0.ending ?? ending } ?? "md")"
    throw Diagnostic(
      "a notebook is saved as Markdown, in a file that ends in .md", at: range,
      hints: ["save \(thing.map { "\($0.thing) " } ?? "")\(name)"]
        + (thing?.thing == "history" ? ["save predictions \(name)"] : []))
  }

  /// The path without the ending of its name: "runs/net" of "runs/net.h5".
  static func stem(of path: String) -> String {
    let ending = self.ending(of: path)
    let stem = ending.isEmpty ? path : String(path.dropLast(ending.count + 1))
    return stem.hasSuffix("/") ? stem + "notebook" : stem
  }

  /// The name under which a picture can be saved that was to be saved under this one: that of another
  /// program's files for Vega-Lite where it is meant.
  static func pictureName(for path: String) -> String {
    let isVega = ["vl", "vega", "vg", "vegalite", "vega-lite", "altair"].contains(ending(of: path))
    return "\(stem(of: path)).\(isVega ? "vl.json" : "svg")"
  }

  /// What stands behind the last point of the name, in lower case; empty without one.
  private static func ending(of path: String) -> String {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1, let first = parts.first, !(first.isEmpty && parts.count == 2) else {
      return ""
    }
    return parts.last?.lowercased() ?? ""
  }
}
