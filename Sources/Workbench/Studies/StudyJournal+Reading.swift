import JSON

extension StudyJournal {
  /// Why a file is not read as a study.
  package struct Fault: Error, Equatable, Sendable {
    /// The line at fault, from 1; nil where it is the file as a whole.
    package let line: Int?
    /// What is wrong, in words.
    package let reason: String

    init(_ line: Int?, _ reason: String) {
      self.line = line
      self.reason = reason
    }
  }

  /// The longest line that is read, in bytes.
  static let longestLine = 1 << 20
  /// The most trials that are read.
  static let mostTrials = 1_000_000

  /// Reads a file. A last line without its end was broken off while it was written, and is left out.
  ///
  /// - Throws: A ``Fault`` for what is no journal of one study.
  package init(reading bytes: [UInt8]) throws(Fault) {
    var reader = StudyJournalReader()
    var (start, number) = (0, 0)
    while start < bytes.count {
      number += 1
      let most = min(bytes.count, start + Self.longestLine + 1)
      guard let end = bytes[start..<most].firstIndex(of: 0x0A) else {
        if most < bytes.count || most - start > Self.longestLine {
          throw Fault(number, "it is longer than 1 MiB")
        }
        break
      }
      try reader.read(bytes[start..<end], at: number)
      start = end + 1
      reader.end = start
    }
    self = try reader.journal()
  }
}

/// Replays the lines of a journal.
private struct StudyJournalReader {
  private var study: StudyJournal?
  private var number = 0
  /// Where the last line ended.
  var end = 0 {
    didSet { if study?.trials.last?.state.isFinished != false { study?.length = end } }
  }

  init() {}

  func journal() throws(StudyJournal.Fault) -> StudyJournal {
    guard var study else { throw StudyJournal.Fault(nil, "there is no study in it") }
    // Of our own trials one that is not done was broken off.
    if study.facts != nil, let last = study.trials.last, !last.state.isFinished {
      study.trials.removeLast()
    }
    return study
  }

  private func fault(_ reason: String) -> StudyJournal.Fault { StudyJournal.Fault(number, reason) }

  mutating func read(_ bytes: ArraySlice<UInt8>, at number: Int) throws(StudyJournal.Fault) {
    self.number = number
    let line = try value(of: bytes)
    guard case .integer(let code)? = line["op_code"] else {
      throw fault("it has no op_code, so it is no line of an Optuna journal")
    }
    if code == 0 { return try begin(line) }
    guard study != nil else { throw fault("it stands before the study that it belongs to") }
    switch code {
    case 1: throw fault("the study was deleted")
    case 2: try readAttribute(of: line)
    case 3: readMetric(of: line)
    case 4: try add(line)
    case 5...8: try change(line, as: code)
    case 9, 10: break
    default: throw fault("it has the op_code \(code), which is not known here")
    }
  }

  /// The line as a value. What Python writes for a number that is none is taken for nothing.
  private func value(of bytes: ArraySlice<UInt8>) throws(StudyJournal.Fault) -> JSONValue {
    do throws(JSONError) {
      return try JSONValue(reading: bytes)
    } catch {
      if let finite = Self.finite(bytes), let value = try? JSONValue(reading: finite) {
        return value
      }
      throw fault(Wording.problem(of: error))
    }
  }

  /// The bytes with null for NaN and infinities, which Python writes; nil where there are none.
  private static func finite(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var (result, place, isText, hasAny) = ([UInt8](), bytes.startIndex, false, false)
    let words = ["-Infinity", "Infinity", "NaN"].map { Array($0.utf8) }
    while place < bytes.endIndex {
      let byte = bytes[place]
      if isText, byte == 0x5C, place + 1 < bytes.endIndex {
        result += bytes[place...(place + 1)]
        place += 2
        continue
      }
      if byte == 0x22 { isText.toggle() }
      if !isText, let word = words.first(where: { bytes[place...].starts(with: $0) }) {
        result += Array("null".utf8)
        place += word.count
        hasAny = true
        continue
      }
      result.append(byte)
      place += 1
    }
    return hasAny ? result : nil
  }

