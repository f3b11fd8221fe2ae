// SPDX-License-Identifier: GPL-2.0-or-later

/// What a report of trends says of itself.
extension Phrase {
  static let indicatorsOverYears = Phrase("Indikatorer över åren", "Indicators over the years")
  static let trendInFigures = Phrase("I siffror", "In figures")
  static let units = Phrase("Enheter", "Units")
  static let unitsInOrder = Phrase("Enheterna", "The units")
  static let plan = Phrase("Plan", "Plan")
  static let plans = Phrase("Planer", "Plans")
  static let yearSpan = Phrase("År", "Years")
  static let oneSeries = Phrase("Serie", "Series")
  static let manySeries = Phrase("Serier", "Series")
  static let sharedIndicators = Phrase(
    "Samma indikator i flera enheter", "One indicator, several units")
  static let councilRetargeted = Phrase("Ändrat KF:s årsmål", "Council’s target changed")
  static let renamedIndicator = Phrase("Nytt namn", "Renamed")
  static let missingYears = Phrase("År saknas", "Years missing")
  static let oneYear = Phrase("Ett år", "One year")
  static let unitNotStated = Phrase("Enhet anges inte", "Unit not stated")
  static let yearNotStated = Phrase("År anges inte", "Year not stated")
  static let noPlanOfYear = Phrase("ingen plan", "no plan")
  static let notInPlanOfYear = Phrase("finns inte i planen", "not in the plan")
  static let underGoal = Phrase("Under målet", "Under the goal")
  static let names = Phrase("Namn", "Names")
  static let pageHeading = Phrase("Sida", "Page")
  static let unitOfMeasure = Phrase("Måttenhet", "Unit of measure")
  static let otherTargetLabel = Phrase("annat", "other")
  static let spread = Phrase("Enheternas årsmål, spann", "Own targets of the units, their span")
  static let least = Phrase("Lägsta", "Least")
  static let median = Phrase("Median", "Median")
  static let greatest = Phrase("Högsta", "Greatest")
  static let ownTargets = Phrase("Årsmål", "Own targets")
  static let allUnits = Phrase("Alla enheter", "All units")
  static let kindsOfTrend = Phrase("Vad som hänt", "What happened")
  static let trendFilterText = Phrase(
    "Sök indikator eller enhet", "Search indicators and units")
  static let noIndicators = Phrase(
    "Planerna har inga indikatorer.", "The plans have no indicators.")
  /// The script puts the numbers in, in this order.
  static let trendFilterCount = Phrase(
    "Visar % av % serier i % av % enheter.", "Showing % of % series in % of % units.")
  static let severalMarks = Phrase(
    """
    En serie är en indikator i en enhet. En serie som ändrats på flera sätt räknas en gång för vart \
    och ett av dem.
    """,
    """
    A series is an indicator of a unit. One that changed in several ways is counted once for each of \
    them.
    """)
}

extension Phrase {
  static func unitCount(_ count: Int) -> Phrase {
    counted(count, one: Phrase("% enhet", "% unit"), many: Phrase("% enheter", "% units"))
  }
}

/// What a chart says for those who cannot see it.
extension Phrase {
  static let chartSeeTable = Phrase(
    "Alla tal står i tabellen intill.", "All numbers are in the table beside it.")

  static func chartCourse(_ what: Phrase, _ first: Phrase, _ last: Phrase) -> Phrase {
    what + Phrase(": ", ": ") + first + Phrase(" till ", " to ") + last + Phrase(". ")
  }

  static func valueInYear(_ value: Double, _ unit: String?, _ year: Int) -> Phrase {
    .decimal(value) + Phrase(unit.map { " \($0)" } ?? "") + Phrase(" (\(year))")
  }

  static func chartGaps(_ years: [Int]) -> Phrase {
    let list = years.map(String.init).joined(separator: ", ")
    return Phrase("Saknas: \(list). ", "Missing: \(list). ")
  }

  static func chartSpread(_ units: Int, _ year: Int) -> Phrase {
    Phrase("\(year): \(units) enheter", "\(year): \(units) units")
  }
}

/// How the charts are to be read.
extension Phrase {
  static let readingTrends = Phrase(
    """
    Samma namn är samma indikator, i vilken enhet det än står. Har en enhet bytt namn på en indikator \
    från ett år till nästa hålls åren ändå ihop, och namnen står med sina år.
    """,
    """
    Equal names are one indicator, whichever unit has it. Where a unit renamed one from one year to \
    the next the years are kept together all the same, and the names stand with their years.
    """)
  static let readingCharts = Phrase(
    """
    Ett diagram ritas av årsmål som är tal i en och samma måttenhet, när minst två år har ett. Har \
    måttenheten bytts ritas ett diagram för varje. Linjen går bara mellan år som följer på varandra: \
    saknas ett år, eller har planer för samma år olika tal, blir det en lucka. Ett år vars årsmål är \
    ord eller tal i annan måttenhet är utmärkt med ”annat” och står i tabellen. ”Högst”, ”minst” och \
    liknande ritas som talet; orden står i tabellen. Höjden går från det lägsta talet till det \
    högsta, inte från noll.
    """,
    """
    A chart is drawn of targets that are numbers of one unit of measure, where two years or more have \
    one. Where the unit of measure changed there is a chart for each. The line goes only between \
    years that follow each other: where a year is missing, or plans of one year have different \
    numbers, there is a gap. A year whose target is words, or a number of another unit of measure, \
    is marked “other” and stands in the table. “At most”, “at least” and the like are drawn as the \
    number; the words are in the table. The height goes from the least number to the greatest, not \
    from zero.
    """)
  static let readingSpreads = Phrase(
    """
    Där flera enheter har samma indikator visar strecket spannet från enheternas lägsta årsmål till \
    det högsta, och punkten medianen.
    """,
    """
    Where several units have an indicator, the bar spans from the least of the units’ own targets to \
    the greatest, and the dot is their median.
    """)
}
