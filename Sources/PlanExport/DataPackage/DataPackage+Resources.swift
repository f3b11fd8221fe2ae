// SPDX-License-Identifier: GPL-2.0-or-later

extension CSVDialect {
  /// What follows a table's name in the name of its resource.
  fileprivate var resourceSuffix: String {
    switch self {
    case .open: ""
    case .excel: "-excel"
    }
  }

  /// A text as it stands in a cell of this dialect.
  func cell(_ text: String) -> String {
    switch self {
    case .open: text
    case .excel: SpreadsheetText.harmless(text)
    }
  }

  fileprivate var remark: (english: String, swedish: String) {
    switch self {
    case .open: ("For programs.", "För program.")
    case .excel:
      (
        "For Excel in Swedish: an apostrophe stands before what Excel would take for a formula or a date, and a space for each line break.",
        "För Excel på svenska: en apostrof står före det som Excel skulle ta för en formel eller ett datum, och ett mellanslag för varje radbrytning."
      )
    }
  }
}

extension CSVTable {
  fileprivate func resourceName(in dialect: CSVDialect) -> String {
    rawValue + dialect.resourceSuffix
  }
}

extension JSONByteWriter {
  /// A table's file, with what its bytes mean.
  mutating func write(_ file: DataPackage.TableFile, of package: DataPackage) {
    let title = file.table.title
    object { json in
      json.member("bytes", file.byteCount)
      json.member("description", "\(title.englishRow) \(file.dialect.remark.english)")
      json.member("description@sv", "\(title.swedishRow) \(file.dialect.remark.swedish)")
      json.key("dialect")
      json.write(file.dialect)
      json.member("encoding", "utf-8")
      json.member("format", "csv")
      json.member("hash", "sha256:\(file.sha256)")
      json.member("mediatype", "text/csv")
      json.member("name", file.table.resourceName(in: file.dialect))
      json.member("path", file.path)
      json.key("schema")
      json.writeSchema(of: file, package)
      json.member("title", title.english)
      json.member("title@sv", title.swedish)
      json.member("type", "table")
    }
  }

  private mutating func write(_ dialect: CSVDialect) {
    object { json in
      json.member("delimiter", String(decoding: [dialect.separator], as: UTF8.self))
      json.member("doubleQuote", true)
      json.member("header", true)
      json.member("lineTerminator", "\r\n")
      json.member("quoteChar", "\"")
      json.member("skipInitialSpace", false)
    }
  }

  /// How fields are matched is left to the standard, which takes them one by one in their order:
  /// readers do not agree on whether the property is a list.
  private mutating func writeSchema(of file: DataPackage.TableFile, _ package: DataPackage) {
    let columns = file.table.definition.columns
    // A name that two plans share is no key.
    let hasKeys = package.tellsPlansApart(in: file.dialect)
    object { json in
      json.member("fields", columns) { $0.write($1, in: file, package) }
      if hasKeys, !file.table.references.isEmpty {
        json.member("foreignKeys", file.table.references) { json, reference in
          json.object { json in
            json.member("fields", file.fieldNames(reference.columns))
            json.key("reference")
            json.object { json in
              json.member("fields", file.fieldNames(reference.columns, in: reference.table))
              json.member("resource", reference.table.resourceName(in: file.dialect))
            }
          }
        }
      }
      json.member("missingValues", [""])
      if hasKeys, !file.table.primaryKey.isEmpty {
        json.member("primaryKey", file.fieldNames(file.table.primaryKey))
      }
    }
  }

  private mutating func write(
    _ column: PlanTableColumn, in file: DataPackage.TableFile, _ package: DataPackage
  ) {
    let isText = column.kind == .date && !package.isPlain(column, of: file.table)
    object { json in
      json.key("constraints")
      json.writeConstraints(of: column, in: file)
      if column.kind == .decimal { json.member("decimalChar", file.dialect.decimalMark) }
      json.member("description", column.englishDescription(in: file.table))
      json.member("description@sv", column.swedishDescription(in: file.table))
      json.member("format", "default")
      json.member("name", file.dialect.heading(of: column))
      json.member("title", column.englishHeading)
      json.member("title@sv", column.swedishHeading)
      json.member("type", isText ? "string" : column.kind.fieldType)
    }
  }

  private mutating func writeConstraints(
    of column: PlanTableColumn, in file: DataPackage.TableFile
  ) {
    object { json in
      if let values = column.allowedValues { json.member("enum", values.map(file.dialect.cell)) }
      if let minimum = column.minimum { json.member("minimum", minimum) }
      json.member("required", column.isAlwaysGiven(in: file.table))
    }
  }
}

extension DataPackage.TableFile {
  /// The headings, in the file's dialect, of columns of a table; of the file's own for nil.
  fileprivate func fieldNames(_ names: [String], in other: CSVTable? = nil) -> [String] {
    let columns = (other ?? table).definition.columns
    return names.compactMap { name in
      columns.first { $0.name == name }.map { dialect.heading(of: $0) }
    }
  }
}

extension PlanTableColumn.Kind {
  /// The type in Table Schema.
  fileprivate var fieldType: String {
    switch self {
    case .text: "string"
    case .integer: "integer"
    case .decimal: "number"
    case .date: "date"
    }
  }
}
