import Networks
import TensorEngine

/// The weights of a model in a file of HDF5, as any version of Keras writes them.
///
/// | layout | where a layer's tensors are |
/// | --- | --- |
/// | Keras 3, `.weights.h5` and within `.keras` | `layers/dense_1/vars/0`: by class and occurrence |
/// | older, `.h5` | `model_weights/NAME`, whose text `weight_names` lists them in order |
struct KerasWeights {
  /// The tensors of one layer, in the order in which Keras keeps them.
  struct LayerData {
    let name: String
    let sets: [HDF5Tree.DataSet]
  }

  let bytes: [UInt8]
  let root: HDF5Tree.Group

  init(reading bytes: [UInt8]) throws(ExchangeError) {
    self.bytes = bytes
    do throws(HDF5Fault) {
      root = try HDF5Tree(reading: bytes).root
    } catch {
      throw .hdf5(error)
    }
  }

  /// Where older files list their layers.
  private var older: HDF5Tree.Group? {
    if let group = root.group("model_weights") { return group }
    return root.texts("layer_names") == nil ? nil : root
  }

  /// Where newer files have their layers.
  private var newer: HDF5Tree.Group? {
    root.group("layers") ?? root.group("_layer_checkpoint_dependencies")
  }

  /// What an optimizer remembers, as Keras 3 keeps it; nil where nothing stands beside the weights.
  var memory: [HDF5Tree.DataSet]? {
    let groups = [root.group("optimizer"), root.group("optimizer_weights")].compactMap(\.self)
    guard groups.contains(where: { !Self.numbers(in: $0).isEmpty }) else { return nil }
    return root.group("optimizer")?.group("vars").map { Self.sets(in: $0) } ?? []
  }

  /// The tensors of the layers that have some.
  ///
  /// - Parameter kinds: The names by which Keras counts the layers with parameters, in order:
  ///   "dense", "conv2d".
  /// - Throws: `ExchangeError` where the file has them for other layers.
  func layers(of kinds: [String]) throws(ExchangeError) -> [LayerData] {
    if let older { return try olderLayers(older, count: kinds.count) }
    guard let newer else { throw .hdf5(.missing("layers")) }
    let filled = newer.members.filter { member in
      guard case .group(let group) = member.object else { return true }
      return !Self.numbers(in: group).isEmpty
    }
    guard filled.count == kinds.count else {
      throw .weightedLayers(filled.count, expected: kinds.count)
    }
    var counts: [String: Int] = [:]
    return kinds.map { kind in
      let count = counts[kind, default: 0]
      counts[kind] = count + 1
      let name = count == 0 ? kind : "\(kind)_\(count)"
      let sets = newer.group(name)?.group("vars").map { Self.sets(in: $0) } ?? []
      return LayerData(name: name, sets: sets)
    }
  }

  private func olderLayers(
    _ group: HDF5Tree.Group, count: Int
  ) throws(ExchangeError) -> [LayerData] {
    var layers: [LayerData] = []
    for name in try Self.list("layer_names", of: group) {
      guard let layer = group.group(name) else { throw .hdf5(.missing(name)) }
      var sets: [HDF5Tree.DataSet] = []
      for weight in try Self.list("weight_names", of: layer) {
        guard case .data(let set) = layer.object(at: weight) else {
          throw .hdf5(.missing("\(name)/\(weight)"))
        }
        sets.append(set)
      }
      if !sets.isEmpty { layers.append(LayerData(name: name, sets: sets)) }
    }
    guard layers.count == count else { throw .weightedLayers(layers.count, expected: count) }
    return layers
  }

  /// A list of names; a long one is cut into parts with numbers behind their name.
  private static func list(
    _ name: String, of group: HDF5Tree.Group
  ) throws(ExchangeError) -> [String] {
    if let list = group.texts(name) { return list }
    var list: [String] = []
    var part = 0
    while let texts = group.texts("\(name)\(part)") {
      list += texts
      part += 1
    }
    guard part > 0 else { throw .hdf5(.missing(name)) }
    return list
  }

  /// The data sets "0", "1" and so on.
  private static func sets(in group: HDF5Tree.Group) -> [HDF5Tree.DataSet] {
    var sets: [HDF5Tree.DataSet] = []
    while case .data(let set) = group[String(sets.count)] { sets.append(set) }
    return sets.count == group.members.count ? sets : []
  }

  /// All data sets below a group.
  static func numbers(in group: HDF5Tree.Group) -> [HDF5Tree.DataSet] {
    group.members.flatMap { member in
      switch member.object {
      case .data(let set): [set]
      case .group(let inner): numbers(in: inner)
      }
    }
  }

  /// The tensors of a layer, each as it must be.
  func tensors(
    _ data: LayerData, _ expected: [ParameterSpecification], name: String, kind: String
  ) throws(ExchangeError) -> [Tensor] {
    guard data.sets.count == expected.count else {
      throw .layer(
        name: name, kind: kind, .weightCount(data.sets.count, expected: expected.count))
    }
    var tensors: [Tensor] = []
    for (set, specification) in zip(data.sets, expected) {
      guard set.shape == specification.shape else {
        throw .layer(
          name: name, kind: kind,
          .weightShape(specification.name, set.shape, expected: specification.shape))
      }
      guard case .float(let size) = set.type else {
        guard case .other(let type) = set.type else { continue }
        throw .layer(name: name, kind: kind, .numberType(specification.name, type))
      }
      let elements = HDF5Numbers.floats(in: bytes, at: set.place, size: size)
      guard elements.count == set.shape.count, elements.allSatisfy({ $0.isFinite }) else {
        throw .layer(name: name, kind: kind, .notFinite(specification.name))
      }
      tensors.append(Tensor(shape: set.shape, elements: elements))
    }
    return tensors
  }
}
