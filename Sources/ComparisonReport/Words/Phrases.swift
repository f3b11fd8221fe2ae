// SPDX-License-Identifier: GPL-2.0-or-later

// Every word that a report says of itself, in both languages; what the plans say stands in none.

/// Kinds of change.
extension Phrase {
  static let added = Phrase("Tillagt", "Added")
  static let removed = Phrase("Borttaget", "Removed")
  static let reworded = Phrase("Omformulerat", "Reworded")
  static let renumbered = Phrase("Omnumrerat", "Renumbered")
  static let moved = Phrase("Flyttat", "Moved")
  static let split = Phrase("Delat", "Split")
  static let merged = Phrase("Sammanslaget", "Merged")
  static let unchanged = Phrase("Oförändrat", "Unchanged")
  static let contentsChanged = Phrase("Ändrat innehåll", "Contents changed")
  static let retargeted = Phrase("Ändrat årsmål", "Target changed")
  static let redated = Phrase("Ändrade datum", "Dates changed")
  static let sameDays = Phrase("Samma dagar på året", "Same days of the year")
  static let sameDay = Phrase("samma dag på året", "same day of the year")
  static let toReview = Phrase("Att granska", "To review")
  static let insertedWords = Phrase("tillagt:", "added:")
  static let deletedWords = Phrase("borttaget:", "removed:")
  static let endOfWords = Phrase("slut", "end")
}

/// Levels, and the parts of a goal.
extension Phrase {
  static let direction = Phrase("KF:s inriktningsmål", "Council’s direction goal")
  static let area = Phrase("KF:s mål för verksamhetsområdet", "Council’s area goal")
  static let committee = Phrase("Nämndmål", "Committee goal")
  static let unitGoal = Phrase("Enhetsmål", "Unit goal")
  static let departmentGoal = Phrase("Avdelningsmål", "Department goal")
  static let goal = Phrase("Mål", "Goal")
  static let level = Phrase("Nivå", "Level")
  static let untitled = Phrase("Mål utan rubrik", "Goal without a title")
  static let description = Phrase("Beskrivning", "Description")
  static let expectedResults = Phrase("Förväntat resultat", "Expected results")
  static let workingMethods = Phrase("Arbetssätt", "Working methods")
  static let resourceUse = Phrase("Resursanvändning", "Use of resources")
  static let followUp = Phrase("Uppföljning", "Follow-up")
  static let development = Phrase("Utveckling", "Development")
  static let section = Phrase("Avsnitt", "Section")
  static let text = Phrase("Text", "Text")
  static let sections = Phrase("Avsnitt", "Sections")
  static let indicator = Phrase("Indikator", "Indicator")
  static let indicators = Phrase("Indikatorer", "Indicators")
  static let activity = Phrase("Aktivitet", "Activity")
  static let activities = Phrase("Aktiviteter", "Activities")
  static let target = Phrase("Årsmål", "Target")
  static let councilTarget = Phrase("KF:s årsmål", "Council’s target")
  static let start = Phrase("Start", "Start")
  static let end = Phrase("Slut", "End")
  static let change = Phrase("Ändring", "Change")
  static let pages = Phrase("Sidor", "Pages")
  static let number = Phrase("Nummer", "Number")
}

