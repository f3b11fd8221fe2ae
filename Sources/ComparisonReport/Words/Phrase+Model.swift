// SPDX-License-Identifier: GPL-2.0-or-later

import PlanComparison
import PlanExport
import PlanModel

/// What the values of the model are called.
extension Phrase {
  static func name(of level: GoalLevel, scope: GoalScope? = nil) -> Phrase {
    switch level {
    case .direction: direction
    case .area: area
    case .committee: committee
    case .unit: scope == .avdelning ? departmentGoal : unitGoal
    }
  }

  static func name(of kind: SectionKind) -> Phrase {
    switch kind {
    case .description: description
    case .expectedResults: expectedResults
    case .workingMethods: workingMethods
    case .resourceUse: resourceUse
    case .followUp: followUp
    case .development: development
    case .heading: section
    case .text: text
    }
  }

  static func name(of evidence: DecidingEvidence) -> Phrase {
    switch evidence {
    case .title: byTitle
    case .number: byNumber
    case .parent: byParent
    case .content: byContent
    case .person: byPerson
    }
  }

  /// A number with two decimals: scores are likelihoods, and more would be noise.
  static func hundredths(_ value: Double) -> Phrase {
    let hundredths = value.isFinite ? Int((min(max(value, -1), 1) * 100).rounded()) : 0
    let digits = String(hundredths.magnitude + 100).dropFirst()
    let sign = hundredths < 0 ? "−" : ""
    let whole = hundredths.magnitude / 100
    return Phrase("\(sign)\(whole),\(digits)", "\(sign)\(whole).\(digits)")
  }

  /// A number as the language writes it, with as many decimals as it has.
  static func decimal(_ value: Double) -> Phrase {
    let text = DecimalText.shortest(value)
    return Phrase(String(text.map { $0 == "." ? "," : $0 }), text)
  }
}
