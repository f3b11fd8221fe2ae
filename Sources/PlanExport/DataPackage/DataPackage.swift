// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// The descriptor of a Frictionless Data Package, version 2, of a run's tables.
///
/// It says of each column what a reader of CSV cannot see: its type, what may stand in it, what it
/// means, and which rows of other tables it leads to.
package struct DataPackage: Sendable {
  /// The name of the descriptor's file, as the standard has it.
  package static let fileName = "datapackage.json"

  /// A plan that the tables were made of.
  package struct Source: Sendable, Hashable {
    package let planID: String
    /// The title by the cover, or the name of the file.
    package let title: String
    package let sha256: String

    /// Describes a plan by its document.
    package init(_ plan: PlanDocument, planID: String) {
      self.planID = planID
      title = plan.plan.title ?? plan.source.fileName
      sha256 = plan.source.sha256
    }
  }

  /// A table's file.
  package struct TableFile: Sendable, Hashable {
    package let table: CSVTable
    package let dialect: CSVDialect
    /// The path from the descriptor to the file.
    package let path: String
    package let byteCount: Int
    package let sha256: String

    /// Describes a file.
    package init(
      table: CSVTable, dialect: CSVDialect, path: String, byteCount: Int, sha256: String
    ) {
      self.table = table
      self.dialect = dialect
      self.path = path
      self.byteCount = byteCount
      self.sha256 = sha256
    }
  }

  private let generator: Generator
  private let licence: String?
  private var sources: [Source] = []
  /// Columns with a cell that is no plain value of its kind.
  private var oddColumns: Set<TypedColumn> = []

  private struct TypedColumn: Hashable {
    let table: CSVTable
    let column: PlanTableColumn
  }

  private static let tablesToLookAt = CSVTable.allCases.filter { table in
    table.definition.columns.contains { $0.kind == .date || $0.kind == .decimal }
  }

  /// Creates the descriptor of tables without a row.
  ///
  /// - Parameters:
  ///   - generator: The program that makes the tables.
  ///   - licence: An identifier such as "CC0-1.0"; nil where nobody has named one, since a plan does
  ///     not say under which it may be used.
  package init(generator: Generator, licence: String?) {
    self.generator = generator
    self.licence = licence
  }

  /// Takes the next plan of the tables.
  package mutating func add(_ plan: PlanDocument, planID: String) {
    sources.append(Source(plan, planID: planID))
    for table in Self.tablesToLookAt {
      let definition = table.definition
      for row in definition.rows(for: plan, planID: planID) {
        for (column, cell) in zip(definition.columns, row) where Self.isOdd(cell) {
          oddColumns.insert(TypedColumn(table: table, column: column))
        }
      }
    }
  }

  /// Whether no two plans have one name in the cells of a dialect.
  ///
  /// The dialect for Excel writes the names "a b" and "a", line feed, "b" alike.
  func tellsPlansApart(in dialect: CSVDialect) -> Bool {
    // By bytes, since names that differ in their normal form only are names of two plans.
    Set(sources.map { Array(dialect.cell($0.planID).utf8) }).count == sources.count
  }

  /// Whether a date is no day of the calendar, or a number so large or small that it is written with
  /// an exponent.
  private static func isOdd(_ cell: CellValue) -> Bool {
    switch cell {
    case .date(let text): CalendarDay(text) == nil
    case .decimal(let value): DecimalText.shortest(value).contains("e")
    case .text, .integer, .empty: false
    }
  }

  /// Whether all dates of a column are days of the calendar, or all its numbers plain digits.
  func isPlain(_ column: PlanTableColumn, of table: CSVTable) -> Bool {
    !oddColumns.contains(TypedColumn(table: table, column: column))
  }

  /// The descriptor of tables that are in these files.
  package func bytes(describing files: [TableFile]) -> [UInt8] {
    var json = JSONByteWriter(style: .indented, reservingCapacity: 1 << 16)
    json.object { json in
      json.member("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
      json.member("description", description)
      json.member("description@sv", swedishDescription)
      json.member("languages", ["en", "sv"])
      if let licence {
        json.member("licenses", [licence]) { json, licence in
          json.object { $0.member("name", licence) }
        }
      }
      json.member("name", "verksamhetsplaner")
      json.member("resources", files) { $0.write($1, of: self) }
      json.member("sources", sources) { $0.write($1) }
      json.member("title", title)
      json.member("title@sv", "Kommunala enheters verksamhetsplaner")
    }
    json.endLine()
    return json.bytes
  }

  var title: String { "Yearly plans of municipal units" }

  var description: String {
    "Goals, sections, expected results, indicators and activities of Swedish municipal yearly plans "
      + "(verksamhetsplaner), read from PDF and text by \(generator.name) \(generator.version)."
      + (licence == nil ? " No licence was named when the tables were made." : "")
  }

  private var swedishDescription: String {
    "Mål, avsnitt, förväntade resultat, indikatorer och aktiviteter ur verksamhetsplaner, "
      + "lästa ur PDF och text av \(generator.name) \(generator.version)."
      + (licence == nil ? " Ingen licens angavs när tabellerna gjordes." : "")
  }
}

extension JSONByteWriter {
  fileprivate mutating func write(_ source: DataPackage.Source) {
    object { json in
      json.member("planId", source.planID)
      json.member("title", source.title)
      json.member("version", "sha256:\(source.sha256)")
    }
  }
}
