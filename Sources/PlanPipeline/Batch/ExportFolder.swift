// SPDX-License-Identifier: GPL-2.0-or-later

internal import FileAccess
package import PlanModel

/// The output folder of an export from an archive, locked against other runs while this lives.
///
/// It holds one export and nothing else. `.rodtrad/export` names the files of the export, which the
/// next one may write again.
package final class ExportFolder {
  private let folder: RunFolder
  private let tables: [RunTable]
  private let spool: TableSpool
  private let writesJSON: Bool

  private static let mark = "rodtrad export 1"
  private static let otherFolder = "name another folder after --output"

  /// Makes the folder where it is missing, or refuses one with results that would be overwritten, or
  /// would stay beside those of this export.
  ///
  /// - Parameters:
  ///   - path: The folder.
  ///   - planIDs: The names of the plans, without ".json".
  ///   - writesJSON: Whether each plan gets a JSON file.
  ///   - tables: The tables of all plans.
  ///   - isRedacted: Whether marks stand in the plans in place of personal data.
  /// - Throws: ``ConversionFailure``; what is in the folder is as it was then.
  package init(
    path: String, planIDs: [String], writesJSON: Bool, tables: TableSet, isRedacted: Bool
  ) throws(ConversionFailure) {
    folder = try RunFolder(path: path)
    self.writesJSON = writesJSON
    self.tables = tables.tables
    spool = try TableSpool(tables: tables.tables, folder: folder)
    let names =
      tables.tables.map(\.fileName) + (writesJSON ? planIDs.map(Self.fileName(ofPlan:)) : [])
    try refuseOtherResults(isRedacted: isRedacted, names)
    let record = [Self.mark, Self.word(isRedacted)] + names
    try folder.write(
      Array(record.map { "\($0)\n" }.joined().utf8)[...], to: RunFolder.exportRecord)
  }

  /// Writes a plan's document, and keeps its shares of the tables.
  package func add(
    _ plan: PlanDocument, json: [UInt8], planID: String
  ) throws(ConversionFailure) {
    if writesJSON { try folder.write(json[...], to: Self.fileName(ofPlan: planID)) }
    try spool.append(
      tables.map { $0.share(of: plan, planID: planID)[...] }, planID: planID)
  }

  /// Writes the tables.
  package func finish() throws(ConversionFailure) { try spool.writeTables() }

  private static func fileName(ofPlan planID: String) -> String { "\(planID).json" }

  private static func word(_ isRedacted: Bool) -> String { isRedacted ? "redacted" : "whole" }

  private func refuseOtherResults(
    isRedacted: Bool, _ names: [String]
  ) throws(ConversionFailure) {
    guard !FileSystem.exists(folder.journalPath) else {
      throw Self.refusal("\(folder.path) holds results of 'rodtrad convert'", Self.otherFolder)
    }
    let record = formerRecord()
    if record.contains(Self.mark), !record.contains(Self.word(isRedacted)) {
      throw .mixture(in: folder.path, isRedacted: isRedacted)
    }
    let former = Set(record.dropFirst(2).map(PathKey.init))
    let own = Set(names.map(PathKey.init))
    if let other = former.subtracting(own).map(\.path).sorted(by: precedes).first(where: isThere) {
      throw Self.refusal(
        "\(folder.path) holds results of another export, such as \(other)",
        "\(Self.otherFolder), or take this one away first")
    }
    if let taken = names.first(where: { !former.contains(PathKey($0)) && isThere($0) }) {
      throw Self.refusal(
        "\(folder.path)/\(taken) is there already, and comes from no export", Self.otherFolder)
    }
  }

  /// The lines that the last export left, or none.
  private func formerRecord() -> [String] {
    let bytes = try? FileSystem.read("\(folder.path)/\(RunFolder.exportRecord)")
    let lines = (bytes ?? []).split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    return lines.first == Self.mark ? lines : []
  }

  private func isThere(_ name: String) -> Bool { FileSystem.exists("\(folder.path)/\(name)") }

  private static func refusal(_ fact: String, _ advice: String) -> ConversionFailure {
    ConversionFailure(code: "other-results", fact: fact, advice: advice)
  }
}
