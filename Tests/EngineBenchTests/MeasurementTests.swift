import Foundation
import Testing

@testable import engine_bench

@Suite("A line of results")
struct MeasurementTests {
  @Test("has the fields that the comparison with other programs reads")
  func json() throws {
    let line = Measurement(
      workload: .inference, threads: 2, metric: "latency_p50", values: [3, 1, 1e-7, 4],
      unit: "us", remarks: [("loss", 0.25)])
    let fields = try #require(
      JSONSerialization.jsonObject(with: Data(line.json.utf8)) as? [String: Any])
    #expect(fields["workload"] as? String == "W6")
    #expect(fields["peer"] as? String == "overfit")
    #expect(fields["threads"] as? Int == 2)
    #expect(fields["metric"] as? String == "latency_p50")
    #expect(fields["median"] as? Double == 2)
    #expect(fields["min"] as? Double == 1e-7)
    #expect(fields["max"] as? Double == 4)
    #expect(fields["runs"] as? Int == 4)
    #expect(fields["unit"] as? String == "us")
    #expect(fields["loss"] as? Double == 0.25)
  }

  @Test(
    "has the middle run, or the mean of the two in the middle",
    arguments: [
      ([5.0], 5.0), ([3, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([], 0),
    ] as [([Double], Double)])
  func median(_ values: [Double], _ median: Double) {
    #expect(Measurement(workload: .products, threads: 1, values: values, unit: "").median == median)
  }

  @Test("is asked for by name, by several names, or all")
  func names() {
    #expect(WorkloadList(argument: "W1")?.workloads == [.circlesSmall])
    #expect(WorkloadList(argument: "W3,W1")?.workloads == [.imagesDense, .circlesSmall])
    #expect(WorkloadList(argument: "all")?.workloads == Workload.allCases)
    for word in ["", "W8", "w1", "W1,", "W1,,W2", "all,W1"] {
      #expect(WorkloadList(argument: word) == nil)
    }
  }
}
