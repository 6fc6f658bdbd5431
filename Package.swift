// swift-tools-version: 6.1
import PackageDescription

// `Sources/BioStore` and `Sources/biostore` are one folder on a disk that ignores case. Each target therefore
// names the sub-folders that are its own, and no file or folder name stands in both.
let package = Package(
  name: "BioStore",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "BioStore", targets: ["BioStore"]),
    .executable(name: "biostore", targets: ["BioStoreCLI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .target(
      name: "CResources",
      exclude: ["lexicons", "queries", "rules", "model"],
      publicHeadersPath: "include"
    ),
    .target(
      name: "BioStore",
      dependencies: ["CSQLite", "CResources"],
      path: "Sources/BioStore",
      sources: [
        "Article", "Language", "Names", "Time", "Entities", "Facts", "Reading", "Store", "Questions",
      ]
    ),
    .executableTarget(
      name: "BioStoreCLI",
      dependencies: [
        "BioStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/biostore",
      sources: ["Commands", "Terminal"]
    ),
    .executableTarget(
      name: "TrainReader",
      dependencies: [
        "BioStore",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Resources"]
    ),
    .testTarget(
      name: "BioStoreTests", dependencies: ["BioStore", "TrainReader"], exclude: ["Sentences"]),
    .testTarget(
      name: "BioStoreCLITests",
      dependencies: [
        "BioStore", "BioStoreCLI", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Snapshots"]),
  ],
  swiftLanguageModes: [.v6]
)
