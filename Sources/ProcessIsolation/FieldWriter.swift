// SPDX-License-Identifier: GPL-2.0-or-later

/// Puts values one after the other into bytes, for ``FieldReader`` to take them out in that order.
///
/// Whole numbers are eight bytes, little-endian; texts and bytes stand behind their length.
package struct FieldWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []

  /// Creates a writer of nothing yet.
  package init() {}

  /// Writes a whole number.
  package mutating func write(_ value: Int) {
    withUnsafeBytes(of: Int64(value).littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes.
  package mutating func write(_ value: [UInt8]) {
    write(value.count)
    bytes += value
  }

  /// Writes a text.
  package mutating func write(_ value: String) {
    var value = value
    value.withUTF8 { text in
      write(text.count)
      bytes.append(contentsOf: text)
    }
  }
}

/// Bytes that are not what a ``FieldWriter`` wrote, or not in the order asked for.
package struct MalformedFields: Error, Sendable, Hashable {
  /// Creates the error.
  package init() {}
}

/// Takes values out of bytes in the order in which a ``FieldWriter`` wrote them.
///
/// It trusts nothing: bytes may come from a process that a document has taken over.
package struct FieldReader {
  private var rest: ArraySlice<UInt8>

  /// Creates a reader.
  package init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// Whether all has been taken.
  package var isAtEnd: Bool { rest.isEmpty }

  /// Takes a whole number.
  package mutating func integer() throws(MalformedFields) -> Int {
    let bytes = try take(8)
    let value = bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return Int(Int64(bitPattern: value))
  }

  /// Takes bytes.
  package mutating func bytes() throws(MalformedFields) -> [UInt8] {
    Array(try take(try integer()))
  }

  /// Takes a text; one that is not UTF-8 is refused.
  package mutating func text() throws(MalformedFields) -> String {
    guard let text = String(validating: try take(try integer()), as: UTF8.self) else {
      throw MalformedFields()
    }
    return text
  }

  private mutating func take(_ count: Int) throws(MalformedFields) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw MalformedFields() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
