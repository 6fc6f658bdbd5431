import Synchronization

/// Lets another thread, or a signal handler's thread, stop the work of a connection.
///
///     let interruption = Interruption()
///     database.interruption = interruption
///     // elsewhere:
///     interruption.interrupt()  // the running statement throws an error whose `isInterruption` is true
public final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)

  public init() {}

  /// Stops the running statement and every later one until `reset()`.
  public func interrupt() { flag.store(true, ordering: .relaxed) }

  /// Lets statements run again.
  public func reset() { flag.store(false, ordering: .relaxed) }

  public var isInterrupted: Bool { flag.load(ordering: .relaxed) }
}
