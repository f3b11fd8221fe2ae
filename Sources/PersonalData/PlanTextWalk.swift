// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Sees the texts of a plan one by one.
protocol PlanTextVisitor {
  /// Takes a text and says what shall stand in its place; nil where it may stay.
  mutating func visit(_ text: String, at place: PlanTextPlace) -> String?

  /// The next text stands beside none of those before it.
  mutating func endList()
}

/// Collects the texts with their places, and changes none.
struct PlanTextCollector: PlanTextVisitor {
  private(set) var texts = NeighbouringTexts()
  private(set) var places: [PlanTextPlace] = []

  /// The texts of `plan`, which stays as it is and is not copied where nobody else has it.
  init(_ plan: inout PlanDocument) {
    var walk = PlanTextWalk(visitor: self)
    walk.walk(&plan)
    self = walk.visitor
  }

  mutating func visit(_ text: String, at place: PlanTextPlace) -> String? {
    texts.append(text)
    places.append(place)
    return nil
  }

  mutating func endList() { texts.endList() }
}

/// Goes through every text of a plan and lets each be changed.
///
/// Left out are the strings that only the program writes (versions, ids, digests, kinds) and those
/// that hold nothing but digits by the schema (dates, numbers of goals).
struct PlanTextWalk<Visitor: PlanTextVisitor> {
  private(set) var visitor: Visitor

  /// Visits the texts in an order that depends on the plan's shape only.
  mutating func walk(_ plan: inout PlanDocument) {
    walk(&plan.source)
    walk(&plan.plan)
    walk(&plan.cover, .noPage)
    for index in plan.contents.indices {
      walk(&plan.contents[index].title, .page(plan.contents[index].at.page))
    }
    walk(&plan.contentsHeading, plan.contents.first.map { .page($0.at.page) } ?? .noPage)
    for index in plan.introduction.indices { walk(&plan.introduction[index]) }
    for index in plan.goals.indices { walk(&plan.goals[index]) }
    for index in plan.closing.indices { walk(&plan.closing[index]) }
    for index in plan.furniture.indices {
      walk(&plan.furniture[index].text, .page(plan.furniture[index].page))
    }
    for index in plan.diagnostics.indices { walk(&plan.diagnostics[index].message, .repeated) }
  }

  private mutating func walk(_ source: inout SourceFile) {
    walk(&source.fileName, .noPage)
    walk(&source.metadata.title, .noPage)
    walk(&source.metadata.creator, .noPage)
    walk(&source.metadata.producer, .noPage)
  }

  private mutating func walk(_ facts: inout PlanFacts) {
    walk(&facts.documentType, .repeated)
    walk(&facts.title, .repeated)
    walk(&facts.unit, .repeated)
    walk(&facts.committee, .repeated)
    walk(&facts.municipality, .repeated)
    walk(&facts.diaryNumber, .repeated)
  }

  private mutating func walk(_ goal: inout Goal) {
    let place = PlanTextPlace.page(goal.at.page)
    walk(&goal.label, place)
    walk(&goal.title, place)
    for index in goal.sections.indices { walk(&goal.sections[index]) }
    for index in goal.tableHeaders.indices {
      walk(&goal.tableHeaders[index].columns, .page(goal.tableHeaders[index].at.page))
    }
    for index in goal.indicators.indices { walk(&goal.indicators[index]) }
    for index in goal.activities.indices {
      walk(&goal.activities[index].text, .page(goal.activities[index].at.page))
    }
    for index in goal.goals.indices { walk(&goal.goals[index]) }
  }

  private mutating func walk(_ indicator: inout Indicator) {
    let place = PlanTextPlace.page(indicator.at.page)
    walk(&indicator.name, place)
    walk(&indicator.target, place)
    walk(&indicator.councilTarget, place)
    walk(&indicator.period, place)
  }

  private mutating func walk(_ target: inout Target?, _ place: PlanTextPlace) {
    guard target != nil else { return }
    if let changed = target.flatMap({ visitor.visit($0.raw, at: place) }) { target?.raw = changed }
    visitor.endList()
    // Read out of the cell.
    guard let unit = target?.unit else { return }
    if let changed = visitor.visit(unit, at: .repeated) { target?.unit = changed }
    visitor.endList()
  }

  private mutating func walk(_ section: inout Section) {
    if let heading = section.heading,
      let changed = visitor.visit(heading, at: .page(section.at.page))
    {
      section.heading = changed
    }
    for index in section.blocks.indices {
      guard let text = section.blocks[index].text else { continue }
      let place = PlanTextPlace.page(section.blocks[index].at.page)
      if let changed = visitor.visit(text, at: place) { section.blocks[index].text = changed }
    }
    visitor.endList()
    for index in section.blocks.indices { walkParts(of: &section.blocks[index]) }
    for index in section.sections.indices { walk(&section.sections[index]) }
  }

  /// Visits what a block holds besides its text.
  private mutating func walkParts(of block: inout Block) {
    let place = PlanTextPlace.page(block.at.page)
    switch block {
    case .paragraph: break
    case .listItem(let marker, let text, let at):
      let changed = visitor.visit(marker, at: place)
      visitor.endList()
      if let changed { block = .listItem(marker: changed, text: text, at: at) }
    case .table(let columns, let rows, let at):
      let changedColumns = changed(columns, place)
      var changedRows: [[String]]?
      for index in rows.indices {
        guard let row = changed(rows[index], place) else { continue }
        changedRows = changedRows ?? rows
        changedRows?[index] = row
      }
      guard changedColumns != nil || changedRows != nil else { return }
      block = .table(columns: changedColumns ?? columns, rows: changedRows ?? rows, at: at)
    }
  }

  private mutating func walk(_ texts: inout [String], _ place: PlanTextPlace) {
    if let changed = changed(texts, place) { texts = changed }
  }

  /// The list of texts as it shall be; nil where it may stay, so that nothing is copied.
  private mutating func changed(_ texts: [String], _ place: PlanTextPlace) -> [String]? {
    var changed: [String]?
    for index in texts.indices {
      guard let text = visitor.visit(texts[index], at: place) else { continue }
      changed = changed ?? texts
      changed?[index] = text
    }
    visitor.endList()
    return changed
  }

  private mutating func walk(_ text: inout String?, _ place: PlanTextPlace) {
    guard let whole = text else { return }
    if let changed = visitor.visit(whole, at: place) { text = changed }
    visitor.endList()
  }

  private mutating func walk(_ text: inout String, _ place: PlanTextPlace) {
    if let changed = visitor.visit(text, at: place) { text = changed }
    visitor.endList()
  }
}

extension Block {
  /// The text of a paragraph or a list's item; nil for a table.
  fileprivate var text: String? {
    get {
      switch self {
      case .paragraph(let text, _), .listItem(_, let text, _): text
      case .table: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .paragraph(_, let at): self = .paragraph(text: newValue, at: at)
      case .listItem(let marker, _, let at):
        self = .listItem(marker: marker, text: newValue, at: at)
      case .table: break
      }
    }
  }
}
