// SPDX-License-Identifier: GPL-2.0-or-later

/// Words between spaces, found in UTF-8: the standard library's split compares characters, which
/// takes ten times as long.
extension StringProtocol {
  /// The words between single or repeated spaces (U+0020).
  public func spaceSeparatedWords() -> [Substring] {
    let text = Substring(self)
    let utf8 = text.utf8
    var words: [Substring] = []
    words.reserveCapacity(utf8.count / 6 + 1)
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex {
      if utf8[index] == 0x20 {
        if start < index { words.append(text[start..<index]) }
        index = utf8.index(after: index)
        start = index
      } else {
        index = utf8.index(after: index)
      }
    }
    if start < index { words.append(text[start..<index]) }
    return words
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
  /// The part of the text between two offsets in bytes of UTF-8.
  public func utf8Slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}

/// Where the words between spaces (U+0020) stand in UTF-8, in bytes.
public func wordRanges(of utf8: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
  var words: [Range<Int>] = []
  // Words of Swedish have six letters and a space.
  words.reserveCapacity(utf8.count / 6 + 1)
  var start = 0
  for offset in 0..<utf8.count where utf8[offset] == 0x20 {
    if start < offset { words.append(start..<offset) }
    start = offset + 1
  }
  if start < utf8.count { words.append(start..<utf8.count) }
  return words
}
