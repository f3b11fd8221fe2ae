// SPDX-License-Identifier: GPL-2.0-or-later

internal import ContentDigests
internal import FileAccess
internal import PersonalData
internal import PlanExport
internal import PlanModel
internal import ProcessIsolation
internal import SourceText

/// What a worker does with a document; it runs in the worker's process.
struct DocumentWork {
  let converter: PlanConverter
  let orders: DocumentWorkOrders

  /// Answers a request; nothing that a document holds makes it fail otherwise than by its process.
  func answer(to request: [UInt8]) -> [UInt8] {
    do {
      return try answer(to: DocumentRequest(request)).bytes
    } catch let failure as ConversionFailure {
      return DocumentAnswer.failure(failure).bytes
    } catch {
      // A request that the parent did not write; no answer is what the parent takes it for.
      return []
    }
  }

  private func answer(to request: DocumentRequest) throws(ConversionFailure) -> DocumentAnswer {
    switch request {
    case .digest(let path):
      return .digest(sha256(of: try PlanConverter.bytes(ofFile: path)))
    case .convert(let path, let planID, let threadCount):
      var converter = converter
      converter.importThreadCount = threadCount
      let plan = try converter.plan(fromFile: path)
      let json = orders.writesJSON ? JSONPlanExporter(style: .indented).bytes(for: plan) : []
      return .plan(exported(plan, planID: planID, json: json, jsonDigest: sha256(of: json)))
    case .read(let path, let planID):
      let json = try PlanConverter.bytes(ofFile: path)
      let plan = try PlanConverter.plan(inDocument: json)
      return .plan(exported(plan, planID: planID, json: [], jsonDigest: sha256(of: json)))
    }
  }

  private func exported(
    _ plan: PlanDocument, planID: String, json: [UInt8], jsonDigest: String
  ) -> ExportedPlan {
    ExportedPlan(
      sourceDigest: plan.source.sha256,
      figures: PlanFigures(of: plan, isRedacted: converter.redacts), json: json[...],
      jsonDigest: jsonDigest,
      shares: orders.tables.tables.map { $0.share(of: plan, planID: planID)[...] })
  }
}

extension PlanFigures {
  init(of plan: PlanDocument, isRedacted: Bool) {
    self.init(
      goalCount: Self.count(plan.goals), pageCount: plan.source.pageCount,
      wordCount: plan.accounting.sourceWords,
      remarkCount: plan.diagnostics.count { $0.severity != .info },
      redactions: isRedacted ? PersonalDataTally(marksIn: plan).total : nil)
  }

  private static func count(_ goals: [Goal]) -> Int {
    goals.reduce(0) { $0 + 1 + count($1.goals) }
  }
}