  private mutating func begin(_ line: JSONValue) throws(StudyJournal.Fault) {
    guard study == nil else {
      throw fault("it begins a second study, and a file holds one here")
    }
    guard case .string(let name)? = line["study_name"],
      case .array(let directions)? = line["directions"]
    else { throw fault("it begins a study without a name or a direction") }
    guard directions.count == 1 else {
      throw fault("its study has \(directions.count) goals, and a search has one")
    }
    guard directions == [.integer(1)] || directions == [.integer(2)] else {
      throw fault("its study goes in no direction that is known")
    }
    study = StudyJournal(
      name: name, isLessBetter: directions == [.integer(1)], metric: nil, facts: nil)
  }

  private mutating func readAttribute(of line: JSONValue) throws(StudyJournal.Fault) {
    guard case .object(let members)? = line["user_attr"] else {
      throw fault("it has no attribute")
    }
    for member in members {
      if member.name == StudyJournal.ownKey { study?.facts = StudyFacts(member.value) }
      guard member.name.hasPrefix(StudyJournal.lineKey), case .string(let text) = member.value
      else { continue }
      let (lines, trials) = (study?.lines.count ?? 0, study?.trials.count ?? 0)
      // The last line may be told anew: it was broken off, or goes on for more trials.
      if member.name == "\(StudyJournal.lineKey)\(lines)", let last = study?.lines.popLast() {
        study?.lines.append(StudyJournal.Line(text, first: last.first))
        continue
      }
      guard member.name == "\(StudyJournal.lineKey)\(lines + 1)",
        study?.trials.last?.state.isFinished != false
      else { throw fault("its line of the notebook is out of order") }
      study?.lines.append(StudyJournal.Line(text, first: trials))
    }
  }

  private mutating func readMetric(of line: JSONValue) {
    if case .array(let names)? = line["system_attr"]?["study:metric_names"],
      case .string(let name)? = names.first
    {
      study?.metric = name
    }
  }
}

extension StudyJournalReader {
  /// A trial that begins, or that was put there as a whole.
  private mutating func add(_ line: JSONValue) throws(StudyJournal.Fault) {
    guard study?.trials.count ?? 0 < StudyJournal.mostTrials else {
      throw fault("it begins a trial, and a million is the most")
    }
    var trial = StudyJournal.Trial(try state(in: line) ?? .running)
    trial.value = try value(in: line, of: trial.state)
    if case .object(let members)? = line["params"] {
      for member in members {
        trial.parameters.append(
          try parameter(member.name, member.value, line["distributions"]?[member.name]))
      }
    }
    study?.trials.append(trial)
  }

  private func state(in line: JSONValue) throws(StudyJournal.Fault) -> StudyJournal.Trial.State? {
    guard let value = line["state"] else { return nil }
    guard case .integer(let number) = value, let state = StudyJournal.Trial.State(rawValue: number)
    else { throw fault("its state is not known here") }
    return state
  }

  private func value(
    in line: JSONValue, of state: StudyJournal.Trial.State
  ) throws(StudyJournal.Fault) -> Double? {
    var value = line["value"]?.double
    if case .array(let values)? = line["values"] {
      guard values.count == 1 else { throw fault("its trial has not one value, as a search has") }
      value = values[0].double
    }
    if state == .complete, value == nil {
      throw fault("its trial is complete without a value that is a number")
    }
    return value
  }

