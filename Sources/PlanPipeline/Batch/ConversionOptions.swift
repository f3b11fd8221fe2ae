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
  package var tables = TableSet(csv: .open)
  /// The formats that are made of all plans together, each once.
  package var exports: [RunExport] = []
  /// The licence that a format names where it can, an identifier such as "CC0-1.0"; nil for none.
  package var licence: String?
  /// The workers.
  package var workers: WorkerOptions
  /// Whether marks stand in the plans in place of personal data.
  package var redacts = false
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

  /// Whether anything is made of all plans, so that all have to be read.
  var coversAllPlans: Bool { !tables.tables.isEmpty || !exports.isEmpty }

  /// The files in the output folder that are made of all plans.
  var sharedFileNames: [String] { tables.tables.map(\.fileName) + exports.flatMap(\.fileNames) }

  /// The files of all plans together that other options would write.
  var otherSharedFileNames: [String] {
    let all = TableSet(csv: .both, hasJSONLines: true).tables.map(\.fileName)
    let own = Set(sharedFileNames)
    return (all + RunExport.allCases.flatMap(\.fileNames)).filter { !own.contains($0) }
  }

  /// What a plan's JSON depends on besides the file that it was made from.
  var maker: String {
    let generator = PlanConverter.generator
    return "\(generator.name) \(generator.version), poppler \(PDFImporter.popplerVersion), "
      + "vocabulary \(vocabularyDigest)" + (redacts ? ", redacted" : "")
  }
}
