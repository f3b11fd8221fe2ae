// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-2.0-or-later
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The Swift runtime in the program itself: it starts in half the time, and needs no toolchain
/// where it runs.
let staticRuntime: [LinkerSetting] = [
  .unsafeFlags(["-static-stdlib"]), .linkedLibrary("_FoundationCShims"),
  .linkedLibrary("_FoundationCollections"),
]

/// The same for a program that has all of Foundation in it, which GRDB imports.
let staticFoundation: [LinkerSetting] =
  // The libraries in which the linker looks for what those before them ask for.
  [.unsafeFlags(["-static-stdlib"])]
  + [
    "CoreFoundation", "_FoundationICU", "_FoundationCShims", "_FoundationCollections",
    "swiftSynchronization", "stdc++",
  ].map { .linkedLibrary($0) }

/// A stage of the pipeline: its targets declare exactly what they import.
func stage(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A stage that carries a file of `schemas/` or a vocabulary in its own binary.
func stageWithData(
  _ name: String, _ dependencies: [Target.Dependency] = [], data: [String]
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: data.map { .embedInCode($0) },
    swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

/// The program that `scripts/fuzz` runs.
///
/// It links only with `--sanitize fuzzer`, and so other builds leave it out.
let fuzzers: [Target] =
  Context.environment["RODTRAD_FUZZING"] == nil
  ? []
  : [
    .executableTarget(
      name: "TextPathFuzzer", dependencies: ["TestSupport"], path: "Tests/TextPathFuzzer",
      exclude: ["Seeds"],
      // The entry point is libFuzzer's.
      swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
  ]

let package = Package(
  name: "rodtrad",
  products: [
    .executable(name: "rodtrad", targets: ["rodtrad"]),
    .executable(name: "rodtrad-archive", targets: ["rodtrad-archive"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Its headers only: the library is loaded when it is needed.
    .target(name: "CPopplerGLib", dependencies: ["CGLib"]),
    .systemLibrary(
      name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),

    // Its header only: the library is loaded when it is needed.
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),

    stage("SourceText"),
    stage("ContentDigests", ["CNettle"]),
    stage("UnicodeNormalization", ["CGLib", "SourceText"]),
    stage("TextImport", ["SourceText", "UnicodeNormalization"]),
    stage(
      "PDFImport",
      ["SourceText", "UnicodeNormalization", "NativeThreads", "CGLib", "CPopplerGLib"]),
    stageWithData(
      "SectionTokenization", ["SourceText", "JSONScanning"], data: ["Data/stockholm.json"]),
    stage("PlanModel", ["SourceText"]),
    stage("PlanBuilding", ["SourceText", "SectionTokenization", "PlanModel"]),
    stage("PlanExport", ["PlanModel", "SourceText"]),
    stage("PersonalData", ["PlanModel", "SourceText", "SectionTokenization"]),
    stage("WorkbookExport", ["PlanExport", "PlanModel", "CXlsxWriter"]),
    stage("StratMLExport", ["PlanExport", "PlanModel", "SourceText"]),
    stage("JSONScanning"),
    stage("PlanReading", ["PlanModel", "SourceText", "JSONScanning"]),
    stage("PlanComparison", ["PlanModel", "SourceText"]),
    stage(
      "ComparisonExport", ["PlanComparison", "PlanExport", "PlanModel", "SourceText"]),
    stageWithData(
      "ComparisonReport",
      ["PlanComparison", "PlanExport", "PlanModel", "SourceText", "ContentDigests"],
      data: ["Data/report.css", "Data/report.js"]),
    stageWithData(
      "SchemaValidation", ["JSONScanning"],
      data: [
        "Data/comparison.schema.json", "Data/plan.schema.json", "Data/run.schema.json",
        "Data/vocabulary.schema.json",
      ]),
    stage("FileAccess"),
    stage("NativeThreads", ["CLinux"]),
    stage("ProcessIsolation", ["FileAccess", "CLinux", "CSeccomp"]),
    stage(
      "PlanPipeline",
      [
        "SourceText", "TextImport", "PDFImport", "SectionTokenization", "PlanModel",
        "PlanBuilding", "PersonalData", "PlanExport", "PlanReading", "WorkbookExport",
        "StratMLExport", "FileAccess", "ProcessIsolation", "ContentDigests",
      ]),
    stage(
      "CommandLineSupport",
      [
        "PlanPipeline", "SourceText", "SectionTokenization", "PlanModel", "PlanExport",
        "ContentDigests", "FileAccess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    stage(
      "RodtradCommandLine",
      [
        "CommandLineSupport", "PlanPipeline", "SourceText", "SectionTokenization", "PlanModel",
        "PlanExport",
        "SchemaValidation", "JSONScanning", "PlanComparison", "ComparisonExport",
        "ComparisonReport", "FileAccess", "ProcessIsolation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "rodtrad", dependencies: ["RodtradCommandLine"], swiftSettings: settings,
      linkerSettings: staticRuntime),

    // A program of its own, so that SQLite and Foundation are in no other.
    stage(
      "PlanArchive",
      [
        "PlanModel", "PlanExport", "PlanReading", "PlanComparison", "SourceText",
        "UnicodeNormalization", "CSQLite", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    stage(
      "ArchiveCommandLine",
      [
        "PlanArchive", "CommandLineSupport", "PlanPipeline", "PlanModel", "PlanExport",
        "PlanReading", "FileAccess", "ProcessIsolation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "rodtrad-archive", dependencies: ["ArchiveCommandLine"], swiftSettings: settings,
      linkerSettings: staticFoundation),

    // Not a product: what `scripts/benchmark` measures inside one process.
    .executableTarget(
      name: "rodtrad-benchmark",
      dependencies: [
        "PlanPipeline", "PlanExport", "PlanModel", "PlanReading", "SectionTokenization",
        "PDFImport", "CGLib", "CPopplerGLib",
      ],
      swiftSettings: settings, linkerSettings: staticRuntime),

    .target(
      name: "TestSupport",
      dependencies: [
        "PlanModel", "SourceText", "TextImport", "SectionTokenization", "PlanBuilding",
        "PlanExport", "PlanReading", "SchemaValidation",
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("ContentDigestsTests", ["ContentDigests"]),
    tests("TextImportTests", ["TextImport", "SourceText", "UnicodeNormalization"]),
    tests("NativeThreadsTests", ["NativeThreads"]),
    tests("PDFImportTests", ["PDFImport", "SourceText"]),
    tests("SectionTokenizationTests", ["SectionTokenization", "SourceText", "PlanModel"]),
    tests("PlanBuildingTests", ["PlanBuilding", "PlanModel", "SectionTokenization", "SourceText"]),
    tests(
      "PersonalDataTests", ["PersonalData", "PlanModel", "SectionTokenization", "SourceText"]),
    tests("PlanExportTests", ["PlanExport", "PlanModel", "SourceText"]),
    tests("StratMLExportTests", ["StratMLExport", "PlanExport", "PlanModel", "SourceText"]),
    tests("WorkbookExportTests", ["WorkbookExport", "PlanExport", "PlanModel"]),
    tests(
      "SchemaValidationTests", ["SchemaValidation", "JSONScanning", "PlanExport", "PlanModel"]),
    tests(
      "PlanReadingTests", ["PlanReading", "JSONScanning", "PlanExport", "PlanModel", "SourceText"]),
    tests(
      "PlanComparisonTests",
      ["PlanComparison", "PlanReading", "PlanExport", "PlanModel", "SourceText"]),
    tests(
      "ComparisonExportTests",
      [
        "ComparisonExport", "PlanComparison", "PlanReading", "PlanExport", "PlanModel",
        "SchemaValidation", "SourceText",
      ]),
    tests(
      "ComparisonReportTests",
      ["ComparisonReport", "PlanComparison", "PlanReading", "PlanModel", "SourceText"]),
    tests(
      "PlanPipelineTests",
      ["PlanPipeline", "PlanModel", "SectionTokenization", "ProcessIsolation"]),
    tests(
      "CorpusTests",
      [
        "PlanPipeline", "PlanExport", "PlanModel", "SchemaValidation", "SectionTokenization",
        "SourceText",
      ]),
    tests(
      "PlanArchiveTests",
      [
        "PlanArchive", "PlanExport", "PlanModel", "PlanReading", "SourceText",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("TextPathTests", []),
    tests("CommandLineTests", ["PlanModel"]),
    tests("FaultTests", ["PlanModel", .product(name: "GRDB", package: "GRDB.swift")]),
    // Not a product: a pool of workers that misbehave as a test asks.
    .executableTarget(
      name: "worker-pool-probe", dependencies: ["ProcessIsolation", "CLinux"],
      path: "Tests/WorkerPoolProbe", swiftSettings: settings),
  ] + fuzzers,
  swiftLanguageModes: [.v6]
)
