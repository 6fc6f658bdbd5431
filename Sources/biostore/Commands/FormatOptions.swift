import ArgumentParser
import BioStore

/// How a command prints its rows.
struct FormatOptions: ParsableArguments {
  @Option(help: "How rows are printed.")
  var format: OutputFormat = .table

  func print(_ rows: RowSet) {
    RowSet.print(rows, format: format)
  }
}

extension RowSet {
  /// Prints rows on standard output, wrapped only if that is a terminal.
  static func print(_ rows: RowSet, format: OutputFormat) {
    let terminal = Terminal.output
    terminal.write(RowPrinter(format: format, width: terminal.width, style: terminal.style).text(rows))
  }

  /// Facts with all that other programs may want to know of them.
  init(_ facts: [FactRecord]) {
    self.init(
      columns: [
        "type", "subject", "object", "value", "place", "start", "end", "precision", "confidence", "sentence",
        "article",
      ],
      rows: facts.map { fact in
        let best = fact.evidence.first
        return [
          .text(fact.type.rawValue), .text(fact.subject.name), Cell(fact.object?.name), Cell(fact.value),
          Cell(fact.place?.name), Cell(fact.start), Cell(fact.end), .text(fact.precision.rawValue),
          .real(fact.confidence), Cell(best?.sentence), Cell(best?.article),
        ]
      })
  }
}

extension Cell {
  init(_ value: DatabaseValue) {
    switch value {
    case .null: self = .null
    case .integer(let number): self = .integer(number)
    case .real(let number): self = .real(number)
    case .text(let text): self = .text(text)
    case .blob(let bytes): self = .blob(bytes)
    }
  }
}
