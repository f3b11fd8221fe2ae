// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanExport
public import PlanModel
internal import SourceText

/// What a run is asked to write.
package struct ConversionOptions: Sendable {
  /// Where the outputs go; made where it is missing.
  package var outputFolder: String
  package var writesJSON: Bool
  /// The dialect of the CSV tables, or nil for none.
  package var csvDialect: CSVDialect?

  /// Creates options.
  package init(outputFolder: String, writesJSON: Bool, csvDialect: CSVDialect?) {
    self.outputFolder = outputFolder
    self.writesJSON = writesJSON
    self.csvDialect = csvDialect
  }
}

/// What became of one input.
public enum ConversionOutcome: Sendable {
  case converted(PlanDocument)
  case failed(ConversionFailure)
}

/// What became of all inputs.
public struct ConversionSummary: Sendable {
  /// Inputs that gave a plan.
  public var converted = 0
  /// Of the converted ones, those with warnings or errors in their diagnostics.
  public var withWarnings = 0
  /// Of the converted ones, those without a goal: other documents, or other labels.
  public var withoutGoals = 0
  /// Inputs that gave none.
  public var failed = 0
  /// Pages of all plans.
  public var pages = 0
  /// Words of all plans' sources.
  public var words = 0

  /// Creates a summary of nothing.
  public init() {}
}

/// Converts many inputs and writes what was asked for.
public struct ConversionRun {
  private let converter: PlanConverter
  private let options: ConversionOptions
  private let exporter = JSONPlanExporter(style: .indented)

  /// Creates a run.
  package init(converter: PlanConverter, options: ConversionOptions) {
    self.converter = converter
    self.options = options
  }

  /// Converts the files one after the other; a file that fails does not stop the others.
  ///
  /// - Parameters:
  ///   - files: The inputs.
  ///   - report: Called with each input's path and outcome, in order.
  /// - Returns: The counts of the run.
  /// - Throws: ``ConversionFailure`` where the output folder or the tables cannot be written.
  public func run(
    _ files: [InputFile], report: (String, ConversionOutcome) -> Void
  ) throws(ConversionFailure) -> ConversionSummary {
    var summary = ConversionSummary()
    try makeOutputFolder()
    var tables: CSVTableFiles?
    if let dialect = options.csvDialect {
      tables = try CSVTableFiles(folder: options.outputFolder, dialect: dialect)
    }
    let names = OutputNames.names(for: files.map(\.relativePath))
    for (file, name) in zip(files, names) {
      do throws(ConversionFailure) {
        let plan = try converter.plan(fromFile: file.path)
        if options.writesJSON { try write(plan, name: name) }
        try tables?.append(plan, planID: name)
        summary.add(plan)
        report(file.path, .converted(plan))
      } catch {
        summary.failed += 1
        report(file.path, .failed(error))
      }
    }
    try tables?.commit()
    return summary
  }

  private func makeOutputFolder() throws(ConversionFailure) {
    do {
      try FileSystem.makeFolder(options.outputFolder)
    } catch {
      throw .unwritable(options.outputFolder, error)
    }
    guard FileSystem.isFolder(options.outputFolder) else {
      throw ConversionFailure(
        code: "unwritable-output", fact: "the output \(options.outputFolder) is not a folder",
        advice: "name another folder after --output")
    }
  }

  private func write(_ plan: PlanDocument, name: String) throws(ConversionFailure) {
    let path = "\(options.outputFolder)/\(name).json"
    do {
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try FileSystem.makeFolder(String(path[..<slash]))
      }
      let file = try AtomicFile(path: path)
      try file.write(exporter.bytes(for: plan))
      try file.commit()
    } catch {
      throw .unwritable(path, error)
    }
  }
}

extension ConversionSummary {
  mutating func add(_ plan: PlanDocument) {
    converted += 1
    if plan.diagnostics.contains(where: { $0.severity != .info }) { withWarnings += 1 }
    if plan.goals.isEmpty { withoutGoals += 1 }
    pages += plan.source.pageCount
    words += plan.accounting.sourceWords
  }
}

extension ConversionFailure {
  static func unwritable(_ path: String, _ error: FileSystemError) -> ConversionFailure {
    ConversionFailure(
      code: "unwritable-output", fact: "\(path) cannot be written (\(error.reason))",
      advice: error.advice)
  }
}
