import Session
import Testing

@Suite("diagnose")
struct DiagnoseTests {
  @Test("gives verdict, numbers and rule of thumb from figures alone")
  func figures() {
    var session = NotebookSession(settings: SessionSettings())
    let line = "diagnose train=12% validation=25% target=13%"
    let outcome = session.submit(line)
    #expect(
      Transcript.standard.output(of: outcome, source: line, in: session) == [
        "  train       12.0% ######",
        "  validation  25.0% ############",
        "  target      13.0% ######",
        "High variance: the validation error is 13.0 points above the training error.",
        "Try: more data, regularization, another architecture.    (explain variance)",
      ])
  }
}
