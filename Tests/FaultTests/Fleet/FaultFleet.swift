// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// All bad inputs, the same ones in every run.
enum FaultFleet {
  static func pdfs() throws -> [FaultFile] { try DamagedPDFs.all() + HostilePDFs.all() }

  static func texts() throws -> [FaultFile] { try DamagedTexts.all() + HostileTexts.all() }

  /// Inputs that need more than a document may have, on a slow machine at least.
  static func giants() -> [FaultFile] { HostilePDFs.giants() + HostileTexts.giants() }

  /// Writes the fleet into `folder/in`, with the sound plans of the corpus among it.
  ///
  /// - Returns: How many files there are.
  static func write(to folder: TemporaryFolder) throws -> Int {
    var count = 0
    for file in try pdfs() + texts() {
      try folder.write(file.bytes, to: "in/\(file.name)")
      count += 1
    }
    for plan in CorpusCase.all {
      for form in PlanForm.allCases {
        try folder.write(
          try plan.bytes(of: form.fileName), to: "in/\(plan.name)-sound.\(form.rawValue)")
        count += 1
      }
    }
    return count
  }
}
