// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that those who build BioStore do not build the benchmarks.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "BioStore", path: "..")],
  targets: [
    .executableTarget(
      name: "ReaderBenchmark", dependencies: [.product(name: "BioStore", package: "BioStore")])
  ],
  swiftLanguageModes: [.v6]
)
