import Datasets
import Exchange
package import Language
package import Networks
import TensorEngine

/// Weights in a file of NumPy's, of safetensors' or of Keras's.
package enum WeightsFile {
  /// The bytes of a file whose format its name tells.
  package static func encoded(
    _ tensors: [NamedTensor], path: String, at range: SourceRange
  ) throws(Diagnostic) -> [UInt8] {
    if path.hasSuffix(".npz") {
      do throws(DatasetError) {
        return try NPZ.encoded(
          tensors.map { NPZ.Member(name: $0.name, array: NPYArray($0.tensor)) })
      } catch {
        throw Diagnostic("\(path): \(Wording.problem(of: error))", at: range)
      }
    }
    guard path.hasSuffix(".safetensors") else {
      throw Diagnostic(
        "weights are saved in a file that ends in .npz, .safetensors or .weights.h5", at: range,
        hints: ["save weights net.npz"])
    }
    do throws(NetworkFileError) {
      return try Safetensors(tensors: tensors).encoded()
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }

  /// The tensors of a file, whatever its name.
  ///
  /// - Parameter network: The network that they are for, by whose layers files of Keras name them.
  package static func tensors(
    in bytes: [UInt8], path: String, for network: Network, at range: SourceRange
  ) throws(Diagnostic) -> [NamedTensor] {
    if ExchangedNetwork.isForeign(bytes, path) {
      do throws(ExchangeError) {
        return try KerasFile.weights(of: FileBytes(name: path, bytes: bytes), for: network)
      } catch {
        throw Wording.diagnostic(for: error, file: path, at: range)
      }
    }
    if NPZ.isZip(bytes) {
      do throws(DatasetError) {
        var tensors: [NamedTensor] = []
        for member in try NPZ.members(of: FileBytes(name: path, bytes: bytes)) {
          tensors.append(NamedTensor(member.name, try member.array.tensor(file: path, member.name)))
        }
        return tensors
      } catch {
        throw Diagnostic(
          "\(path): \(Wording.problem(of: error))", at: range,
          hints: Wording.hint(for: error).map { [$0] } ?? [])
      }
    }
    do throws(NetworkFileError) {
      return try Safetensors(reading: bytes).tensors
    } catch {
      throw Wording.diagnostic(for: error, file: path, at: range)
    }
  }
}
