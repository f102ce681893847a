import Language
import Networks
import Workbench

extension NotebookSession {
  /// What stands above the cell that is to run, for programs on other machines that come to the same.
  var above: @Sendable (_ ofStudy: Bool) -> CellsAbove {
    let (cells, settings) = (cells, settings)
    return { ofStudy in
      let above = ofStudy ? cells.prefix(Self.startOfStudy(in: cells)) : cells[...]
      let best = above.first { cell in
        !cell.hasFailed && cell.isBestTraining(script(cell.source))
      }
      return CellsAbove(
        script: (["seed \(settings.seed)"] + sources(of: above)).joined(separator: "\n") + "\n",
        files: Self.files(above.flatMap(\.traces.filesRead), settings),
        obstacle: best.map { "\($0.source) stands above, which goes by a search of this session" })
    }
  }

  /// The sources of the cells that lead to data and a network, each with the files that were saved
  /// behind it and are read below it.
  private func sources(of cells: ArraySlice<Cell>) -> [String] {
    cells.indices.flatMap { place in
      let cell = cells[place]
      let saves = cell.traces.saves.filter { save in
        cells[(place + 1)...].contains { $0.traces.savedReads.contains(save.key) }
      }
      let source = cell.changesNothing(script(cell.source)) ? [] : [cell.source]
      return source + saves.map(\.script.source)
    }
  }

  /// How many cells stand above the one with which the study in hand began.
  private static func startOfStudy(in cells: [Cell]) -> Int {
    cells.lastIndex { cell in
      guard !cell.hasFailed else { return false }
      let words = cell.source.split(separator: " ").prefix(2)
      if words == ["load", "study"] { return true }
      return words.first == "search" && cell.state.study?.lineCount == 1
    } ?? cells.count
  }

  /// Files with their digests, as they are now.
  private static func files(_ paths: [String], _ settings: SessionSettings) -> [CellsAbove.File] {
    var door = settings.files.ofProgram
    door.touches = .everything
    let folder = (settings.program?.folder).map { $0 + "/" }
    var files: [CellsAbove.File] = []
    for path in paths {
      let name = folder.flatMap { path.hasPrefix($0) ? String(path.dropFirst($0.count)) : nil }
      guard !files.contains(where: { $0.path == name ?? path }),
        let digest = (try? door.read(path)).flatMap({ ContentDigest(ofFile: $0) })
      else { continue }
      files.append(CellsAbove.File(name ?? path, digest: digest.hexadecimal))
    }
    return files
  }

  /// Takes back that the last training was told to make no step.
  mutating func forgetSteps() {
    guard !cells.isEmpty else { return }
    cells[cells.count - 1].state.network?.settings?.maximumSteps = nil
  }

  /// The files that its cells have read, with their digests.
  var filesRead: [CellsAbove.File] { Self.files(cells.flatMap(\.traces.filesRead), settings) }
}

extension Cell {
  /// Verbs that leave data, network and names as they are.
  private static let looking: Set = [
    "check", "compare", "diagnose", "evaluate", "explain", "plan", "plot", "print", "search",
    "show",
  ]

  /// Whether what stands below it comes to the same without it.
  fileprivate func changesNothing(_ script: Script) -> Bool {
    if hasFailed { return true }
    return script.statements.allSatisfy { statement in
      switch statement {
      case .note, .blank: true
      case .command(let command):
        Self.looking.contains(command.verb.text) || command.verb.text == "best"
      case .binding, .loop, .rule, .edit, .malformed: false
      }
    }
  }

  /// Whether it trains the setting that a search has found.
  fileprivate func isBestTraining(_ script: Script) -> Bool {
    script.statements.contains { statement in
      guard case .command(let command) = statement, command.verb.text == "best" else {
        return false
      }
      return command.arguments.contains { if case .value = $0 { true } else { false } }
    }
  }
}
