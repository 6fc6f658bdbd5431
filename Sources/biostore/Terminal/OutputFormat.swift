import ArgumentParser

/// How rows are printed.
enum OutputFormat: String, Sendable, CaseIterable, ExpressibleByArgument {
  case table, csv, json, jsonl, markdown
}
