// swift-tools-version: 6.2
import PackageDescription

// A package of somebody else that takes Overfit by a version tag; `run` says where the tag is.
let overfit = Context.environment["OVERFIT_REPOSITORY"] ?? ""

let package = Package(
  name: "dependent",
  platforms: [.macOS(.v15)],
  dependencies: [.package(url: overfit, exact: "1.0.0")],
  targets: [
    .executableTarget(
      name: "Dependent",
      dependencies: ["JSON", "TensorEngine", "Networks", "Datasets", "Tuning"].map {
        .product(name: $0, package: "overfit")
      })
  ],
  swiftLanguageModes: [.v6]
)
