package import Charts
import Datasets
package import TensorEngine
package import Workbench

/// What a command found out, as a value. Its document, its JSON and what `why` says of it are made
/// from that value, and nothing reads them back.
package protocol Report: Sendable {
  /// What is shown: text, tables and pictures.
  var document: Document { get }

  /// About how many bytes its document takes, where that is known without making it.
  var byteCount: Int { get }

  /// What `why` says of it beyond what it reads off the pictures and tables themselves.
  var explanation: Explanation { get }

  /// How many conditions it was to check and found not to hold.
  var failedChecks: Int { get }

  /// The work that it tells beforehand; nil where it tells of none.
  var foretold: WorkPlan? { get }
}

extension Report {
  package var explanation: Explanation { Explanation() }
  /// Those of its document.
  package var byteCount: Int { document.byteCount }
  package var failedChecks: Int { 0 }
  /// None, where a result doesn't say so.
  package var foretold: WorkPlan? { nil }
}

extension Document {
  /// What some results show in a state, whose data's names are those that pictures spell.
  package init(of reports: some Sequence<any Report>, in state: SessionState) {
    var blocks: [Block] = []
    for report in reports {
      let more = report.document.blocks
      if blocks.isEmpty { blocks = more } else { blocks += more }
    }
    self.init(blocks, in: state)
  }

  /// Some blocks that are shown in a state.
  package init(_ blocks: [Block], in state: SessionState) {
    let data = state.data?.dataset
    self.init(
      blocks, names: data.map { $0.classNames + $0.columnNames + [$0.targetName] } ?? [])
  }
}
