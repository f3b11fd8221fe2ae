// SPDX-License-Identifier: GPL-2.0-or-later

internal import PDFImport
internal import PlanExport
internal import PlanModel

/// What a run is asked to write, and how.
package struct ConversionOptions: Sendable {
  /// Where the outputs go; made where it is missing.
  package var outputFolder: String
  /// Whether each plan gets a JSON file of its own.
  package var writesJSON = true
  /// The tables of all plans.
  package var tables = TableSet(csvDialect: .open)
  /// The workers.
  package var workers: WorkerOptions
  /// The SHA-256 of the vocabulary that the converter knows.
  package var vocabularyDigest: String
  /// Whether everything is converted, also what is done already.
  package var isForced = false
  /// Whether outputs of inputs that are gone are taken away.
  package var prunes = false

  /// Creates options with the defaults of the command.
  package init(outputFolder: String, workers: WorkerOptions, vocabularyDigest: String) {
    self.outputFolder = outputFolder
    self.workers = workers
    self.vocabularyDigest = vocabularyDigest
  }

  /// What a plan's JSON depends on besides the file that it was made from.
  var maker: String {
    let generator = PlanConverter.generator
    return "\(generator.name) \(generator.version), poppler \(PDFImporter.popplerVersion), "
      + "vocabulary \(vocabularyDigest)"
  }
}
