// SPDX-License-Identifier: GPL-2.0-or-later

internal import GRDB

/// Adds the plans of one run to an archive.
package final class ArchiveAdder {
  private let archive: ArchiveFile
  /// The plans that inputs of this run stand for: no other input of it can be a version of one.
  private var settled: Set<Int64> = []
  /// The plans of the transaction, which are in no full-text index yet.
  private var unindexed: Set<Int64> = []

  /// Creates an adder to an archive that was opened for adding.
  package init(_ archive: ArchiveFile) {
    self.archive = archive
  }

  /// Adds plans in one transaction: all of them are in the archive afterwards, or none.
  ///
  /// - Returns: What became of each, in order.
  /// - Throws: ``ArchiveError`` where the archive cannot be written; it is then as it was.
  package func add(_ plans: [NewPlan]) throws(ArchiveError) -> [AdditionOutcome] {
    let before = settled
    do {
      return try archive.queue.write { db in
        unindexed = []
        let outcomes = try plans.map { try add($0, db) }
        try SearchIndexWriter(db: db).add(plans: unindexed.sorted())
        return outcomes
      }
    } catch {
      settled = before
      throw ArchiveError(error)
    }
  }

  private func add(_ new: NewPlan, _ db: Database) throws -> AdditionOutcome {
    let known = try PlanIdentity(of: new).knownPlan(among: settled, in: db)
    if let known {
      settled.insert(known.id)
      if try known.isSame(as: new, db) { return .unchanged(name: known.name) }
    }
    var outcome = AdditionOutcome.refused(fact: "")
    try db.inSavepoint {
      do {
        if let known { try remove(known.id, db) }
        let name = try PlanNaming.name(for: new, in: db)
        let id = try PlanRowWriter(db).insert(new, id: known?.id, name: name)
        settled.insert(id)
        unindexed.insert(id)
        outcome = known == nil ? .added(name: name) : .replaced(name: name)
        return .commit
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
        outcome = .refused(fact: "two goals of the plan have the same id")
        return .rollback
      } catch let error as DatabaseError where error.resultCode == .SQLITE_TOOBIG {
        outcome = .refused(fact: "a text of the plan is larger than a database takes")
        return .rollback
      }
    }
    return outcome
  }

  private func remove(_ id: Int64, _ db: Database) throws {
    if !unindexed.contains(id) { try SearchIndexWriter(db: db).remove(plan: id) }
    try db.execute(sql: "DELETE FROM plans WHERE id = ?", arguments: [id])
  }
}
