// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport

/// A format that is made of all plans of the output folder together, when a run has ended.
package enum RunExport: String, Sendable, CaseIterable {
  /// One workbook for Excel.
  case workbook = "xlsx"
  /// The description of the CSV tables as a Frictionless Data Package.
  case dataPackage = "datapackage"
  /// A file of the Strategy Markup Language a plan.
  case stratML = "stratml"

  /// The names of its files in the output folder; none where it has a file a plan.
  var fileNames: [String] {
    switch self {
    case .workbook: [WorkbookRunExporter.fileName]
    case .dataPackage: [DataPackage.fileName, DataPackage.webFileName]
    case .stratML: []
    }
  }

  /// The name of its file about a plan, by the plan's name; nil where its files are of all.
  func fileName(ofPlan planID: String) -> String? {
    switch self {
    case .workbook, .dataPackage: nil
    case .stratML: "stratml/\(planID).xml"
    }
  }

  /// Finds out before a long run whether this format can be written at all.
  func checkMeans() throws(ConversionFailure) {
    switch self {
    case .workbook: try WorkbookRunExporter.checkLibrary()
    case .dataPackage, .stratML: break
    }
  }

  /// Begins the files of this format, when the tables have been written.
  func begin(
    in folder: RunFolder, _ options: ConversionOptions
  ) throws(ConversionFailure) -> any RunExporter {
    switch self {
    case .workbook: try WorkbookRunExporter(folder: folder)
    case .dataPackage: DataPackageRunExporter(folder: folder, options: options)
    case .stratML: StratMLRunExporter(folder: folder)
    }
  }
}

/// Takes the plans of an output folder one by one, and makes a format's files of them.
///
/// A file appears whole, under its name, in ``finish()``; an exporter that is let go before leaves
/// the files of earlier runs as they were.
protocol RunExporter: AnyObject {
  /// Takes the next plan, in the order of the plans' names.
  func add(_ plan: CollectedPlan) throws(ConversionFailure)

  /// Writes what is left, and gives the files their names.
  func finish() throws(ConversionFailure)
}
