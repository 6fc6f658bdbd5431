import BioStore

/// Reads articles in parallel and stores them in order, so that the database does not depend on who finishes first.
struct ArticleImport {
  /// What came of an import.
  struct Outcome: Sendable {
    var summary = ImportSession.Summary()
    /// The exit status of the first failure.
    var firstFailure: Int32?
    var failureCount = 0
  }

  let paths: [String]
  /// Articles that are read at the same time.
  let jobs: Int
  /// Whether unchanged articles are read again.
  let force: Bool
  let reader: Reader
  /// Called when the first article is there: an import of nothing makes no database.
  let open: () throws -> Store

  private var outcome = Outcome()
  private var session: ImportSession?
  private var progress = ProgressBar(total: nil)

  init(paths: [String], jobs: Int, force: Bool, reader: Reader, open: @escaping () throws -> Store) {
    self.paths = paths
    self.jobs = max(1, jobs)
    self.force = force
    self.reader = reader
    self.open = open
  }

  /// Imports everything. What is wrong with one article is said on standard error, and the others go on.
  ///
  /// - Throws: `StoreError` if the database cannot be used.
  mutating func run() async throws -> Outcome {
    let sources = findSources()
    progress = ProgressBar(total: sources.count > 1 ? sources.count : nil)
    defer { progress.finish() }
    try await readAll(sources)
    if let session { outcome.summary = try session.finish() }
    return outcome
  }

  private mutating func findSources() -> [ArticleSource] {
    var sources: [ArticleSource] = []
    for path in paths {
      do {
        sources += try ArticleSource.sources(at: path)
      } catch {
        fail(error)
      }
    }
    return sources
  }

  private mutating func readAll(_ sources: [ArticleSource]) async throws {
    var queue = ReadingQueue()
    try await withThrowingTaskGroup(of: (number: Int, reading: Reading).self) { group in
      for (index, source) in sources.enumerated() {
        for result in source {
          guard let (article, admission) = try admit(result) else { continue }
          while queue.running >= jobs || queue.pending >= jobs * 4, let next = try await group.next() {
            try store(queue.finish(next.number, next.reading))
          }
          let number = queue.start(admission)
          group.addTask { [reader] in (number, reader.read(article)) }
        }
        progress.update(done: index + 1, label: source.path)
      }
      while let next = try await group.next() {
        try store(queue.finish(next.number, next.reading))
      }
    }
  }

  /// The article and its place in the database; `nil` if there is nothing to read.
  private mutating func admit(
    _ result: Result<Article, ArticleError>
  ) throws -> (Article, ImportSession.Admission)? {
    switch result {
    case .failure(let error):
      fail(error)
      return nil
    case .success(let article):
      let session = try currentSession()
      let admission = try session.admit(article)
      if admission.status == .unchanged, !force {
        session.skip(admission)
        return nil
      }
      return (article, admission)
    }
  }

  private mutating func currentSession() throws -> ImportSession {
    if let session { return session }
    let session = try open().beginImport()
    self.session = session
    return session
  }

  private mutating func store(_ readings: [(ImportSession.Admission, Reading)]) throws {
    for (admission, reading) in readings {
      do {
        try currentSession().add(reading, as: admission)
      } catch let error as StoreError {
        guard case .invalidReading = error else { throw error }
        fail(error)
      }
    }
  }

  private mutating func fail(_ error: any Error) {
    progress.finish()
    let report = FailureReport(error) ?? FailureReport(unexpected: error)
    Terminal.error.write(report.line)
    outcome.failureCount += 1
    outcome.firstFailure = outcome.firstFailure ?? report.code
  }
}

/// Puts readings that finish in any order back into the order of their articles.
private struct ReadingQueue {
  /// Readings under way.
  private(set) var running = 0
  private var admissions: [Int: ImportSession.Admission] = [:]
  private var finished: [Int: Reading] = [:]
  private var started = 0
  private var stored = 0

  /// Articles that are admitted and not handed out.
  var pending: Int { started - stored }

  mutating func start(_ admission: ImportSession.Admission) -> Int {
    admissions[started] = admission
    running += 1
    started += 1
    return started - 1
  }

  /// Takes a reading and gives those whose turn has come.
  mutating func finish(_ number: Int, _ reading: Reading) -> [(ImportSession.Admission, Reading)] {
    running -= 1
    finished[number] = reading
    var ready: [(ImportSession.Admission, Reading)] = []
    while let reading = finished.removeValue(forKey: stored),
      let admission = admissions.removeValue(forKey: stored)
    {
      ready.append((admission, reading))
      stored += 1
    }
    return ready
  }
}
