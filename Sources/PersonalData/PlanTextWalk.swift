// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SourceText

/// Goes through every text of a plan and lets each be changed.
///
/// Left out are the strings that only the program writes (versions, ids, digests, kinds) and those
/// that hold nothing but digits by the schema (dates, numbers of goals).
struct PlanTextWalk {
  /// Takes texts that stand beside one another, such as the cells of a row, and says whether it
  /// changed one.
  typealias Visit = (inout [PlanText]) -> Bool

  let visit: Visit

  /// The texts of `plan`, list by list; the plan stays as it is, and is not copied where nobody else
  /// has it.
  static func texts(of plan: inout PlanDocument) -> [[PlanText]] {
    var lists: [[PlanText]] = []
    let collect = { (list: inout [PlanText]) in
      lists.append(list)
      return false
    }
    withoutActuallyEscaping(collect) { PlanTextWalk(visit: $0).walk(&plan) }
    return lists
  }

  /// Visits the lists in an order that depends on the plan's shape only.
  func walk(_ plan: inout PlanDocument) {
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

  private func walk(_ source: inout SourceFile) {
    walk(&source.fileName, .noPage)
    walk(&source.metadata.title, .noPage)
    walk(&source.metadata.creator, .noPage)
    walk(&source.metadata.producer, .noPage)
  }

  private func walk(_ facts: inout PlanFacts) {
    walk(&facts.documentType, .repeated)
    walk(&facts.title, .repeated)
    walk(&facts.unit, .repeated)
    walk(&facts.committee, .repeated)
    walk(&facts.municipality, .repeated)
    walk(&facts.diaryNumber, .repeated)
  }

  private func walk(_ goal: inout Goal) {
    let place = PlanText.Place.page(goal.at.page)
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

  private func walk(_ indicator: inout Indicator) {
    let place = PlanText.Place.page(indicator.at.page)
    walk(&indicator.name, place)
    walk(&indicator.target, place)
    walk(&indicator.councilTarget, place)
    walk(&indicator.period, place)
  }

  private func walk(_ target: inout Target?, _ place: PlanText.Place) {
    guard var changed = target else { return }
    walk(&changed.raw, place)
    // Read out of the cell.
    walk(&changed.unit, .repeated)
    target = changed
  }

  private func walk(_ section: inout Section) {
    var list: [PlanText] = []
    if let heading = section.heading { list.append(PlanText(heading, .page(section.at.page))) }
    for block in section.blocks {
      if let text = block.text { list.append(PlanText(text, .page(block.at.page))) }
    }
    if visit(&list) { Self.replaceTexts(of: &section, by: list) }
    for index in section.blocks.indices { walkParts(of: &section.blocks[index]) }
    for index in section.sections.indices { walk(&section.sections[index]) }
  }

  private static func replaceTexts(of section: inout Section, by list: [PlanText]) {
    var next = list.makeIterator()
    if section.heading != nil { section.heading = next.next()?.text }
    for index in section.blocks.indices where section.blocks[index].text != nil {
      if let text = next.next()?.text { section.blocks[index].text = text }
    }
  }

  /// Visits what a block holds besides its text.
  private func walkParts(of block: inout Block) {
    let place = PlanText.Place.page(block.at.page)
    switch block {
    case .paragraph: break
    case .listItem(var marker, let text, let at):
      walk(&marker, place)
      block = .listItem(marker: marker, text: text, at: at)
    case .table(var columns, var rows, let at):
      walk(&columns, place)
      for index in rows.indices { walk(&rows[index], place) }
      block = .table(columns: columns, rows: rows, at: at)
    }
  }

  private func walk(_ texts: inout [String], _ place: PlanText.Place) {
    var list = texts.map { PlanText($0, place) }
    if visit(&list) { texts = list.map(\.text) }
  }

  private func walk(_ text: inout String?, _ place: PlanText.Place) {
    guard var changed = text else { return }
    walk(&changed, place)
    text = changed
  }

  private func walk(_ text: inout String, _ place: PlanText.Place) {
    var list = [PlanText(text, place)]
    if visit(&list) { text = list[0].text }
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
