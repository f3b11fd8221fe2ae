// SPDX-License-Identifier: GPL-2.0-or-later

internal import SourceText

/// Texts one after the other, with a space between each two.
struct JoinedTexts {
  let utf8: [UInt8]

  init(_ joiner: borrowing TextJoiner) { utf8 = joiner.bytes.array }

  /// The text at a place in bytes.
  func text(at place: Range<Int>) -> String { String(decoding: utf8[place], as: UTF8.self) }
}

/// Puts texts one after the other.
struct TextJoiner: ~Copyable {
  fileprivate var bytes: GrowingBytes

  /// Creates no text yet, with room for some bytes.
  init(capacity: Int) { bytes = GrowingBytes(capacity: capacity) }

  /// The bytes of the texts so far.
  var count: Int { bytes.count }

  mutating func append(_ text: String) {
    if bytes.count > 0 { bytes.append(0x20) }
    var text = text
    text.withUTF8 { bytes.append(UnsafeRawBufferPointer($0)) }
  }
}
