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
    action: { (session, _, _) in .notebook(document(session), rerun: []) })

  private static func document(_ session: NotebookSession) -> Document {
    let (settings, state) = (session.settings, session.state)
    return Document([
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
        ] + trainings(session.keep)
          + TestLock.past(looks: (state.data?.testLooks ?? 0) + session.lostLooks)),
      .text("data is looked for in: \(settings.datasetFolders.joined(separator: ", "))"),
      .text("fetch puts data in: \(settings.userDataFolder)"),
      .text("lessons are looked for in: \(settings.lessonFolders.joined(separator: ", "))"),
      .text(
        "streams of random numbers are named by their use, as \"shuffle/epoch 7\", and keyed by the "
          + "seed: none disturbs another one"),
    ])
  }

  /// How many networks were trained, and how many were not for what is kept.
  private static func trainings(_ keep: ResultKeep?) -> [Fact] {
    guard let count = keep?.count else { return [] }
    return [
      Fact("fits", .count(count.done), text: Wording.count(count.done, "fit")),
      Fact("fits kept", .count(count.taken), text: "\(count.taken) taken from what is kept"),
    ]
  }
}
