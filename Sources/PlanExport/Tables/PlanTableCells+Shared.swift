// SPDX-License-Identifier: GPL-2.0-or-later

import PlanModel
import SourceText

extension PlanTableCells {
  /// The columns that every table begins with.
  static var plan: [Self] {
    [
      .text("plan_id", "Plan-id") { $0.planID },
      .text("file", "Fil") { $0.plan.source.fileName },
      .integer("year", "År") { $0.plan.plan.year },
      .text("unit", "Enhet") { $0.plan.plan.unit },
    ]
  }

  /// The goals above a row, one a level, and the goal that the row belongs to.
  static var goalChain: [Self] {
    [
      .text("direction_number", "Inriktningsmål nr") { $0.chain.direction?.number },
      .text("direction_title", "Inriktningsmål") { $0.chain.direction?.title },
      .text("area_number", "Mål för verksamhetsområdet nr") { $0.chain.area?.number },
      .text("area_title", "Mål för verksamhetsområdet") { $0.chain.area?.title },
      .text("committee_number", "Nämndmål nr") { $0.chain.committee?.number },
      .text("committee_title", "Nämndmål") { $0.chain.committee?.title },
      .text("unit_goal_number", "Enhetsmål nr") { $0.chain.unit?.number },
      .text("unit_goal_title", "Enhetsmål") { $0.chain.unit?.title },
      .text("goal_id", "Mål-id") { $0.chain.goal?.id },
      .text("level", "Målnivå") { $0.chain.goal?.level.rawValue },
      .text("scope", "Enhet eller avdelning") { $0.chain.goal?.scope?.rawValue },
    ]
  }

  /// Where a row's item starts in the source.
  static var place: [Self] {
    [
      .integer("page", "Sida") { $0.at?.page },
      .integer("line", "Rad") { $0.at?.line },
    ]
  }

  /// The columns of a table about something in a goal.
  static func inGoals(_ own: [Self]) -> [Self] {
    plan + goalChain + own + place
  }
}