/// The page as a whole.
extension Phrase {
  static let comparisonOfPlans = Phrase(
    "Jämförelse av verksamhetsplaner", "Comparison of yearly plans")
  static let skipToContent = Phrase("Hoppa till innehållet", "Skip to the content")
  static let contents = Phrase("Innehåll", "Contents")
  static let overview = Phrase("Översikt", "Overview")
  static let sources = Phrase("Källor", "Sources")
  static let file = Phrase("Fil", "File")
  static let year = Phrase("År", "Year")
  static let unit = Phrase("Enhet", "Unit")
  static let notStated = Phrase("uppgift saknas", "not stated")
  static let checksum = Phrase("Kontrollsumma (SHA-256)", "Checksum (SHA-256)")
  static let comparison = Phrase("Jämförelse", "Comparison")
  static let years = Phrase("Planer", "Plans")
  static let inFigures = Phrase("Ändringarna i siffror", "The changes in figures")
  static let goalsByKind = Phrase(
    "Målens ändringar efter slag och nivå", "Changes of goals by kind and level")
  static let contentsByKind = Phrase(
    "Ändringar i det som står under målen", "Changes in what stands under the goals")
  static let severalKinds = Phrase(
    "Ett mål som ändrats på flera sätt räknas en gång för vart och ett av dem.",
    "A goal that changed in several ways is counted once for each of them.")
  static let kind = Phrase("Slag", "Kind")
  static let total = Phrase("Totalt", "Total")
  static let goals = Phrase("Målen", "The goals")
  static let goalHistories = Phrase("Målen över åren", "The goals over the years")
  static let course = Phrase("Förlopp", "Course")
  static let noDifferences = Phrase(
    "Planerna skiljer sig inte åt.", "The plans do not differ.")
  static let goalsInOrder = Phrase(
    "Målen står i den nyare planens ordning, borttagna mål där de stod.",
    "The goals stand in the order of the newer plan, removed ones where they stood.")
  static let openAll = Phrase("Öppna alla", "Open all")
  static let closeAll = Phrase("Stäng alla", "Close all")
  static let writtenBy = Phrase("Skapad med", "Written by")
  static let howToRead = Phrase("Så läser du rapporten", "How to read the report")
}

/// The filter.
extension Phrase {
  static let filter = Phrase("Urval", "Filter")
  static let filterText = Phrase("Sök i målen och tabellerna", "Search goals and tables")
  static let kindsOfChange = Phrase("Slag av ändring", "Kind of change")
  static let clearFilter = Phrase("Rensa urvalet", "Clear the filter")
  /// The script puts the numbers in, in this order.
  static let filterCount = Phrase(
    "Visar % av % mål, % av % indikatorer, % av % aktiviteter.",
    "Showing % of % goals, % of % indicators, % of % activities.")
}

/// A pair of goals and how it was found.
extension Phrase {
  static let decidedBy = Phrase("Avgjort av", "Decided by")
  static let byTitle = Phrase("rubriken", "the title")
  static let byNumber = Phrase("numret", "the number")
  static let byParent = Phrase("målet ovanför", "the goal above")
  static let byContent = Phrase("innehållet", "the contents")
  static let byPerson = Phrase("en person", "a person")
  static let score = Phrase("Säkerhet", "Certainty")
  static let margin = Phrase("Försprång", "Margin")
  static let under = Phrase("Under", "Under")
  static let top = Phrase("överst i planen", "at the top of the plan")
  static let page = Phrase("s.", "p.")
  static let notThere = Phrase("Finns inte i planen", "Not in the plan")
  static let reviewPair = Phrase(
    "Att det är samma mål är osäkert: läs båda och avgör själv.",
    "It is uncertain that this is one goal: read both and decide for yourself.")
  static let reviewLone = Phrase(
    "Det kan vara samma mål som detta i den andra planen:",
    "It may be the same goal as this one of the other plan:")
  static let nearest = Phrase("Mest likt i den andra planen:", "Most alike in the other plan:")
  static let alsoBecame = Phrase("Målet blev också", "The goal also became")
  static let mergedFrom = Phrase(
    "Ett av målen som slogs samman", "One of the goals that were merged")
  static let raisedBy = Phrase("höjt med", "raised by")
  static let loweredBy = Phrase("sänkt med", "lowered by")
  static let percentagePoint = Phrase("procentenhet", "percentage point")
  static let percentagePoints = Phrase("procentenheter", "percentage points")
  static let otherTarget = Phrase("ändrat", "changed")
  static let targetAdded = Phrase("tillagt", "added")
  static let targetRemoved = Phrase("borttaget", "removed")
  static let empty = Phrase("tomt", "empty")
  static let became = Phrase("blev", "became")
  static let from = Phrase("från", "from")
  static let until = Phrase("till", "until")
  static let allPlans = Phrase("alla planer", "all plans")
  static let missing = Phrase("saknas", "missing")
  static let sameWording = Phrase("samma lydelse", "same wording")
  static let interrupted = Phrase("avbrott", "break")
}

