// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
@preconcurrency internal import Glibc
package import PlanPipeline

/// The options that say how many documents are converted at once, and what each may use.
package struct WorkerOptionGroup: ParsableArguments {
  @Option(
    name: [.short, .long], parsing: .unconditional,
    help: ArgumentHelp(
      "How many documents to convert at once. (default: one for each core)", valueName: "number"))
  var jobs: Int?

  @OptionGroup var limits: LimitOptionGroup

  private static let mostJobs = 512

  package init() {}

  package func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("--jobs is a number from 1 to \(Self.mostJobs)")
    }
  }

  /// How many cores the machine has.
  package static var coreCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The options for the pipeline.
  package var options: WorkerOptions {
    limits.workers(jobCount: jobs ?? min(Self.coreCount, Self.mostJobs))
  }
}
