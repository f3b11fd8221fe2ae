// SPDX-License-Identifier: GPL-2.0-or-later

internal import ArgumentParser
internal import CommandLineSupport
internal import FileAccess
internal import PlanArchive
internal import PlanExport
internal import PlanPipeline

/// Writes plans of an archive into a folder.
struct ArchiveExport {
  let documents: ArchivedDocuments
  let folder: String
  let writesJSON: Bool
  /// The dialect of the tables, or nil for none.
  let dialect: CSVDialect?

  func write(_ plans: [ArchivedPlan]) throws {
    try makeFolder(folder)
    let names = OutputNames.names(for: plans.map(Self.fileName))
    // In the order of their names, as convert writes its tables.
    let sorted = zip(names, plans).sorted {
      $0.0.utf8.lexicographicallyPrecedes($1.0.utf8)
    }
    let exporter = dialect.map(CSVPlanExporter.init)
    var tables = try CSVTable.allCases.map { table -> (CSVTable, AtomicFile)? in
      guard let exporter else { return nil }
      let file = try begin(table.fileName)
      try attempt(table.fileName) { () throws(FileSystemError) in
        try file.write(exporter.header(of: table))
      }
      return (table, file)
    }.compactMap { $0 }
    for (name, plan) in sorted {
      let document = try documents.document(of: plan)
      if writesJSON { try writeJSON(document.json, to: name + ".json") }
      for (table, file) in tables {
        let rows = exporter?.rows(of: table, for: document.plan, planID: name) ?? []
        try attempt(table.fileName) { () throws(FileSystemError) in try file.write(rows) }
      }
    }
    while let (table, file) = tables.popLast() {
      try attempt(table.fileName) { () throws(FileSystemError) in try file.commit() }
    }
  }

  /// The name of a plan, which may come from anywhere, as one that a file can have: it leads nowhere
  /// else, and is not hidden.
  private static func fileName(of plan: ArchivedPlan) -> String {
    let scalars = plan.name.unicodeScalars.map { scalar in
      scalar == "/" || scalar.properties.generalCategory == .control ? "_" : scalar
    }
    let name = String(String.UnicodeScalarView(scalars))
    return name.isEmpty || name.hasPrefix(".") ? "_" + name : name
  }

  private func writeJSON(_ json: [UInt8], to name: String) throws {
    try attempt(name) { () throws(FileSystemError) in
      let file = try AtomicFile(path: "\(folder)/\(name)")
      try file.write(json)
      try file.commit()
    }
  }

  private func begin(_ name: String) throws -> AtomicFile {
    var file: AtomicFile?
    try attempt(name) { () throws(FileSystemError) in
      file = try AtomicFile(path: "\(folder)/\(name)")
    }
    guard let file else { throw ExitCode(ExitStatus.failed) }
    return file
  }

  private func makeFolder(_ path: String) throws {
    do throws(FileSystemError) {
      try FileSystem.makeFolder(path)
    } catch {
      throw documents.archive.failure(
        "\(path) cannot be written (\(error.reason)); \(error.advice)")
    }
  }

  private func attempt(_ name: String, _ work: () throws(FileSystemError) -> Void) throws {
    do throws(FileSystemError) {
      try work()
    } catch {
      throw documents.archive.failure(
        "\(folder)/\(name) cannot be written (\(error.reason)); \(error.advice)")
    }
  }
}
