package import JSON

/// What is wrong with a text of JSON, in words.
extension Wording {
  /// "layers[2].units: a whole number is expected".
  package static func problem(of error: JSONError) -> String {
    switch error {
    case .text(let fault, let byte): "\(problem(of: fault)), at byte \(byte)"
    case .tooDeep(let limit): "its values are nested more than \(limit) levels deep"
    case .value(let steps, let fault): place(steps) + problem(of: fault)
    case .notWritable: "this value can't be written as JSON"
    }
  }

  private static func problem(of fault: JSONError.TextFault) -> String {
    switch fault {
    case .noJSON: "it is not JSON"
    case .repeatedName: "a name is given twice in one object"
    case .notUTF8: "the text is not UTF-8"
    case .cutOff: "the text ends too early"
    case .textBehindEnd: "something follows the end of the value"
    case .largeNumber: "a number is too large"
    case .nestedTooDeep: "its values are nested too deep"
    case .zeroByteInName: "a name holds a zero byte"
    case .noMemory: "there is no memory left to read it"
    }
  }

  private static func problem(of fault: JSONError.ValueFault) -> String {
    switch fault {
    case .missing(let name): "\"\(name)\" is missing"
    case .expected(let kind): "\(name(of: kind)) is expected"
    case .unknown(let value): "\(value?.text ?? "this") is not known here"
    case .listTooShort: "the list is too short"
    case .refused(let text): text
    case .unreadable: "this can't be read"
    }
  }

  private static func name(of kind: JSONError.Kind) -> String {
    switch kind {
    case .list: "a list"
    case .object: "an object"
    case .text: "a text"
    case .truth: "true or false"
    case .number: "a number"
    case .wholeNumber: "a whole number"
    }
  }

  /// "layers[2].units: ", or nothing for the outermost value.
  private static func place(_ steps: [JSONError.Step]) -> String {
    var text = ""
    for step in steps {
      switch step {
      case .element(let index): text += "[\(index)]"
      case .member(let name): text += (text.isEmpty ? "" : ".") + name
      }
    }
    return text.isEmpty ? "" : text + ": "
  }
}
