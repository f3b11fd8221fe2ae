// SPDX-License-Identifier: GPL-2.0-or-later

internal import Foundation
internal import GRDB

/// The JSON documents in an archive.
enum StoredDocument {
  /// The document of a plan, byte for byte as it was added; nil where there is no such plan.
  static func json(ofPlan id: Int64, in db: Database) throws -> [UInt8]? {
    let statement = try db.cachedStatement(
      sql: "SELECT byte_count, json_zlib FROM documents WHERE plan_id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [id]) else { return nil }
    let packed = Array(try row.value("json_zlib", Data.self))
    guard let json = PackedDocument.bytes(from: packed, byteCount: try row.value("byte_count"))
    else { throw ArchiveError.damaged("the document of plan \(id) cannot be unpacked") }
    return json
  }
}
