// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// The values of rows that somebody else may have written: GRDB's own subscripts end the program
/// where a value is not of the kind that was asked for.
extension Row {
  /// The value in a column.
  ///
  /// - Throws: ``ArchiveError/damaged(_:)`` where it is NULL or of another kind.
  func value<Value: DatabaseValueConvertible>(
    _ column: String, _ type: Value.Type = Value.self
  ) throws -> Value {
    guard let value = try optional(column, type) else {
      throw ArchiveError.damaged("no value in column \(column)")
    }
    return value
  }

  /// The value in a column, or nil for NULL.
  ///
  /// - Throws: ``ArchiveError/damaged(_:)`` where it is of another kind.
  func optional<Value: DatabaseValueConvertible>(
    _ column: String, _ type: Value.Type = Value.self
  ) throws -> Value? {
    let stored: DatabaseValue = self[column]
    if stored.isNull { return nil }
    guard let value = Value.fromDatabaseValue(stored) else {
      throw ArchiveError.damaged("a strange value in column \(column)")
    }
    return value
  }
}
