import Datasets
import Language
import TensorEngine
import Tuning
import Workbench

extension Variation {
  /// Never more than there are.
  private static let examplesOption = CommandOption<Int>.count(
    "examples", in: 1...1_000_000_000, standard: "all",
    meaning: "how many of the training examples are used")
  private static let scaleOption = CommandOption<String>.choice(
    "scale", of: ["none"] + Scaler.Kind.allCases.map(\.rawValue), standard: "as the data is",
    meaning: "how networks see the inputs scaled")

  /// How many training examples a network learns from.
  static let examples = Variation(option: examplesOption.definition) { value throws(Diagnostic) in
    let available = value.data.rows(of: .training).count
    let count = try value.arguments.count(value.single, what: "examples", in: 1...max(1, available))
    return { network in network.examples = count }
  }

  /// How the inputs are scaled, fitted to the training examples.
  package static let scale = Variation(option: scaleOption.definition) { value throws(Diagnostic) in
    let kind = Scaler.Kind(rawValue: try value.value(as: scaleOption))
    return { network throws(Diagnostic) in
      do throws(DatasetError) {
        let preparation = try DataPreparation(
          kind, fittedTo: value.data.dataset, rows: value.data.rows(of: .training))
        network.variant.scaling = Comparison.OwnScaling(preparation.scaling)
      } catch { throw value.refusal(Wording.problem(of: error)) }
    }
  }
}
