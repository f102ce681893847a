import Charts
import Commands
import Datasets
import Language
import Networks
import Reports
import TensorEngine
import Tuning
import Workbench

/// `plot surface`: the loss over two directions of the weights, and the way of the training on it.
enum SurfacePlot {
  static let plot = Plot(named: "surface", trains: true) {
    (execution, arguments) throws(Diagnostic) in
    let data = try execution.data(for: arguments)
    let hand = try execution.network(for: arguments, fitting: data)
    // Refuses what has no loss before anything is trained.
    _ = try probe(
      hand.network, data, Array(data.rows(of: .training).prefix(1)), execution, arguments)
    let path = try PathReader.path(of: hand, on: data, execution, arguments)
    if execution.control.isInterrupted() { return PictureReport([]) }
    let values = path.places.map(\.values)
    guard let plane = plane(ofPath: values, hand.network, execution) else {
      return PictureReport([])
    }
    let grid = SurfacePicture.grid(of: plane, path: path)
    let rows = plane.rows(
      of: data.rows(of: .training), places: grid.columns * grid.rows, seed: execution.state.seed)
    let places = Double(grid.columns) * Double(grid.rows) * Double(rows.count)
    try execution.require(WorkPlan(places * hand.network.forwardWork), arguments)
    let probe = try probe(hand.network, data, rows, execution, arguments)
    let losses = losses(on: plane, at: grid, probe, execution)
    if execution.control.isInterrupted() { return PictureReport([]) }
    let picture = SurfacePicture(
      SurfacePicture.Losses(grid: losses, plane: plane, path: path, loss: probe.loss),
      at: grid, of: plane, path: path,
      keepsStatistics: hand.network.layers.contains { $0 is BatchNorm })
    return PictureReport(
      [.chart(.surface(picture.chart))],
      remarks: [
        picture.explanation(examples: rows.count, of: data, seed: execution.state.seed)
      ])
  }

  /// The plane of the path, or one of random directions; nil where it was interrupted.
  private static func plane(
    ofPath path: [[Float]], _ network: Network, _ execution: Execution
  ) -> LossPlane? {
    let control = execution.control
    var percent = -1
    let plane = LossPlane(ofPath: path, through: network.trainedValues) { piece, pieces in
      if piece * 100 / pieces > percent {
        percent = piece * 100 / pieces
        control.report(.part(percent, of: 100, name: "percent of the plane"))
      }
      return !control.isInterrupted()
    }
    if control.isInterrupted() { return nil }
    return plane ?? LossPlane(randomAround: network, seed: execution.state.seed)
  }

  private static func probe(
    _ network: Network, _ data: DataInHand, _ rows: [Int32], _ execution: Execution,
    _ arguments: Arguments
  ) throws(Diagnostic) -> LossProbe {
    try execution.asking(arguments) { () throws(NetworkError) in
      try LossProbe(network, on: data.examples, rows: rows, pool: execution.settings.pool)
    }
  }

  private static func losses(
    on plane: LossPlane, at grid: SampleGrid, _ probe: LossProbe, _ execution: Execution
  ) -> [Double] {
    let control = execution.control
    return plane.losses(
      probe, columns: (0..<grid.columns).map { grid.point(column: $0, row: 0).x },
      rows: (0..<grid.rows).map { grid.point(column: 0, row: $0).y }
    ) { row in
      control.report(.part(row, of: grid.rows, name: "rows of the surface"))
      return !control.isInterrupted()
    }
  }
}