  /// Changes a trial that is not done; what comes later is nothing to it, as in Optuna.
  private mutating func change(_ line: JSONValue, as code: Int) throws(StudyJournal.Fault) {
    guard case .integer(let id)? = line["trial_id"],
      var trial = study?.trials.indices.contains(id) == true ? study?.trials[id] : nil
    else { throw fault("it tells of a trial that has not begun") }
    guard !trial.state.isFinished else { return }
    switch code {
    case 5: try setParameter(of: &trial, line)
    case 6: try setState(of: &trial, line)
    case 7: try setStep(of: &trial, line)
    default:
      if let own = line["user_attr"]?[StudyJournal.ownKey] { trial.own = StudyJournal.Own(own) }
    }
    study?.trials[id] = trial
  }

  private func setStep(
    of trial: inout StudyJournal.Trial, _ line: JSONValue
  ) throws(StudyJournal.Fault) {
    guard case .integer(let step)? = line["step"] else { throw fault("its step is no number") }
    guard let value = line["intermediate_value"]?.double, step >= trial.lastStep ?? step else {
      return
    }
    (trial.lastStep, trial.value) = (step, value)
  }

  private func setState(
    of trial: inout StudyJournal.Trial, _ line: JSONValue
  ) throws(StudyJournal.Fault) {
    guard let state = try state(in: line) else { throw fault("its state is missing") }
    let value = try value(in: line, of: state)
    trial.state = state
    if state == .failed { trial.value = nil }
    if let value { trial.value = value }
  }

  private func setParameter(
    of trial: inout StudyJournal.Trial, _ line: JSONValue
  ) throws(StudyJournal.Fault) {
    guard case .string(let name)? = line["param_name"],
      let value = line["param_value_internal"]
    else { throw fault("its setting has no name or no value") }
    trial.parameters.removeAll { $0.name == name }
    trial.parameters.append(try parameter(name, value, line["distribution"]))
  }

  private func parameter(
    _ name: String, _ value: JSONValue, _ distribution: JSONValue?
  ) throws(StudyJournal.Fault) -> StudyJournal.Parameter {
    guard case .string(let text)? = distribution,
      let range = (try? JSONValue(reading: Array(text.utf8))).flatMap({ StudyJournal.Range($0) })
    else { throw fault("what \(name) may be can't be read") }
    guard let number = value.double, number.isFinite else {
      throw fault("the value of \(name) is no number")
    }
    guard case .choices(let choices) = range else {
      return StudyJournal.Parameter(name, .number(number), in: range)
    }
    guard let index = Int(exactly: number), choices.indices.contains(index) else {
      throw fault("the value of \(name) is none of its choices")
    }
    return StudyJournal.Parameter(name, choices[index], in: range)
  }
}

extension StudyJournal.Range {
  /// Reads a distribution of Optuna; nil for what is none.
  fileprivate init?(_ value: JSONValue) {
    guard case .string(let name)? = value["name"], let attributes = value["attributes"] else {
      return nil
    }
    if name == "CategoricalDistribution" {
      guard case .array(let choices)? = attributes["choices"], !choices.isEmpty else { return nil }
      self = .choices(choices.map { StudyJournal.Value($0) })
      return
    }
    guard let low = attributes["low"]?.double, let high = attributes["high"]?.double, low <= high,
      low.isFinite, high.isFinite
    else { return nil }
    let isLogarithmic = attributes["log"] == .bool(true)
    if isLogarithmic, low <= 0 { return nil }
    if name == "IntDistribution" {
      guard let from = Int(exactly: low), let to = Int(exactly: high) else { return nil }
      self = .wholeNumbers(low: from, high: to, isLogarithmic: isLogarithmic)
    } else {
      self = .numbers(low: low, high: high, isLogarithmic: isLogarithmic)
    }
  }
}

extension StudyJournal.Value {
  /// A choice of Optuna's.
  fileprivate init(_ value: JSONValue) {
    switch value {
    case .bool(let flag): self = .flag(flag)
    case .string(let text): self = .text(text)
    case .integer, .number: self = value.double.map { .number($0) } ?? .none
    case .null, .array, .object: self = .none
    }
  }
}
