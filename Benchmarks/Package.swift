// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that those who build BioStore do not build the benchmarks.
let biostore = Target.Dependency.product(name: "BioStore", package: "BioStore")

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "BioStore", path: "..")],
  targets: [
    .target(name: "Measurement"),
    .target(name: "MadeUpLives", dependencies: [biostore]),
    .executableTarget(name: "ReaderBenchmark", dependencies: [biostore, "Measurement"]),
    .executableTarget(name: "StoreBenchmark", dependencies: [biostore, "Measurement", "MadeUpLives"]),
  ],
  swiftLanguageModes: [.v6]
)
