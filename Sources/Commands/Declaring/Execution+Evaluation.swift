package import Language
package import Networks
package import Workbench

extension Execution {
  /// Asks a network something; its refusal is put into words.
  package func asking<Value>(
    _ arguments: Arguments, _ question: () throws(NetworkError) -> Value
  ) throws(Diagnostic) -> Value {
    do {
      return try question()
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }

  /// How a network does on a part of the data; `nil` where that part has no examples.
  package func evaluation(
    of network: Network, on part: DataInHand.Part, _ data: DataInHand, _ arguments: Arguments
  ) throws(Diagnostic) -> Evaluation? {
    let rows = data.rows(of: part)
    guard !rows.isEmpty else { return nil }
    do {
      return try network.evaluate(data.examples, rows: rows, pool: settings.pool)
    } catch {
      throw Wording.diagnostic(for: error, in: arguments.command, at: arguments.command.range)
    }
  }
}
