// SPDX-License-Identifier: GPL-2.0-or-later

/// Where the fields of a text's lines begin that tabs part.
///
/// A tab says that a cell ends and not where the next one stands, so the fields of lines that belong
/// together are set below each other, as wide as the widest of them needs. Where a header has two tabs
/// in one place, somebody has typed to stops, every eighth column.
struct TabStops {
  /// For each tab of the text, in order, the column of what follows it, from 0.
  private(set) var columns: [Int] = []

  /// The space between two columns.
  private static let gap = 4
  /// Lines without a tab, such as further lines of a cell, that a table may have between its rows.
  private static let plainLineLimit = 3

  /// The widths of the fields, in characters, of the lines of the block in hand, one after the other.
  private var widths: [Int] = []
  /// How many tabs each of these lines has; no line has more than the first.
  private var tabCounts: [Int] = []
  private var plainLineCount = 0

  /// Places the fields of a text of valid UTF-8; time is linear in its length.
  init(of utf8: UnsafeBufferPointer<UInt8>) {
    var offset = 0
    while offset < utf8.count {
      let end = utf8[offset...].firstIndex { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }
      readLine(utf8[offset..<(end ?? utf8.count)])
      offset = (end ?? utf8.count) + 1
    }
    endBlock()
  }

  private mutating func readLine(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
    let tabCount = line.count { $0 == 0x09 }
    guard tabCount > 0 else {
      if line.contains(where: { $0 != 0x20 }) { plainLineCount += 1 }
      return
    }
    if plainLineCount > Self.plainLineLimit || tabCount > tabCounts.first ?? 0 { endBlock() }
    plainLineCount = 0
    tabCounts.append(tabCount)
    var width = 0
    for byte in line {
      if byte == 0x09 {
        widths.append(width)
        width = 0
      } else if byte & 0xC0 != 0x80 {
        // Bytes that go on with a character do not count.
        width += 1
      }
    }
  }

  private mutating func endBlock() {
    defer {
      widths.removeAll(keepingCapacity: true)
      tabCounts.removeAll(keepingCapacity: true)
    }
    // No heading of a table is empty, but for that of a first column with icons.
    if widths.prefix(tabCounts.first ?? 0).dropFirst().contains(0) { return placeAtEighths() }
    var widest = [Int](repeating: 0, count: tabCounts.first ?? 0)
    var start = 0
    for count in tabCounts {
      for field in 0..<count { widest[field] = max(widest[field], widths[start + field]) }
      start += count
    }
    var stops: [Int] = []
    for width in widest { stops.append((stops.last ?? 0) + width + Self.gap) }
    for count in tabCounts { columns.append(contentsOf: stops[..<count]) }
  }

  private mutating func placeAtEighths() {
    var start = 0
    for count in tabCounts {
      var column = 0
      for width in widths[start..<(start + count)] {
        column += width
        column += 8 - column % 8
        columns.append(column)
      }
      start += count
    }
  }
}
