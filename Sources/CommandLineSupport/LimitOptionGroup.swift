// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
package import PlanPipeline

/// The options that say what a document may use.
package struct LimitOptionGroup: ParsableArguments {
  // What is taken for a value is refused with what it should be, "-1" too.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The longest time for one document, in seconds.", valueName: "seconds"))
  var timeout = 60.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The most memory for one document, such as 512M or 2G. (default: 1G)", valueName: "size"),
    transform: LimitOptionGroup.byteCount(from:))
  var memory = 1 << 30

  /// Below this not even an empty document can be read.
  private static let leastMemory = 64 << 20
  /// A day; more would overflow nothing, but help nobody.
  private static let longestTimeout = 86_400.0

  package init() {}

  package func validate() throws {
    guard timeout > 0, timeout <= Self.longestTimeout else {
      throw ValidationError("--timeout is a number of seconds above 0, at most a day")
    }
    guard memory >= Self.leastMemory else {
      throw ValidationError("--memory is at least 64M")
    }
  }

  /// The options for the pipeline, with so many workers.
  package func workers(jobCount: Int) -> WorkerOptions {
    WorkerOptions(jobCount: jobCount, timeoutSeconds: timeout, memoryBytes: memory)
  }

  /// Reads a size: a number with K, M, G or T after it, or of bytes without.
  static func byteCount(from text: String) throws -> Int {
    let suffix = text.drop { $0.isNumber }.uppercased()
    let shifts = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
    let unit = suffix.hasSuffix("IB") ? String(suffix.dropLast(2)) : suffix
    guard let number = Int(text.prefix { $0.isNumber }), let shift = shifts[unit],
      number <= Int.max >> (shift + 1)
    else { throw ValidationError("“\(text)” is no size; use a number with M or G, such as 512M") }
    return number << shift
  }
}
