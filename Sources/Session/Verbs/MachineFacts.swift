import Charts
import Commands
import Language
import Reports
import TensorEngine
import Workbench

/// `show session`: facts of the machine, which never stand in a notebook.
enum MachineFacts {
  static let verb = NotebookVerb(
    ShowCommand.definition, claims: { $0.values.map(\.text) == ["session"] },
    isOfThisMachine: true,
    action: { (session, _, _) in .notebook(document(session.settings, session.state), rerun: []) })

  private static func document(_ settings: SessionSettings, _ state: SessionState) -> Document {
    Document([
      .facts(
        [
          Fact("seed", .text(String(state.seed)), text: "seed \(state.seed)"),
          Fact(
            "threads", .count(settings.threads), text: Wording.count(settings.threads, "thread")),
          Fact(
            "kernels", .text(Kernels.selected.path.rawValue),
            text: "kernels \(Kernels.selected.path.rawValue)"),
          Fact(
            "memory", .count(state.heldBytes),
            text: "memory \(Wording.bytes(state.heldBytes)) of \(Wording.bytes(state.memoryLimit))"),
        ] + TestLock.past(looks: state.data?.testLooks ?? 0)),
      .text("data is looked for in: \(settings.datasetFolders.joined(separator: ", "))"),
    ])
  }
}
