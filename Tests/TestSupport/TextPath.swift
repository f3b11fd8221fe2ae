// SPDX-License-Identifier: GPL-2.0-or-later

import PlanBuilding
package import PlanExport
import PlanModel
import PlanReading
import SchemaValidation
import SectionTokenization
import TextImport

/// The way of a text from its bytes to JSON and back, with what holds for any bytes.
package struct TextPath: Sendable {
  private let stages: Stages
  private let validator: SchemaValidator

  /// A promise that some bytes have broken.
  package enum Breach: Hashable {
    /// Words of the source that stand nowhere in the plan, or words that it never had.
    case unaccountedWords(Int)
    /// What the schema says against the JSON.
    case invalidJSON([String])
    /// The JSON is not read back.
    case unreadableJSON(String)
    /// The JSON read back and written again is another.
    case changedByReading(JSONStyle)
  }

  /// Makes the path ready, with the built-in vocabulary.
  package init() throws {
    stages = try .stockholm()
    validator = try .plan()
  }

  /// The first promise that the bytes break, or nil where all hold; a refusal is none.
  package func breach(by bytes: [UInt8]) -> Breach? {
    guard let document = try? TextImporter().document(from: bytes) else { return nil }
    let plan = stages.plan(document)
    guard plan.accounting.unaccountedWords == 0 else {
      return .unaccountedWords(plan.accounting.unaccountedWords)
    }
    return breach(in: plan)
  }

  private func breach(in plan: PlanDocument) -> Breach? {
    let json = JSONPlanExporter(style: .indented).bytes(for: plan)
    do {
      let violations = try validator.violations(in: json).map(\.description)
      guard violations.isEmpty else { return .invalidJSON(violations) }
    } catch {
      return .invalidJSON(["\(error)"])
    }
    for style in [JSONStyle.indented, .compact] {
      let written = JSONPlanExporter(style: style).bytes(for: plan)
      do {
        let read = try JSONPlanReader().plan(from: written)
        guard JSONPlanExporter(style: style).bytes(for: read) == written else {
          return .changedByReading(style)
        }
      } catch {
        return .unreadableJSON("\(error)")
      }
    }
    return nil
  }
}
