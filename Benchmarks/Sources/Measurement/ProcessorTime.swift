#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Time that this process has spent on the processor: other load on the machine disturbs it little.
public enum ProcessorTime {
  /// Seconds since the process began.
  public static var now: Double { seconds(of: CLOCK_PROCESS_CPUTIME_ID) }
}

/// Time on the wall: what a user waits.
public enum WallTime {
  /// Seconds since some fixed moment.
  public static var now: Double { seconds(of: CLOCK_MONOTONIC) }
}

/// What something cost: what a user waits, and what the processor did for it, its child processes included.
public struct Cost {
  /// Seconds.
  public var wait: Double
  /// Seconds; on a machine with other work to do this is what tells.
  public var processor: Double

  /// The cost of the body.
  public static func of(_ body: () throws -> Void) rethrows -> Cost {
    let start = (WallTime.now, ProcessorTime.now + childrenTime())
    try body()
    return Cost(wait: WallTime.now - start.0, processor: ProcessorTime.now + childrenTime() - start.1)
  }

  /// The median of each.
  public static func median(_ costs: [Cost]) -> Cost {
    Cost(wait: costs.map(\.wait).median, processor: costs.map(\.processor).median)
  }

  private static func childrenTime() -> Double {
    var usage = rusage()
    // -1 is RUSAGE_CHILDREN, which Glibc has as an enumeration and others as a number.
    getrusage(-1, &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

private func seconds(of clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

/// The most memory that this process has held at once.
public enum PeakMemory {
  /// Bytes.
  public static var now: Int {
    var usage = rusage()
    // 0 is RUSAGE_SELF, which Glibc has as an enumeration and others as a number.
    getrusage(0, &usage)
    let peak = Int(usage.ru_maxrss)
    #if canImport(Darwin)
      return peak
    #else
      return peak * 1024
    #endif
  }
}

extension Collection where Element: Comparable {
  /// The middle one in order; the collection must not be empty.
  public var median: Element { sorted()[count / 2] }
}
