// SPDX-License-Identifier: GPL-2.0-or-later

/// Words between spaces, found in UTF-8: the standard library's split compares characters, which
/// takes ten times as long.
extension StringProtocol {
  /// The words between single or repeated spaces (U+0020).
  public func spaceSeparatedWords() -> [Substring] {
    let text = Substring(self)
    let utf8 = text.utf8
    let ranges =
      utf8.withContiguousStorageIfAvailable(wordRanges(of:))
      ?? Array(utf8).withUnsafeBufferPointer(wordRanges(of:))
    return ranges.map { range in
      let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
      return text[start..<utf8.index(start, offsetBy: range.count)]
    }
  }

  /// The text after the last space.
  public var lastWord: Substring {
    let text = Substring(self)
    guard let space = text.utf8.lastIndex(of: 0x20) else { return text }
    return text[text.utf8.index(after: space)...]
  }

  /// The text without spaces (U+0020) at its ends.
  public func trimmingSpaces() -> Substring {
    let text = Substring(self)
    guard let first = text.utf8.firstIndex(where: { $0 != 0x20 }),
      let last = text.utf8.lastIndex(where: { $0 != 0x20 })
    else { return "" }
    return text[first...last]
  }
}

extension String {
  /// Calls `body` with the UTF-8 of the text where it lies; a text that Swift does not keep as UTF-8 is
  /// copied.
  @inlinable @inline(__always)
  public func withUTF8Bytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    utf8.withContiguousStorageIfAvailable(body) ?? Array(utf8).withUnsafeBufferPointer(body)
  }

  /// The last byte of the text, or nil where it is empty.
  @inlinable @inline(__always)
  public var lastUTF8Byte: UInt8? { withUTF8Bytes { $0.last } }

  /// Whether the text has a certain byte.
  @inlinable
  public func hasUTF8Byte(_ byte: UInt8) -> Bool { withUTF8Bytes { $0.contains(byte) } }

  /// How many bytes of the text are so.
  @inlinable @inline(__always)
  public func countUTF8Bytes(where isSo: (UInt8) -> Bool) -> Int {
    withUTF8Bytes { $0.count(where: isSo) }
  }

  /// The part of the text between two offsets in bytes of UTF-8, as it lies.
  public func utf8Slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The part of the text between two offsets in bytes of UTF-8, copied.
  public func utf8Text(_ range: Range<Int>) -> String {
    withUTF8Bytes { String(decoding: $0[range], as: UTF8.self) }
  }

  /// The part of the text between two offsets in bytes of UTF-8, copied without spaces (U+0020) at its
  /// ends.
  public func trimmedUTF8Text(_ range: Range<Int>) -> String {
    withUTF8Bytes { utf8 in
      var range = range
      while let first = range.first, utf8[first] == 0x20 { range = (first + 1)..<range.upperBound }
      while let last = range.last, utf8[last] == 0x20 { range = range.lowerBound..<last }
      return String(decoding: utf8[range], as: UTF8.self)
    }
  }
}

/// Where the words between spaces (U+0020) stand in UTF-8, in bytes.
public func wordRanges(of utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var words: [Range<Int>] = []
  // Words of Swedish have six letters and a space.
  words.reserveCapacity(utf8.count / 6 + 1)
  forEachWord(of: utf8) { words.append($0) }
  return words
}

/// Calls `body` with the place of each word between spaces (U+0020) in UTF-8, in bytes.
@inlinable @inline(__always)
public func forEachWord(of utf8: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>) -> Void) {
  _ = isEachWord(of: utf8) { word in
    body(word)
    return true
  }
}

/// Whether something is so of each word between spaces (U+0020) in UTF-8, told by its place in bytes;
/// words behind the first of which it is not are not asked for.
@inlinable @inline(__always)
public func isEachWord(
  of utf8: UnsafeBufferPointer<UInt8>, _ isSo: (Range<Int>) -> Bool
) -> Bool {
  var start = 0
  while start < utf8.count {
    let end = wordEnd(of: utf8, from: start)
    if start < end, !isSo(start..<end) { return false }
    start = end + 1
  }
  return true
}

/// Where the next space (U+0020) stands from an offset on, in bytes, or the text ends.
@inlinable @inline(__always)
public func wordEnd(of utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  var end = start
  while let eight = EightBytes(UnsafeRawBufferPointer(utf8), at: end) {
    let spaces = eight.ascii(0x20)
    end += spaces.countBefore
    if !spaces.isEmpty { return end }
  }
  while end < utf8.count, utf8[end] != 0x20 { end += 1 }
  return end
}
