// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
internal import PlanModel
internal import WorkbookExport

/// Makes the workbook of a run.
final class WorkbookRunExporter: RunExporter {
  static let fileName = "plans.xlsx"

  private let workbook: PlanWorkbook
  private let file: FileOnItsWay

  init(folder: RunFolder) throws(ConversionFailure) {
    file = FileOnItsWay(to: Self.fileName, in: folder)
    let generator = PlanConverter.generator
    do {
      workbook = try PlanWorkbook(
        path: file.temporaryPath, temporaryFolder: folder.temporaryFolder,
        author: "\(generator.name) \(generator.version)")
    } catch {
      throw ConversionFailure(error, path: file.path)
    }
  }

  /// Looks whether the library is there that writes workbooks.
  static func checkLibrary() throws(ConversionFailure) {
    do {
      try PlanWorkbook.checkLibrary()
    } catch {
      throw ConversionFailure(error, path: fileName)
    }
  }

  func add(_ plan: CollectedPlan) throws(ConversionFailure) {
    do {
      try workbook.add(plan.plan, planID: plan.planID, sourcePath: plan.sourcePath)
    } catch {
      throw ConversionFailure(error, path: file.path)
    }
  }

  func finish() throws(ConversionFailure) {
    do {
      try workbook.finish()
    } catch {
      throw ConversionFailure(error, path: file.path)
    }
    try file.arrive()
  }
}

extension ConversionFailure {
  fileprivate init(_ error: WorkbookError, path: String) {
    switch error {
    case .libraryMissing(let reason):
      self.init(
        code: "missing-library",
        fact: "\(path) needs libxlsxwriter 4, which is missing (\(reason))",
        advice: "install libxlsxwriter4, or leave xlsx out of --format")
    case .diskFull:
      self = .unwritable(path, .noRoom)
    case .failed(let reason):
      self.init(
        code: "unwritable-output", fact: "\(path) cannot be written (\(reason))",
        advice: "check the disk and run again, or leave xlsx out of --format")
    }
  }
}
