// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanComparison
package import PlanExport
package import PlanModel
import SourceText

/// Writes a comparison as the JSON document that `schemas/comparison.schema.json` describes.
///
/// Every field is always there, nil as `null`. Keys are sorted, so that the same comparison always
/// gives the same bytes.
package struct JSONComparisonExporter: Sendable {
  /// The version of the contract that this program writes.
  package static let schemaVersion = "1.0"

  private let style: JSONStyle
  private let generator: Generator

  /// Creates an exporter that says `generator` wrote the document.
  package init(style: JSONStyle, generator: Generator) {
    self.style = style
    self.generator = generator
  }

  /// The document in UTF-8, ended by a line feed.
  package func bytes(for comparison: Comparison) -> [UInt8] {
    var writer = JSONByteWriter(style: style, reservingCapacity: 1 << 17)
    writer.object { json in
      json.member("chains", comparison.histories) { $0.write($1) }
      json.key("generator")
      json.object { json in
        json.member("name", generator.name)
        json.member("version", generator.version)
      }
      json.member("schemaVersion", Self.schemaVersion)
      json.member("sources", comparison.sources) { $0.write($1) }
      json.member("steps", comparison.steps) { $0.write($1) }
    }
    writer.endLine()
    return writer.bytes
  }
}

extension JSONByteWriter {
  fileprivate mutating func write(_ source: ComparedSource) {
    object { json in
      json.member("fileName", source.fileName)
      json.member("sha256", source.sha256)
      json.member("unit", source.unit)
      json.member("year", source.year)
    }
  }

  fileprivate mutating func write(_ history: GoalHistory) {
    object { json in
      json.key("breaks")
      json.array(history.breaks) { $0.integer($1) }
      json.member("level", history.level.rawValue)
      json.member("members", history.members) { json, member in
        json.object { json in
          json.member("id", member.goal.id)
          json.member("number", member.goal.number)
          json.member("source", member.source)
          json.member("title", member.goal.title)
        }
      }
    }
  }

  fileprivate mutating func write(_ step: ComparisonStep) {
    object { json in
      json.member("added", step.added) { $0.write($1) }
      json.member("new", step.newSource)
      json.member("old", step.oldSource)
      json.member("pairs", step.pairs) { $0.write($1) }
      json.member("removed", step.removed) { $0.write($1) }
      json.key("summary")
      json.write(ComparisonSummary(of: step))
    }
  }

  private mutating func write(_ unpaired: UnpairedGoal) {
    object { json in
      json.member("id", unpaired.goal.id)
      json.member("level", unpaired.level.rawValue)
      json.key("nearest")
      if let nearest = unpaired.nearest {
        json.object { json in
          json.member("id", nearest.goal.id)
          json.member("score", Self.rounded(nearest.score))
          json.member("title", nearest.goal.title)
        }
      } else {
        json.null()
      }
      json.member("number", unpaired.goal.number)
      json.member("page", unpaired.goal.at.page)
      json.member("parent", unpaired.goal.parentID)
      json.member("review", unpaired.review)
      json.member("title", unpaired.goal.title)
    }
  }

  private mutating func write(_ pair: GoalPair) {
    object { json in
      json.member("activities", pair.activities) { $0.write($1) }
      json.member("decidedBy", pair.decidedBy.rawValue)
      json.member("indicators", pair.indicators) { $0.write($1) }
      json.member("kinds", pair.kinds.map(\.rawValue))
      json.member("level", pair.level.rawValue)
      json.member("margin", Self.rounded(pair.margin))
      json.key("new")
      json.write(pair.new)
      json.key("old")
      json.write(pair.old)
      json.member("results", pair.results) { $0.write($1) }
      json.member("review", pair.review)
      json.member("score", Self.rounded(pair.score))
      json.member("sections", pair.sections) { $0.write($1) }
      json.member("titleEdits", pair.titleEdits) { $0.write($1) }
    }
  }

  private mutating func write(_ goal: ComparedGoal) {
    object { json in
      json.member("id", goal.id)
      json.member("number", goal.number)
      json.member("page", goal.at.page)
      json.member("parent", goal.parentID)
      json.member("title", goal.title)
    }
  }

  /// Four decimals: scores are likelihoods, and more of them would be noise.
  private static func rounded(_ score: Double) -> Double {
    let rounded = (score * 10_000).rounded() / 10_000
    return rounded == 0 ? 0 : rounded
  }

  private mutating func write(_ summary: ComparisonSummary) {
    object { json in
      json.key("activities")
      json.write(
        ActivityChange.Kind.allCases.map { ($0.rawValue, summary.activities[$0] ?? 0) }
          + [("sameDays", summary.activitiesOnSameDays)])
      json.key("added")
      json.write(summary.added)
      json.key("indicators")
      json.write(IndicatorChange.Kind.allCases.map { ($0.rawValue, summary.indicators[$0] ?? 0) })
      for kind in [GoalChange.merged, .moved] {
        json.key(named: kind.rawValue)
        json.write(summary.pairs[kind] ?? [:])
      }
      json.key("removed")
      json.write(summary.removed)
      json.key("renumbered")
      json.write(summary.pairs[.renumbered] ?? [:])
      json.key("results")
      json.write(ResultChange.Kind.allCases.map { ($0.rawValue, summary.results[$0] ?? 0) })
      json.key("reworded")
      json.write(summary.pairs[.reworded] ?? [:])
      json.key("sections")
      json.write(SectionChange.Kind.allCases.map { ($0.rawValue, summary.sections[$0] ?? 0) })
      json.key("split")
      json.write(summary.pairs[.split] ?? [:])
      json.member("toReview", summary.toReview)
      json.key("unchanged")
      json.write(summary.pairs[.unchanged] ?? [:])
    }
  }

  private mutating func write(_ counts: [GoalLevel: Int]) {
    write(GoalLevel.allCases.map { ($0.rawValue, counts[$0] ?? 0) })
  }

  private mutating func write(_ counts: [(String, Int)]) {
    object { json in
      for (name, count) in counts.sorted(by: { $0.0 < $1.0 }) {
        json.key(named: name)
        json.integer(count)
      }
    }
  }
}
