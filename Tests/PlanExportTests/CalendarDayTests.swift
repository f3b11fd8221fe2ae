// SPDX-License-Identifier: GPL-2.0-or-later

import PlanExport
import Testing

@Suite("Days of the calendar")
struct CalendarDayTests {
  @Test(
    "Days that there are", arguments: ["2026-01-19", "2024-02-29", "2000-02-29", "0001-01-01"])
  func days(text: String) {
    #expect(CalendarDay(text) != nil)
  }

  @Test(
    "Days that there are not",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026-1-19", "2026-01-190", "+026-01-01", "", "２026-01-01",
    ])
  func others(text: String) {
    #expect(CalendarDay(text) == nil)
  }
}
