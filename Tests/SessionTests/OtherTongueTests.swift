import Commands
import Foundation
import Language
import Testing

@testable import Session
@testable import Workbench

@Suite("Words of other tongues")
struct OtherTongueTests {
  private static let table = Vocabulary.standard.table

  @Test("lead to their verb, with their accents and without, in capitals and not")
  func words() {
    for (line, words) in OtherTongue.table {
      for word in words.split(separator: " ").map(String.init) {
        let verb = OtherTongue.verb(word)
        #expect(verb != nil, "\(word)")
        let plain = String(
          word.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            !$0.properties.isDiacritic && $0.properties.canonicalCombiningClass == .notReordered
          }.map(Character.init)
        ).replacing("ß", with: "ss")
        #expect(OtherTongue.verb(plain) == verb, "\(word): \(plain)")
        #expect(OtherTongue.verb(word.uppercased()) == verb, "\(word)")
        #expect(Self.table.definition(of: word) == nil || line.hasPrefix(word), "\(word) is a verb")
      }
    }
  }

  @Test("there are for every verb", arguments: VerbCase.all)
  func every(_ verb: VerbCase) {
    let name = verb.definition.verb
    #expect(
      OtherTongue.table.contains { $0.line.split(separator: " ").first.map(String.init) == name })
  }

  @Test(
    "are told the verb at the prompt",
    arguments: [
      ("Übung", "learn"), ("Uebung", "learn"), ("uebung", "learn"), ("apprends", "learn"),
      ("ejercicio", "learn"), ("entraîne", "train"), ("erkläre", "explain"),
      ("erklaere", "explain"),
      ("rückgängig", "undo"), ("lösche", "delete"), ("Données", "data"),
      ("añade", "add dense 8 relu"),
      ("évaluer", "evaluate"), ("tschüss", "quit"), ("schließen", "quit"), ("adiós", "quit"),
    ])
  func told(_ word: String, _ line: String) {
    for typed in [word, word.decomposedStringWithCanonicalMapping] {
      var session = NotebookSession(settings: .testing())
      let hints = session.submit(typed).fault?.hints
      #expect(hints == ["here it is called: \(line)"], "\(typed)")
    }
  }
}
