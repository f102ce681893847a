// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Rooms of values: whatever is not safe in them is marked `unsafe`, or it is a warning. Not so
// `TensorEngine` and `Networks`, whose tensors and training plans are laid out in memory of their
// own, and `Datasets`, `Downloads` and `overfit`, which hand buffers to C libraries throughout.
let safe: [SwiftSetting] = strict + [.strictMemorySafety()]

// A debug build trains networks too: the rooms that do arithmetic are optimized in both
// configurations, so that the tests of a debug build take seconds and not minutes.
let optimized: SwiftSetting = .unsafeFlags(["-O"], .when(configuration: .debug))
let numeric: [SwiftSetting] = strict + [optimized]
let safeNumeric: [SwiftSetting] = safe + [optimized]

// Rounding a Double calls the C library's `floor`, `ceil` and `rint`, which are exact everywhere.
let linuxMath: LinkerSetting = .linkedLibrary("m", .when(platforms: [.linux]))

// Swift's own libraries are a part of the program, and those of C++ and of the compiler, which they
// need: to find and bind them took a third of the time from the start to the prompt. What
// Foundation's own are made of must be named, and nobody binds to the program itself.
let startsAtOnce: LinkerSetting = .unsafeFlags(
  [
    "-static-stdlib", "-use-ld=lld", "-l_FoundationCollections", "-l_FoundationCShims",
    "-L\(Context.packageDirectory)/packaging/linking", "-Xclang-linker", "-static-libgcc",
    "-Xlinker", "--no-export-dynamic",
  ],
  .when(platforms: [.linux], configuration: .release))

// Where it is built with libFuzzer, gold throws away a section that it needs.
let fuzzed: LinkerSetting = .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux]))

