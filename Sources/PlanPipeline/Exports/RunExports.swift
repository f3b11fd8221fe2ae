// SPDX-License-Identifier: GPL-2.0-or-later

internal import ProcessIsolation

/// Makes the formats that take all plans of the output folder.
///
/// The plans are read one at a time, and each goes to all formats before the next is read, so that
/// the memory does not grow with their number.
struct RunExports {
  let formats: [RunExport]
  let folder: RunFolder

  /// How a plan that cannot be taken is told of, and how far the work has come.
  struct Calls {
    let missed: (RunEntry) -> Void
    let added: () -> Void
    /// Asked between plans, so that the user can end the run here as well.
    let isInterrupted: () -> Bool
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
    for format in formats { exporters.append(try format.begin(in: folder)) }
    var isWhole = true
    for entry in entries {
      if calls.isInterrupted() { return false }
      if let plan = CollectedPlan(entry, in: folder) {
        for exporter in exporters { try exporter.add(plan) }
      } else {
        calls.missed(entry)
        isWhole = false
      }
      calls.added()
    }
    for exporter in exporters { try exporter.finish() }
    return isWhole
  }
}
