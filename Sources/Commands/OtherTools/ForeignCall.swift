import Formulas
import Language
import Networks

/// A line of a programming language that calls a function: `model.fit(x, y)`, `X, y = make_moons(200)`,
/// `model = nn.Sequential(…)`.
struct ForeignCall {
  /// What is called, without the object before it: "fit".
  let name: String
  /// Whether it is called as a part of something: `np.mean`.
  private let isPart: Bool
  /// What stands in its parentheses, where it is one line and these end it.
  let arguments: Substring?

  /// Reads a line; nil for one that begins with no call, names and an equals sign before it apart.
  init?(_ source: String) {
    guard !source.contains("\n") else { return nil }
    var rest = source[...]
    for keyword in ["let ", "print ", "add "] where rest.hasPrefix(keyword) {
      rest.removeFirst(keyword.count)
    }
    if let assignment = rest.firstIndex(of: "="),
      rest[..<assignment].allSatisfy({ $0.isLetter || $0.isNumber || "_, .[]".contains($0) })
    {
      rest = rest[rest.index(after: assignment)...]
    }
    rest = rest.drop { $0 == " " }
    let head = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    let inside = rest.dropFirst(head.count)
    guard inside.first == "(", let name = head.split(separator: ".").last else { return nil }
    self.name = String(name)
    isPart = head.contains(".")
    arguments = inside.last == ")" ? inside.dropFirst().dropLast() : nil
  }

  /// The line that does it here; nil where there is none.
  func line(in table: CommandTable) -> String? {
    let plain = Loanword.plain(name)
    if plain == "load", let file = Self.name(in: arguments.map { [String($0)] } ?? []) {
      if file.hasSuffix(".csv") { return "data csv \(file) target=COLUMN" }
      if ["model", "network", "net"].contains(file) { return Self.lines["loadmodel"] }
    }
    if let verb = table.definition(of: name), let values = arguments(for: verb, in: table),
      !values.isEmpty || Self.lines[plain] == nil
    {
      return ([name] + values).joined(separator: " ")
    }
    if let line = valued(plain, in: table) ?? Self.lines[plain] { return line }
    if plain.hasPrefix("load") || plain.hasPrefix("fetch") { return Self.table }
    if isPart, let function = ExpressionFunction.named(name), let arguments, !arguments.isEmpty {
      return "print \(function.name)(\(arguments))"
    }
    return table.definition(of: name)?.verb
  }

  /// Its arguments, where a verb takes them as they are: numbers, its own words, its own options, and
  /// where names can stand a name.
  private func arguments(for verb: CommandDefinition, in table: CommandTable) -> [String]? {
    guard let arguments else { return nil }
    let values = arguments.split(separator: ",").map { $0.filter { $0 != " " } }
    if !isPart, let name = Self.name(in: values), Self.takesNames(verb) { return [name] }
    let fit = values.allSatisfy { value in
      let parts = value.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
      let isPlain = (parts.last ?? "").allSatisfy {
        $0.isLetter || $0.isNumber || "_.-%".contains($0)
      }
      guard parts.count == 2 else {
        return parts.count == 1 && (Double(value) != nil || verb.words.contains(value))
      }
      return isPlain && verb.options.contains { $0.name == parts[0] }
    }
    return fit ? values : nil
  }

  /// The one name that is handed over, which may stand in quotes; nil for anything else.
  private static func name(in values: [String]) -> String? {
    guard values.count == 1 else { return nil }
    let name = values[0].filter { $0 != "\"" && $0 != "'" }
    let isName = name.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "_./-".contains($0))
    }
    return isName && name.first?.isLetter == true ? name : nil
  }

  /// Whether a name that the student chooses can stand behind a verb.
  private static func takesNames(_ verb: CommandDefinition) -> Bool {
    !verb.completion.kinds.isEmpty || Self.takingNames.contains(verb.verb)
  }

  private static let takingNames: Set<String> = [
    "network", "copy", "explain", "learn", "run", "fetch", "save",
  ]

  static let table = "data csv FILE target=COLUMN"

  /// The lines that do what is called so, whatever it is handed.
  static let lines = [
    "fit": "train epochs=100", "compile": "train optimizer=adam rate=0.01",
    "evaluate": "evaluate", "predict": "predict test", "predictproba": "predict test",
    "summary": "show network", "parameters": "show network", "countparams": "show network",
    "add": "add dense 8 relu", "addmodule": "add dense 8 relu", "score": "evaluate",
    "accuracyscore": "evaluate", "classificationreport": "show metrics validation",
    "confusionmatrix": "plot confusion", "getweights": "show weights",
    "sequential": "network, then add dense 8 relu", "model": "network, then add dense 8 relu",
    "mlpclassifier": "network, then add dense 8 relu",
    "mlpregressor": "network, then add dense 8 relu",
    "logisticregression": "network, then add dense 1 sigmoid",
    "traintestsplit": "split train=80% test=20%", "randomsplit": "split train=80% validation=20%",
    "standardscaler": "scale standard", "minmaxscaler": "scale minmax",
    "normalize": "scale standard", "readcsv": table, "loadtxt": table, "genfromtxt": table,
    "earlystopping": "train stop=early(patience=10)",
    "modelcheckpoint": "train checkpoint=run.safetensors",
    "gridsearchcv": "search grid rate=0.1,0.01 folds=5",
    "randomizedsearchcv": "search random rate=0.0001..1 log folds=5", "seed": "seed 42",
    "manualseed": "seed 42",
    "setseed": "seed 42", "setrandomseed": "seed 42", "zerograd": "forward", "exit": "quit",
    "save": "save network net.safetensors", "plot": "plot loss", "show": "plot loss",
    "load": "data circles, or \(table)", "savefig": "save picture boundary.svg",
    "statedict": "save weights net.safetensors",
    "loadmodel": "load network net.safetensors", "loadweights": "load weights net.safetensors",
    "mnist": "data mnist", "dataloader": "train batch=32", "help": "help",
    "head": "show data", "tail": "show data", "describe": "show data", "info": "show data",
    "shape": "show data", "dtypes": "show data", "columns": "show data",
    "history": "show history", "scatter": "plot data", "hist": "plot histogram FEATURE",
    "bestparams": "best", "bestscore": "best", "createstudy": "search bayes rate=0.0001..1 log",
    "kneighborsclassifier": "network, then add dense 8 relu",
  ]
}