let package = Package(
  name: "overfit",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "overfit", targets: ["overfit"]),
    .library(name: "JSON", targets: ["JSON"]),
    .library(name: "TensorEngine", targets: ["TensorEngine"]),
    .library(name: "Networks", targets: ["Networks"]),
    .library(name: "Datasets", targets: ["Datasets"]),
    .library(name: "Tuning", targets: ["Tuning"]),
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
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CJansson", pkgConfig: "jansson", providers: [.apt(["libjansson-dev"])]),
    // Their headers alone: these libraries are opened when they are needed.
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"])]),
    .systemLibrary(name: "CTurboJPEG", providers: [.apt(["libturbojpeg0-dev"])]),
    .systemLibrary(name: "CGIF", providers: [.apt(["libgif-dev"])]),
    .systemLibrary(name: "CWebP", providers: [.apt(["libwebp-dev"])]),
    .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CZeroMQ", providers: [.apt(["libzmq3-dev"])]),
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CLateLibraries"),

    // JSON as values: bytes in, values out.
    .target(name: "JSON", dependencies: ["CJansson", "TerminalText"], swiftSettings: safeNumeric),

    // Text on a terminal: the columns it takes, what is taken out of it, and its lines. Pictures
    // ask for the columns of every text in them, so it is optimized in debug builds, too.
    .target(name: "TerminalText", swiftSettings: safeNumeric),

    // The engine: no I/O, no clock.
    .target(
      name: "CKernels",
      cSettings: [
        // A product's inner loop is up to a tenth slower where it begins within a cache line.
        .unsafeFlags([
          "-O3", "-ffp-contract=off", "-fno-fast-math", "-falign-functions=64", "-falign-loops=64",
        ])
      ]),
    .target(name: "TensorEngine", dependencies: ["CKernels"], swiftSettings: numeric),
    .target(name: "Networks", dependencies: ["TensorEngine", "JSON"], swiftSettings: numeric),
    .target(
      name: "Datasets",
      dependencies: [
        "TensorEngine", "TerminalText", "CZlib", "CZip", "CPNG", "CTurboJPEG", "CGIF", "CWebP",
        "CLateLibraries",
      ],
      swiftSettings: numeric),
    .target(
      name: "Tuning", dependencies: ["Networks", "TensorEngine"], swiftSettings: safeNumeric),
    .target(
      name: "Exchange", dependencies: ["Networks", "TensorEngine", "JSON", "Datasets"],
      swiftSettings: numeric),

    // What is seen and typed.
    .target(
      name: "Charts", dependencies: ["JSON", "TerminalText"], swiftSettings: safeNumeric,
      linkerSettings: [linuxMath]),
    .target(name: "Language", dependencies: ["TerminalText"], swiftSettings: safeNumeric),
    .target(
      name: "Notebooks", dependencies: ["Language", "TerminalText", "CMarkdown", "CYAML"],
      swiftSettings: safeNumeric),
    // What a session is made of, from the bottom up.
    .target(
      name: "Workbench",
      dependencies: [
        "Language", "Charts", "JSON", "Exchange", "Tuning", "Datasets", "Networks",
        "TensorEngine", "CCrypto", "CLateLibraries",
      ],
      swiftSettings: safe),
    .target(
      name: "Formulas",
      dependencies: [
        "Workbench", "Language", "Charts", "Tuning", "Datasets", "Networks", "TensorEngine",
      ],
      swiftSettings: safe),
    .target(
      name: "Reports",
      dependencies: [
        "Workbench", "Charts", "Exchange", "Tuning", "Datasets", "Networks", "TensorEngine",
      ],
      swiftSettings: safe),
    .target(
      name: "Commands",
      dependencies: [
        "Formulas", "Reports", "Workbench", "Language", "Charts", "Exchange", "Tuning", "Datasets",
        "Networks", "TensorEngine",
      ],
      swiftSettings: safe),
    .target(
      name: "Searches",
      dependencies: [
        "Commands", "Formulas", "Reports", "Workbench", "Language", "Charts", "JSON", "Tuning",
        "Datasets", "Networks", "TensorEngine",
      ],
      swiftSettings: safe),
    .target(
      name: "Plots",
      dependencies: [
        "Commands", "Formulas", "Reports", "Workbench", "Language", "Charts", "Tuning", "Datasets",
        "Networks", "TensorEngine",
      ],
      swiftSettings: safe),
    .target(
      name: "Session",
      dependencies: [
        "Plots", "Searches", "Commands", "Formulas", "Reports", "Workbench", "Language",
        "Notebooks",
        "Charts", "JSON", "Exchange", "Tuning", "Datasets", "Networks", "TensorEngine",
        "TerminalText",
      ],
      swiftSettings: safe),

    // Notebooks as pages and for Jupyter: values in, bytes out.
    .target(
      name: "Publishing",
      dependencies: [
        "Session", "Workbench", "Notebooks", "Language", "Charts", "JSON", "TerminalText",
      ],
      swiftSettings: safe),

    // The front doors. Downloads is a room of its own so that its tests can bring their own
    // server and digests; nothing but the executable imports it.
    .target(
      name: "Downloads", dependencies: ["CCurl", "CCrypto", "CLateLibraries"], swiftSettings: strict
    ),
    // Kernels for Jupyter: messages in, messages out, by a library that is opened when one starts.
    .target(
      name: "Jupyter", dependencies: ["JSON", "CCrypto", "CLateLibraries", "CZeroMQ"],
      swiftSettings: strict),
    .executableTarget(
      name: "overfit",
      dependencies: [
        "Publishing", "Jupyter", "Session", "Plots", "Searches", "Workbench", "Charts", "JSON",
        "Language",
        "Notebooks", "Networks", "Tuning", "TensorEngine", "TerminalText", "Downloads", "CEditline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: [startsAtOnce]),
    .executableTarget(
      name: "engine-bench",
      dependencies: [
        "Session", "Workbench", "Tuning", "Datasets", "Networks", "TensorEngine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/EngineBench", swiftSettings: safeNumeric, linkerSettings: [startsAtOnce]),

    // Tests mirror the rooms.
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTextTests", dependencies: ["TerminalText", "SeededRandom"],
      exclude: ["Golden"], swiftSettings: numeric),
    .testTarget(
      name: "TensorEngineTests",
      dependencies: ["TensorEngine", "CKernels", "CRootProof", "SeededRandom"],
      swiftSettings: numeric),
    .target(
      name: "CRootProof", dependencies: ["CKernels"], path: "Tests/CRootProof",
      cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off", "-fno-fast-math"])]),
    .target(name: "CAllocationCounter", path: "Tests/CAllocationCounter"),
    .target(
      name: "ReferenceNumbers", path: "Tests/ReferenceNumbers", swiftSettings: strict),
    .testTarget(
      name: "NetworksTests",
      dependencies: [
        "Networks", "TensorEngine", "JSON", "CAllocationCounter", "ReferenceNumbers",
        "SeededRandom",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "DatasetsTests",
      // Workbench puts into words what a file is refused for.
      dependencies: ["Datasets", "Workbench", "TensorEngine", "ReferenceNumbers"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "TuningTests", dependencies: ["Tuning", "Networks", "TensorEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Exchange", "Workbench", "Datasets", "Networks", "TensorEngine", "JSON", "SeededRandom",
      ],
      exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "EngineBenchTests", dependencies: ["engine-bench", "TensorEngine"],
      swiftSettings: strict),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "JSON", "GoldenTexts"], exclude: ["Pictures"],
      swiftSettings: strict),
    .target(
      name: "GoldenTexts", dependencies: ["JSON"], path: "Tests/GoldenTexts", swiftSettings: strict),
    .target(name: "SeededRandom", path: "Tests/SeededRandom", swiftSettings: strict),
    .target(
      name: "Fuzzing",
      dependencies: [
        "Session", "Workbench", "Language", "Notebooks", "Datasets", "Networks", "TensorEngine",
        "JSON", "TerminalText", "SeededRandom",
      ],
      path: "Tests/Fuzzing", swiftSettings: strict),
    .target(name: "CFuzzDriver", path: "Tests/CFuzzDriver"),
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing", "CFuzzDriver"], path: "Tests/FuzzProgram",
      swiftSettings: strict, linkerSettings: [fuzzed]),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language", "TerminalText", "SeededRandom"],
      swiftSettings: strict),
    .testTarget(
      name: "NotebooksTests", dependencies: ["Notebooks", "Language", "TerminalText"],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "SessionTests",
      dependencies: [
        "Session", "Plots", "Commands", "Reports", "Formulas", "Workbench", "Language",
        "Notebooks", "Charts", "Tuning", "Datasets", "Networks", "TensorEngine", "JSON",
        "SeededRandom", "ReferenceNumbers", "GoldenTexts", "Fuzzing", "CAllocationCounter",
      ],
      exclude: [
        "Transcripts", "Checklist", "Mistakes", "Pictures", "Predicting/Golden", "Checking/Broken",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Publishing", "Session", "Workbench", "Notebooks", "Language", "Charts", "JSON",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JupyterTests", dependencies: ["Jupyter", "JSON", "Fuzzing", "SeededRandom"],
      swiftSettings: strict),
    .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: strict),
    .testTarget(
      name: "DownloadsTests", dependencies: ["Downloads", "LocalServer"], swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "overfit", "fuzz", "Workbench", "LocalServer", "CPseudoTerminal", "SeededRandom",
      ],
      exclude: ["Engines/fake_engine.py"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c17
)
