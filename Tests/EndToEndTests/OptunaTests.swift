import Foundation
import Testing

/// A study is a file of Optuna's: Optuna itself opens what a search has kept.
@Suite("Optuna", .timeLimit(.minutes(5)))
struct OptunaTests {
  private static let isThere =
    (try? Python.run("import optuna; assert optuna.__version__ >= '4'"))?.status == 0

  private static let look = """
    import optuna, sys, json
    from optuna.storages import JournalStorage
    from optuna.storages.journal import JournalFileBackend
    optuna.logging.disable_default_handler()
    study = optuna.load_study(study_name='mine', storage=JournalStorage(JournalFileBackend(sys.argv[1])))
    print(len(study.trials), study.direction.name, study.metric_names, study.best_trial.number)
    for t in study.trials:
      print(t.number, t.state.name, t.value, json.dumps(t.params, sort_keys=True), t.duration.total_seconds() >= 0)
    """

  @Test(
    "opens the study of a search, with its settings, values and states",
    .enabled(if: isThere, "a Python with optuna 5: OVERFIT_PYTHON names it"))
  func opens() throws {
    let folder = TemporaryFolder()
    let file = "\(folder.path)/mine.journal"
    let lines = [
      "data circles points=80 noise=0.1", "split train=60% validation=40%", "network",
      "add dense 4 tanh", "add dense 1 sigmoid",
      "search random rate=0.01..3 log units=1..8 activation=relu,tanh epochs=3 trials=6 file=\(file)",
      "search manual rate=0.5 file=\(file)", "show study",
    ]
    let run = try Program([], input: lines.joined(separator: "\n") + "\n", home: folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    let found = try Python.run(Self.look, file)
    #expect(found.status == 0)
    let rows = found.output.split(separator: "\n")
    #expect(
      rows.count == 8 && rows.first?.hasPrefix("7 MINIMIZE ['error']") == true, "\(found.output)")
    #expect(
      rows.dropFirst().prefix(6).allSatisfy { $0.contains("COMPLETE") && $0.contains("units") })
    #expect(rows.last?.contains(#"{"rate": 0.5} True"#) == true, "\(found.output)")
  }
}
