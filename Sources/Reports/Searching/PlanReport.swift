package import Charts
package import TensorEngine
package import Tuning
import Workbench

/// What `plan` says: what a search would do, or did.
package struct PlanReport: Report {
  /// The search, told beforehand.
  package let plan: SearchPlan
  /// Whether it was done.
  package let isDone: Bool

  /// Tells of a search.
  package init(_ plan: SearchPlan, isDone: Bool) {
    self.plan = plan
    self.isDone = isDone
  }

  package var document: Document {
    var blocks = [SearchText.facts(of: plan)] + SearchText.brackets(of: plan)
    blocks += SearchText.shortage(of: plan)
    let part = plan.reckonedFrom.map { ", reckoned from \($0) of the settings" } ?? ""
    blocks.append(.text("in all \(Wording.text(of: plan.work))\(part)"))
    if plan.unbuilt > 0 {
      let looked = plan.reckonedFrom ?? plan.trials
      blocks.append(
        .text(
          "\(NumberText.count(plan.unbuilt)) of \(NumberText.count(looked)) can't be built, and cost "
            + "nothing"))
    }
    if plan.work.work > .mostUnasked, !isDone {
      let most = NumberText.count(Int(Work.mostUnasked.operations / 1e9))
      blocks.append(
        .text("more than \(most) billion are not done unasked: yes=yes at the end does it"))
    }
    return Document(blocks)
  }

  /// The work of a search that was not done yet.
  package var foretold: WorkPlan? { isDone ? nil : plan.work }

  package var explanation: Explanation { Explanation(terms: [SearchReport.term(of: plan)]) }
}
