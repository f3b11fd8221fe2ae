// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

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
    count.add(plan.goals)
    for section in plan.introduction + plan.closing { count.add(section) }
    // The later year wins a tie: plans look back to the year before.
    return count.votes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private mutating func add(_ goals: [Goal]) {
    for goal in goals.indices {
      for row in goals[goal].indicators.indices {
        guard let year = goals[goal].indicators[row].councilTargetYear else { continue }
        votes[year, default: 0] += Self.headerWeight
      }
      for row in goals[goal].activities.indices {
        guard let end = goals[goal].activities[row].end, let year = Int(end.prefix(4)) else {
          continue
        }
        votes[year, default: 0] += Self.activityWeight
      }
      add(goals[goal].goals)
    }
  }

  private mutating func add(_ section: Section) {
    let heading = section.heading ?? ""
    let hasDigit = heading.utf8.contains(where: isDigit)
    let words = hasDigit ? heading.split { !$0.isNumber } : []
    for word in words where word.utf8.count == 4 {
      if let year = Int(word), (1990...2100).contains(year), year != 2030 {
        votes[year, default: 0] += Self.headingWeight
      }
    }
    for below in section.sections { add(below) }
  }
}
