// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel

/// Finds the year of a plan whose cover is missing, by what its parts agree on.
///
/// The header "KF:s årsmål år N" names the year outright; headings ("Budget 2025") nearly always do;
/// most activities end within the year.
struct YearVotes {
  private var votes: [Int: Int] = [:]

  private static let headerWeight = 20
  private static let headingWeight = 6
  private static let activityWeight = 1

  init() {}

  func year(of plan: PlanDocument) -> Int? {
    var count = self
    for goal in plan.goals { count.add(goal) }
    for section in plan.introduction + plan.closing { count.add(section) }
    // The later year wins a tie: plans look back to the year before.
    return count.votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private mutating func add(_ goal: Goal) {
    for indicator in goal.indicators {
      if let year = indicator.councilTargetYear { votes[year, default: 0] += Self.headerWeight }
    }
    for activity in goal.activities {
      if let end = activity.end, let year = Int(end.prefix(4)) {
        votes[year, default: 0] += Self.activityWeight
      }
    }
    for below in goal.goals { add(below) }
  }

  private mutating func add(_ section: Section) {
    let heading = section.heading ?? ""
    let hasDigit = heading.utf8.contains { $0 >= 0x30 && $0 <= 0x39 }
    let words = hasDigit ? heading.split { !$0.isNumber } : []
    for word in words where word.utf8.count == 4 {
      if let year = Int(word), (1990...2100).contains(year), year != 2030 {
        votes[year, default: 0] += Self.headingWeight
      }
    }
    for below in section.sections { add(below) }
  }
}
