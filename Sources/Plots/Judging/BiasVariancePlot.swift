import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `plot bias variance over=units values=1,2,4,8 repeats=20`: where the error of the student's own
/// network comes from, measured by training it again and again on other training sets.
enum BiasVariancePlot {
  static let plot = Plot(
    named: "bias variance", example: " over=units values=1,2,4,8 repeats=20",
    options: VariedSetting.options + StudyReader.options.filter { $0.name != "folds" },
    trains: true
  ) { (execution, arguments) throws(Diagnostic) in
    let (data, maker) = try StudyReader.material(execution, arguments)
    let judges = try StudyReader.judges(data, arguments)
    let (networks, failures) = StudyReader.built(try VariedSetting.networks(maker, arguments))
    let repeats =
      try arguments.value(of: StudyReader.repeats) ?? StudyReader.usualRepeatsOfBiasVariance
    let study = BiasVarianceStudy(
      examples: data.examples, training: data.rows(of: .training), judging: judges,
      expected: data.dataset.expectedTargets(ofRows: judges),
      resampling: try arguments.valueOrUsual(of: StudyReader.resample),
      seed: execution.state.seed)
    let outputs = networks.first?.variant.network.summaries.last?.outputShape.count ?? 1
    try execution.requireMemory(
      for: networks.map(\.variant.network), times: repeats,
      rows: data.rows(of: .training).count + judges.count * outputs, arguments)
    let subjects = networks.map { BiasVarianceStudy.Subject($0.variant, count: $0.examples) }
    let trainings = study.trainings(of: subjects, repeats: repeats)
    let (scores, remarks) = try StudyReader.scores(
      trainings, of: networks, execution, arguments)
    if scores.isEmpty { return PictureReport([]) }
    let findings = study.findings(
      scores.map { $0.map { .success($0) } ?? .failure(.noExamples) }, of: subjects
    ).compactMap { try? $0.get() }
    let text = BiasVarianceText(
      name: VariedSetting.name(arguments),
      findings: findings, repeats: repeats, study: study,
      data: data)
    return PictureReport(
      text.pictures,
      remarks: failures + remarks + [text.method(trainings, of: networks.count)])
  }
}
