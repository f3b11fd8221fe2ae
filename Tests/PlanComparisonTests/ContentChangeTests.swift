// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanModel
import SourceText
import TestSupport
import Testing

struct ContentChangeTests {
  /// The pair of one goal, before and after.
  private func pair(
    _ old: (inout SmallGoal) -> Void, _ new: (inout SmallGoal) -> Void
  ) throws -> GoalPair {
    let goal = SmallGoal(.unit, "Vi svarar i tid")
    let plans = [SmallGoal.plan([goal.with(old)]), SmallGoal.plan([goal.with(new)], year: 2028)]
    let step = try #require(PlanComparer().comparison(of: plans).steps.first)
    return try #require(step.pairs.first)
  }

  @Test("a raised target is told with its size, own and council's apart")
  func retargeted() throws {
    let name = "Andel nöjda"
    let pair = try pair(
      { $0.indicators = [SmallGoal.indicator(name, .percent(6.9), council: .percent(7))] },
      { $0.indicators = [SmallGoal.indicator(name, .percent(7.2), council: .percent(7))] })
    let change = try #require(pair.indicators.first)
    #expect(pair.kinds == [.unchanged] && !pair.isUnchanged)
    #expect(change.kinds == [.retargeted])
    #expect(change.target?.difference == 0.3)
    #expect(change.target?.direction == .raised)
    #expect(change.councilTarget == nil)
  }

  @Test("numbers of other units, and prose, have no difference")
  func noDifference() throws {
    let prose = Target(raw: "Fastställs senare", value: nil, unit: nil, comparator: nil)
    let count = Target(raw: "7 st", value: 7, unit: "st", comparator: .equal)
    let pair = try pair(
      { $0.indicators = [SmallGoal.indicator("Antal", .percent(5), council: prose)] },
      { $0.indicators = [SmallGoal.indicator("Antal", count, council: .percent(3))] })
    let change = try #require(pair.indicators.first)
    #expect(change.target?.difference == nil && change.target?.direction == nil)
    #expect(change.councilTarget?.difference == nil && change.councilTarget?.old == prose)
  }

  @Test("a renamed indicator is not one removed and one added")
  func renamed() throws {
    let pair = try pair(
      {
        $0.indicators = [
          SmallGoal.indicator("Sjukfrånvaro dag 1–14", .percent(3)),
          SmallGoal.indicator("Antal besök", nil),
        ]
      },
      {
        $0.indicators = [
          SmallGoal.indicator("Sjukfrånvaro de första fjorton dagarna", .percent(3)),
          SmallGoal.indicator("Kostnad per timme", nil),
        ]
      })
    #expect(pair.indicators.map(\.kinds) == [[.renamed], [.added], [.removed]])
  }

  @Test(
    "a day is compared within the plan's year",
    arguments: [
      ("2027-03-01", "2028-03-01", 0), ("2027-03-01", "2028-03-15", 14),
      ("2027-03-15", "2028-03-01", -14), ("2028-02-28", "2029-02-28", 0),
      ("2028-02-29", "2029-02-28", 0), ("2027-02-28", "2028-02-29", 0),
      ("2027-12-31", "2027-12-30", -366),
    ])
  func daysInYear(old: String, new: String, days: Int) throws {
    func row(_ start: String) -> Activity {
      Activity(text: "Vi träffas", start: start, end: nil, at: .init(page: 1, line: 1))
    }
    func change(_ old: String, _ new: String, from year: Int, to newYear: Int) throws
      -> ActivityChange
    {
      let goal = SmallGoal(.unit, "Vi svarar i tid")
      let plans = [(old, year), (new, newYear)].map { date, year in
        SmallGoal.plan([goal.with { $0.activities = [row(date)] }], year: year)
      }
      let step = try #require(PlanComparer().comparison(of: plans).steps.first)
      return try #require(step.pairs.first?.activities.first)
    }
    let forth = try change(old, new, from: 2027, to: 2028)
    #expect(forth.kinds == [.redated])
    #expect(forth.startDaysInYear == days)
    #expect(forth.isOnSameDays == (days == 0))
    #expect(forth.kindsBesidesYear == (days == 0 ? [] : [.redated]))
    #expect(try change(new, old, from: 2028, to: 2027).startDaysInYear == -days)
    // Within one year, or where a year may be anything, only the days themselves are told.
    let sameYear = try change(old, new, from: 2027, to: 2027)
    #expect(sameYear.startDaysInYear == nil && !sameYear.isOnSameDays)
    let far = try change(old, new, from: Int.min, to: Int.max)
    #expect(far.startDays != nil && far.startDaysInYear == nil)
  }

  @Test("an activity that goes on a year longer is not on the same days")
  func prolonged() throws {
    func row(_ end: String?) -> Activity {
      Activity(text: "Vi träffas", start: "2027-01-01", end: end, at: .init(page: 1, line: 1))
    }
    for (end, newEnd) in [("2027-12-31", "2028-12-31"), ("2027-12-31", nil)] {
      let pair = try pair({ $0.activities = [row(end)] }, { $0.activities = [row(newEnd)] })
      #expect(pair.activities.map(\.isOnSameDays) == [false])
    }
  }

