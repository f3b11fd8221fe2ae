// SPDX-License-Identifier: GPL-2.0-or-later

extension DataPackage {
  /// The name of the second description, as CSV on the Web has it for the tables of a folder.
  package static let webFileName = "csv-metadata.json"

  /// The same as a description of CSV on the Web (W3C), for readers who look for that.
  ///
  /// There a column has a name besides its heading, and so is called the same in both dialects.
  package func webBytes(describing files: [TableFile]) -> [UInt8] {
    var json = JSONByteWriter(style: .indented, reservingCapacity: 1 << 16)
    json.object { json in
      json.key("@context")
      json.array([0, 1]) { json, index in
        if index == 0 {
          json.string("http://www.w3.org/ns/csvw")
        } else {
          json.object { $0.member("@language", "en") }
        }
      }
      json.member("dc:description", description)
      json.member("dc:title", title)
      json.member("tables", files) { $0.writeWebTable($1, of: self, among: files) }
    }
    json.endLine()
    return json.bytes
  }
}

extension JSONByteWriter {
  fileprivate mutating func writeWebTable(
    _ file: DataPackage.TableFile, of package: DataPackage, among files: [DataPackage.TableFile]
  ) {
    object { json in
      json.member("dc:description", file.table.title.englishRow)
      json.member("dc:title", file.table.title.english)
      json.key("dialect")
      json.object { json in
        json.member("delimiter", String(decoding: [file.dialect.separator], as: UTF8.self))
        json.member("doubleQuote", true)
        json.member("encoding", "utf-8")
        json.member("header", true)
        json.member("lineTerminators", ["\r\n"])
        json.member("quoteChar", "\"")
      }
      json.key("tableSchema")
      json.writeWebSchema(of: file, package, among: files)
      json.member("url", file.path)
    }
  }

  private mutating func writeWebSchema(
    of file: DataPackage.TableFile, _ package: DataPackage, among files: [DataPackage.TableFile]
  ) {
    let hasKeys = package.tellsPlansApart(in: file.dialect)
    object { json in
      json.member("columns", file.table.definition.columns) {
        $0.writeWebColumn($1, of: file, package)
      }
      if hasKeys, !file.table.references.isEmpty {
        json.member("foreignKeys", file.table.references) { json, reference in
          let target = files.first { $0.table == reference.table && $0.dialect == file.dialect }
          json.object { json in
            json.member("columnReference", reference.columns)
            json.key("reference")
            json.object { json in
              json.member("columnReference", reference.columns)
              json.member("resource", target?.path)
            }
          }
        }
      }
      if hasKeys, !file.table.primaryKey.isEmpty {
        json.member("primaryKey", file.table.primaryKey)
      }
    }
  }

  private mutating func writeWebColumn(
    _ column: PlanTableColumn, of file: DataPackage.TableFile, _ package: DataPackage
  ) {
    object { json in
      json.key("datatype")
      json.writeWebType(of: column, file, package)
      json.member("dc:description", column.englishDescription(in: file.table))
      json.member("name", column.name)
      json.member("required", column.isAlwaysGiven(in: file.table))
      json.member("titles", file.dialect.heading(of: column))
    }
  }

  private mutating func writeWebType(
    of column: PlanTableColumn, _ file: DataPackage.TableFile, _ package: DataPackage
  ) {
    let isPlain = package.isPlain(column, of: file.table)
    switch column.kind {
    case .date where isPlain: string("date")
    case .text, .date: string("string")
    case .integer: string("integer")
    case .decimal:
      object { json in
        // The plainer type forbids an exponent, and has more readers that know its format.
        json.member("base", isPlain ? "decimal" : "number")
        json.key("format")
        json.object { $0.member("decimalChar", file.dialect.decimalMark) }
      }
    }
  }
}
