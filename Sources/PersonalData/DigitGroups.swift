// SPDX-License-Identifier: GPL-2.0-or-later

/// Groups of digits with single joints between them, as telephone numbers are printed.
struct DigitGroups {
  enum Joint {
    /// The first group has none.
    case none
    case space, dash, slash, dot
    /// The end of an area code in parentheses, with what follows it.
    case parenthesis
  }

  struct Group {
    let start: Int
    let end: Int
    /// What stands before it.
    let joint: Joint

    var count: Int { end - start }
  }

  private(set) var groups: [Group] = []

  /// No telephone number has more digits (ITU-T E.164).
  private static let digitLimit = 15

  /// Reads groups from a digit on, as far as one joint each leads from group to group and the limit
  /// allows.
  init(_ text: TextBytes, from start: Int) {
    var digitCount = 0
    var offset = start
    var joint = Joint.none
    while true {
      var end = offset
      while text.isDigit(end), digitCount + end - offset <= Self.digitLimit { end += 1 }
      digitCount += end - offset
      guard end > offset, digitCount <= Self.digitLimit else { return }
      groups.append(Group(start: offset, end: end, joint: joint))
      guard let next = Self.joint(text, at: end) else { return }
      joint = next.joint
      offset = next.end
    }
  }

  /// A joint, with a space on one side or on both where it is more than a space.
  static func joint(_ text: TextBytes, at start: Int) -> (joint: Joint, end: Int)? {
    var offset = start
    var joint = Joint.space
    if text[offset] == UInt8(ascii: ")") {
      joint = .parenthesis
      offset += 1
    }
    if text[offset] == 0x20 { offset += 1 }
    let dash = text.dashLength(at: offset)
    if dash > 0 {
      if joint == .space { joint = .dash }
      offset += dash
    } else if joint == .space, offset == start {
      switch text[offset] {
      case UInt8(ascii: "/"): joint = .slash
      case UInt8(ascii: "."): joint = .dot
      default: return nil
      }
      offset += 1
    }
    if joint != .space, joint != .dot, text[offset] == 0x20 { offset += 1 }
    return offset > start ? (joint, offset) : nil
  }

  /// How many groups from `first` on make a number of `digitCounts` digits, the longest there is.
  ///
  /// The joints after `first` are all the same, as they are in one number.
  ///
  /// - Returns: The index of the last group, or nil.
  func lastGroup(from first: Int, digitCounts: ClosedRange<Int>) -> Int? {
    var digitCount = 0
    var last: Int?
    for index in first..<groups.count {
      if index > first + 1, groups[index].joint != groups[first + 1].joint { break }
      digitCount += groups[index].count
      guard digitCount <= digitCounts.upperBound else { break }
      if digitCount >= digitCounts.lowerBound { last = index }
    }
    return last
  }

  /// Whether all groups after `first` have three digits, as the thousands of amounts have.
  func areThousands(from first: Int, through last: Int) -> Bool {
    last > first && groups[first].count <= 3
      && groups[(first + 1)...last].allSatisfy { $0.count == 3 && $0.joint == .space }
  }
}
