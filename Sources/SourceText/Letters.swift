// SPDX-License-Identifier: GPL-2.0-or-later

/// Whether text begins with a small letter of Swedish.
@inlinable
public func startsWithSmallLetter(_ utf8: some Collection<UInt8>) -> Bool {
  var iterator = utf8.makeIterator()
  guard let first = iterator.next() else { return false }
  return isSmallLetter(first, iterator.next() ?? 0)
}

/// Whether two bytes are, or begin with, a small letter of Swedish.
@inlinable
public func isSmallLetter(_ first: UInt8, _ second: UInt8) -> Bool {
  first >= 0x61 && first <= 0x7A || first == 0xC3 && second >= 0xA0 && second != 0xB7
}

/// Whether text begins with a capital letter of Swedish.
@inlinable
public func startsWithCapital(_ utf8: some Collection<UInt8>) -> Bool {
  var iterator = utf8.makeIterator()
  guard let first = iterator.next() else { return false }
  return isCapital(first, iterator.next() ?? 0)
}

/// Whether two bytes are, or begin with, a capital letter of Swedish.
@inlinable
public func isCapital(_ first: UInt8, _ second: UInt8) -> Bool {
  first >= 0x41 && first <= 0x5A || first == 0xC3 && second >= 0x80 && second <= 0x9E
}

/// Whether a byte is a figure, 0 to 9.
@inlinable @inline(__always)
public func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

/// Whether bytes are a date like 2026-12-31, with a month and a day that there can be.
@inlinable
public func isISODate(_ utf8: some Collection<UInt8>) -> Bool {
  utf8.withContiguousStorageIfAvailable(isISODate(bytes:))
    ?? Array(utf8).withUnsafeBufferPointer(isISODate(bytes:))
}

@usableFromInline
func isISODate(bytes utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  guard utf8.count == 10 else { return false }
  var position = 0
  var month = 0
  var day = 0
  for byte in utf8 {
    let isExpected =
      position == 4 || position == 7 ? byte == 0x2D : isDigit(byte)
    guard isExpected else { return false }
    if position == 5 || position == 6 { month = month * 10 + Int(byte) - 0x30 }
    if position > 7 { day = day * 10 + Int(byte) - 0x30 }
    position += 1
  }
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

/// Whether a text is the beginning of a date like 2026-12-31, its year and a hyphen at least.
public func beginsISODate(_ text: some StringProtocol) -> Bool {
  let count = text.utf8.count
  guard (5..<10).contains(count) else { return false }
  return isISODate(Array(text.utf8) + Array("2000-01-01".utf8.dropFirst(count)))
}

/// Whether a text ends in a date like 2026-12-31, as a word of its own.
@inlinable
public func endsInISODate(_ text: some StringProtocol) -> Bool {
  text.utf8.withContiguousStorageIfAvailable(endsInISODate(bytes:))
    ?? Array(text.utf8).withUnsafeBufferPointer(endsInISODate(bytes:))
}

@usableFromInline
func endsInISODate(bytes utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  let start = utf8.count - 10
  guard start >= 0, start == 0 || utf8[start - 1] == 0x20 else { return false }
  return isISODate(bytes: UnsafeBufferPointer(rebasing: utf8[start...]))
}
