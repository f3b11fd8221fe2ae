// SPDX-License-Identifier: GPL-2.0-or-later

public import PlanModel

/// How many of each kind.
public struct PersonalDataCounts: Sendable, Hashable {
  /// In the order of ``PersonalDataKind/allCases``.
  private var numbers = [Int](repeating: 0, count: PersonalDataKind.allCases.count)

  /// Creates counts of nothing.
  public init() {}

  /// How many of a kind.
  public subscript(kind: PersonalDataKind) -> Int {
    get { zip(PersonalDataKind.allCases, numbers).first { $0.0 == kind }?.1 ?? 0 }
    set {
      for (index, other) in PersonalDataKind.allCases.enumerated() where other == kind {
        numbers[index] = newValue
      }
    }
  }

  /// Whether there is none of any kind.
  public var isEmpty: Bool { numbers.allSatisfy { $0 == 0 } }
}

/// Where in a plan personal data stand, or stood before they were replaced: how many of each kind a
/// page, and never what.
///
/// What repeats another text of the document (facts read from the cover, remarks) is not counted.
public struct PersonalDataTally: Sendable, Hashable {
  /// A kind on a page.
  public struct Row: Sendable, Hashable {
    /// The page, counted from 1.
    ///
    /// It is nil for the cover and the file's properties, whose pages the document does
    /// not say. A text that goes over to the next page counts where it begins.
    public let page: Int?
    /// What was counted.
    public let kind: PersonalDataKind
    /// How many; not 0.
    public let count: Int
  }

  private var countsByPage: [Int?: PersonalDataCounts] = [:]

  init() {}

  /// Counts the marks in a redacted plan.
  public init(marksIn plan: PlanDocument) {
    var plan = plan
    let collected = PlanTextCollector(&plan)
    for (text, place) in zip(collected.texts.texts, collected.places) {
      for kind in Self.marks(in: text) { add(kind, at: place) }
    }
  }

  /// The counts by page, those without one first, and by kind.
  public var rows: [Row] {
    countsByPage.sorted { ($0.key ?? 0) < ($1.key ?? 0) }.flatMap { page, counts in
      PersonalDataKind.allCases.filter { counts[$0] > 0 }.map { kind in
        Row(page: page, kind: kind, count: counts[kind])
      }
    }
  }

  /// The counts of the whole plan.
  public var total: PersonalDataCounts {
    rows.reduce(into: PersonalDataCounts()) { $0[$1.kind] += $1.count }
  }

  mutating func add(_ kind: PersonalDataKind, at place: PlanTextPlace) {
    switch place {
    case .page(let page): countsByPage[page, default: PersonalDataCounts()][kind] += 1
    case .noPage: countsByPage[nil, default: PersonalDataCounts()][kind] += 1
    case .repeated: break
    }
  }

  private static let marksAsBytes = PersonalDataKind.allCases.map { ($0, Array($0.mark.utf8)) }

  private static func marks(in text: String) -> [PersonalDataKind] {
    let bytes = Array(text.utf8)
    // Every mark begins with "«".
    let starts = bytes.indices.filter {
      bytes[$0] == 0xC2 && bytes[$0...].dropFirst().first == 0xAB
    }
    return starts.compactMap { start in
      marksAsBytes.first { bytes[start...].starts(with: $0.1) }?.0
    }
  }
}
