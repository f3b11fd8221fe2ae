// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanExport
internal import ProcessIsolation

/// What a worker is to do with documents; one that was started before the arguments were read is told.
struct DocumentWorkOrders: Hashable {
  var redacts: Bool
  /// Those of which it gives each plan's share.
  var tables: TableSet
  /// Whether the indented JSON of a plan is wanted.
  var writesJSON: Bool
}

extension DocumentWorkOrders {
  var bytes: [UInt8] {
    var fields = FieldWriter()
    for flag in [redacts, writesJSON, tables.hasJSONLines] { fields.write(flag ? 1 : 0) }
    fields.write(tables.csv?.rawValue ?? "")
    fields.write(tables.redactionsDialect?.rawValue ?? "")
    return fields.bytes
  }

  init(_ bytes: ArraySlice<UInt8>) throws(MalformedFields) {
    var fields = FieldReader(bytes)
    redacts = try fields.integer() == 1
    writesJSON = try fields.integer() == 1
    tables = TableSet(hasJSONLines: try fields.integer() == 1)
    tables.csv = CSVDialectChoice(rawValue: try fields.text())
    tables.redactionsDialect = CSVDialect(rawValue: try fields.text())
  }
}
