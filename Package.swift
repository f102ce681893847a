// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// A debug build trains networks too: the rooms that do arithmetic are optimized in both
// configurations, so that the tests of a debug build take seconds and not minutes.
let numeric: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Rounding a Double calls the C library's `floor`, `ceil` and `rint`, which are exact everywhere.
let linuxMath: LinkerSetting = .linkedLibrary("m", .when(platforms: [.linux]))

let package = Package(
  name: "overfit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "overfit", targets: ["overfit"]),
    .library(name: "TensorEngine", targets: ["TensorEngine"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Tuning", targets: ["Tuning"]),
    .library(name: "Charts", targets: ["Charts"]),
    .library(name: "Language", targets: ["Language"]),
    .library(name: "Notebooks", targets: ["Notebooks"]),
    .library(name: "Session", targets: ["Session"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries.
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CMarkdown", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // Its headers alone: the library is opened when it is needed.
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // The engine: no I/O, no clock.
    .target(
      name: "CKernels",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-fast-math"])]),
    .target(name: "TensorEngine", dependencies: ["CKernels"], swiftSettings: numeric),
    .target(name: "Networks", dependencies: ["TensorEngine"], swiftSettings: numeric),
    .target(name: "Datasets", dependencies: ["TensorEngine", "CZlib"], swiftSettings: numeric),
    .target(
      name: "Tuning", dependencies: ["Networks", "TensorEngine"], swiftSettings: numeric),

    // What is seen and typed.
    .target(name: "Charts", swiftSettings: numeric, linkerSettings: [linuxMath]),
    .target(name: "Language", swiftSettings: numeric),
    .target(name: "Notebooks", dependencies: ["Language", "CMarkdown"], swiftSettings: strict),
    .target(
      name: "Session",
      dependencies: [
        "Language", "Notebooks", "Charts", "Tuning", "Datasets", "Networks", "TensorEngine",
      ],
      swiftSettings: strict),

    // The front doors. Downloads is a room of its own so that its tests can bring their own
    // server and digests; nothing but the executable imports it.
    .target(name: "Downloads", dependencies: ["CCurl", "CCrypto"], swiftSettings: strict),
    .executableTarget(
      name: "overfit",
      dependencies: [
        "Session", "Charts", "Language", "Notebooks", "Downloads", "CEditline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "engine-bench",
      dependencies: [
        "Tuning", "Datasets", "Networks", "TensorEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/EngineBench", swiftSettings: numeric),

    // Tests mirror the rooms.
    .testTarget(
      name: "TensorEngineTests", dependencies: ["TensorEngine", "CKernels"],
      swiftSettings: strict),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    .testTarget(
      name: "NetworksTests", dependencies: ["Networks", "TensorEngine", "CAllocationCounter"],
      swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests", dependencies: ["Datasets", "TensorEngine"], swiftSettings: strict),
    .testTarget(
      name: "TuningTests", dependencies: ["Tuning", "Networks", "TensorEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "EngineBenchTests", dependencies: ["engine-bench", "TensorEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts"], exclude: ["Pictures"], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language"], swiftSettings: strict),
    .testTarget(
      name: "NotebooksTests", dependencies: ["Notebooks", "Language"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Session", "Language", "Notebooks", "Charts", "Tuning", "Datasets", "Networks",
        "TensorEngine",
      ],
      exclude: ["Transcripts", "Checklist"],
      swiftSettings: strict),
    .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: strict),
    .testTarget(
      name: "DownloadsTests", dependencies: ["Downloads", "LocalServer"], swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "EndToEndTests", dependencies: ["overfit", "LocalServer", "CPseudoTerminal"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