/// Phrases with numbers in them.
extension Phrase {
  static func unchangedWords(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase("[… % oförändrat ord …]", "[… % unchanged word …]"),
      many: Phrase("[… % oförändrade ord …]", "[… % unchanged words …]"))
  }

  static func sectionCount(_ count: Int) -> Phrase {
    counted(count, one: Phrase("% avsnitt", "% section"), many: Phrase("% avsnitt", "% sections"))
  }

  static func resultCount(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase("% förväntat resultat", "% expected result"),
      many: Phrase("% förväntade resultat", "% expected results"))
  }

  static func indicatorCount(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase("% indikator", "% indicator"),
      many: Phrase("% indikatorer", "% indicators"))
  }

  static func activityCount(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase("% aktivitet", "% activity"),
      many: Phrase("% aktiviteter", "% activities"))
  }

  static func activitiesOnSameDays(_ count: Int) -> Phrase {
    counted(
      count, one: Phrase("% har samma dagar på året.", "% has the same days of the year."),
      many: Phrase("% har samma dagar på året.", "% have the same days of the year."))
  }

  static func daysLaterInYear(_ days: Int) -> Phrase {
    days < 0
      ? counted(
        -days, one: Phrase("% dag tidigare på året", "% day earlier in the year"),
        many: Phrase("% dagar tidigare på året", "% days earlier in the year"))
      : counted(
        days, one: Phrase("% dag senare på året", "% day later in the year"),
        many: Phrase("% dagar senare på året", "% days later in the year"))
  }

  static func daysLater(_ days: Int) -> Phrase {
    days < 0
      ? counted(
        -days, one: Phrase("% dag tidigare", "% day earlier"),
        many: Phrase("% dagar tidigare", "% days earlier"))
      : counted(
        days, one: Phrase("% dag senare", "% day later"),
        many: Phrase("% dagar senare", "% days later"))
  }
}

/// What the report says of how it is to be read.
extension Phrase {
  static let readingDates = Phrase(
    """
    En aktivitets dagar jämförs inom planens år: den 1 mars i planen för 2025 och den 1 mars i planen \
    för 2026 är samma dag på året, och det räknas inte som en ändring av målets innehåll.
    """,
    """
    The days of an activity are compared within the plan’s year: 1 March in the plan of 2025 and 1 \
    March in the plan of 2026 are the same day of the year, which does not count as a change of what \
    stands under the goal.
    """)
  static let readingPairs = Phrase(
    """
    Varje mål i den nyare planen har parats ihop med det mål i den äldre som det är samma mål som. \
    Säkerheten (0–1) säger hur troligt det är, försprånget hur mycket troligare det är än det näst \
    troligaste. Par märkta ”Att granska” bör en människa avgöra.
    """,
    """
    Each goal of the newer plan is paired with the goal of the older one that it is. The certainty \
    (0–1) says how likely that is, the margin how much likelier than the next best. Pairs marked “To \
    review” are for a person to decide.
    """)
  static let readingWords = Phrase(
    """
    Ord som försvunnit är överstrukna, ord som tillkommit understrukna. Långa stycken utan ändring \
    visas inte; sidhänvisningarna leder till dem i planerna.
    """,
    """
    Words that went are struck through, words that came are underlined. Long runs without a change \
    are left out; the page numbers lead to them in the plans.
    """)
  static let readingTargets = Phrase(
    """
    Höjt och sänkt avser siffran. Om det är bättre eller sämre beror på vad indikatorn mäter.
    """,
    """
    Raised and lowered tell of the figure. Whether that is better or worse depends on what the \
    indicator measures.
    """)
}
