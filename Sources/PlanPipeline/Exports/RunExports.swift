// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// Makes the formats that take all plans of the output folder.
///
/// The plans are read one at a time, and each goes to all formats before the next is read, so that
/// the memory does not grow with their number.
struct RunExports {
  let options: ConversionOptions
  let folder: RunFolder

  /// Where the user's wish to end is counted, or nil; it is asked between plans.
  let interruption: Interruption?

  /// How a plan that cannot be taken is told of, and how far the work has come.
  struct Calls {
    let missed: (RunEntry) -> Void
    let added: () -> Void
  }

  /// Writes the files of all formats.
  ///
  /// - Parameters:
  ///   - entries: What the journal says of the plans, in the order of their names.
  ///   - calls: Whom to tell.
  /// - Returns: Whether all plans have been taken and all files written.
  /// - Throws: ``ConversionFailure`` where a file cannot be written.
  func write(_ entries: [RunEntry], _ calls: Calls) throws(ConversionFailure) -> Bool {
    var exporters: [any RunExporter] = []
    for format in options.exports { exporters.append(try format.begin(in: folder, options)) }
    var isWhole = true
    for entry in entries {
      if isInterrupted { return false }
      if let plan = CollectedPlan(entry, in: folder) {
        for exporter in exporters { try exporter.add(plan) }
      } else {
        calls.missed(entry)
        isWhole = false
      }
      calls.added()
    }
    if isInterrupted { return false }
    for exporter in exporters { try finish(exporter) }
    return isWhole
  }

  private var isInterrupted: Bool {
    interruption?.update()
    return interruption?.isAsked == true
  }

  /// Writing the files of a thousand plans takes some ten seconds, which nobody must wait for.
  private func finish(_ exporter: any RunExporter) throws(ConversionFailure) {
    guard let interruption else { return try exporter.finish() }
    try interruption.endingAtOnce { () throws(ConversionFailure) in try exporter.finish() }
  }
}