  @Test("words before a colon tell an activity that has them alone, and not among several")
  func labels() throws {
    func row(_ text: String) -> Activity {
      Activity(text: text, start: nil, end: nil, at: .init(page: 1, line: 1))
    }
    let (power, systems) = (
      "Övning: en natt utan el på Hamnkvarnen", "Övning: en vecka utan verksamhetssystem"
    )
    let alone = try pair({ $0.activities = [row(power)] }, { $0.activities = [row(systems)] })
    #expect(alone.activities.map(\.kinds) == [[.reworded]])
    let several = try pair(
      { $0.activities = [row(power), row("Övning: brandlarm på gården")] },
      { $0.activities = [row(systems), row("Övning: brandlarm på gården")] })
    #expect(several.activities.map(\.kinds) == [[.added], [.removed]])
  }

  @Test("the same days tell an activity where others have other days, and not where all have them")
  func sameDays() throws {
    func kinds(otherDays: (String, String)) throws -> [[ActivityChange.Kind]] {
      func rows(_ text: String, _ year: Int) -> [Activity] {
        let others = ["Byta golv i hallen", "Måla staket", "Köpa cyklar", "Laga taket"].map {
          SmallGoal.activity($0, "\(year)-\(otherDays.0)", "\(year)-\(otherDays.1)")
        }
        return others + [SmallGoal.activity(text, "\(year)-01-01", "\(year)-12-31")]
      }
      let pair = try pair(
        { $0.activities = rows("Enhetens medarbetare går en utbildning i brandskydd", 2027) },
        {
          $0.activities = rows("Enhetens medarbetare prövar en ny telefonväxel i receptionen", 2028)
        })
      return pair.activities.map(\.kindsBesidesYear).filter { !$0.isEmpty }
    }
    #expect(try kinds(otherDays: ("03-01", "04-15")) == [[.reworded]])
    #expect(try kinds(otherDays: ("01-01", "12-31")) == [[.added], [.removed]])
  }

  @Test("activities are re-dated by days, over a leap day and without one of the dates")
  func redated() throws {
    let pair = try pair(
      {
        $0.activities = [
          SmallGoal.activity("Ordna en mässa", "2027-03-01", "2027-12-31"),
          SmallGoal.activity("Måla staketet", nil, "2027-02-31"),
          SmallGoal.activity("Ordna vårfest i parken", "2027-05-01", "2027-05-02"),
        ]
      },
      {
        $0.activities = [
          SmallGoal.activity("Ordna en mässa", "2028-03-01", "2028-12-30"),
          SmallGoal.activity("Måla staketet", "2028-01-01", "2028-02-28"),
          SmallGoal.activity("Ordna vårfest i skogen", "2027-05-01", "2027-05-02"),
        ]
      })
    #expect(pair.activities.map(\.kinds) == [[.redated], [.redated], [.reworded]])
    #expect(pair.activities[0].startDays == 366 && pair.activities[0].endDays == 365)
    #expect(pair.activities[1].startDays == nil && pair.activities[1].endDays == nil)
    #expect(pair.activities[2].startDays == nil)
  }

  @Test("results and sections are told word by word")
  func words() throws {
    let pair = try pair(
      {
        $0.text = "Vi ringer upp inom tre dagar."
        $0.results = ["Alla får svar", "Köerna är korta"]
      },
      {
        $0.text = "Vi ringer alltid upp inom två dagar."
        $0.results = ["Alla får svar", "Köerna är kortare än i fjol"]
      })
    let section = try #require(pair.sections.first)
    #expect(pair.sections.count == 1)
    #expect(
      section.edits == [
        TextRun(kind: .equal, text: "Vi ringer"), TextRun(kind: .inserted, text: "alltid"),
        TextRun(kind: .equal, text: "upp inom"), TextRun(kind: .deleted, text: "tre"),
        TextRun(kind: .inserted, text: "två"), TextRun(kind: .equal, text: "dagar."),
      ])
    #expect(pair.results.map(\.kind) == [.reworded])
  }

  @Test("line breaks, hyphens and the cut into results make no difference")
  func layout() throws {
    let pair = try pair(
      {
        $0.text = "Medarbetar samtal hålls varje år"
        $0.results = ["Alla får svar", "inom tre dagar"]
      },
      {
        $0.text = "Medarbetar-samtal hålls varje år"
        $0.results = ["Alla får svar inom tre dagar"]
      })
    #expect(pair.isUnchanged)
  }

  @Test("long texts that have nothing in common end in two runs, and long alike ones in few")
  func longTexts() throws {
    let words = (0..<4_000).map { "ord\($0)" }
    let other = (0..<4_000).map { "annat\($0)" }
    let apart = try pair(
      { $0.text = words.joined(separator: " ") }, { $0.text = other.joined(separator: " ") })
    #expect(apart.sections.first?.edits.map(\.kind) == [.deleted, .inserted])
    var changed = words
    for place in stride(from: 100, to: 4_000, by: 400) { changed[place] = "ändrat" }
    let alike = try pair(
      { $0.text = words.joined(separator: " ") }, { $0.text = changed.joined(separator: " ") })
    #expect(alike.sections.first?.edits.count == 31)
  }
}
