import ArgumentParser

/// Workloads as they are asked for: `W1`, `W1,W3`, `all`.
struct WorkloadList: ExpressibleByArgument {
  let workloads: [Workload]

  init?(argument: String) {
    if argument == "all" {
      workloads = Workload.allCases
      return
    }
    var workloads: [Workload] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let workload = Workload(rawValue: String(word)) else { return nil }
      workloads.append(workload)
    }
    self.workloads = workloads
  }

  static let allValueStrings = Workload.allCases.map(\.rawValue) + ["all"]
}
