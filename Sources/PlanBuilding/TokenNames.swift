// SPDX-License-Identifier: GPL-2.0-or-later

internal import PlanModel
internal import SectionTokenization

// What tokens and plans name alike, which have no module in common that would know the words.

extension SectionKind {
  init(_ heading: SectionHeadingKind) {
    switch heading {
    case .description: self = .description
    case .expectedResults: self = .expectedResults
    case .workingMethods: self = .workingMethods
    case .resourceUse: self = .resourceUse
    case .followUp: self = .followUp
    case .development: self = .development
    }
  }
}

extension GoalLevel {
  init(_ label: GoalLabelLevel) {
    switch label {
    case .direction: self = .direction
    case .area: self = .area
    case .committee: self = .committee
    case .unit: self = .unit
    }
  }
}

extension GoalScope {
  init(_ label: GoalLabelScope) {
    switch label {
    case .enhet: self = .enhet
    case .avdelning: self = .avdelning
    }
  }
}
