// SPDX-License-Identifier: GPL-2.0-or-later

package import PlanModel

/// A plan that is to go into an archive.
package struct NewPlan: Sendable {
  package var plan: PlanDocument
  /// The JSON document, which the archive gives back byte for byte.
  package var json: [UInt8]
  /// The SHA-256 of the JSON document.
  package var jsonDigest: String
  /// The path below the folder that was named, or the file's own name.
  package var path: String

  /// Creates a plan to add.
  package init(plan: PlanDocument, json: [UInt8], jsonDigest: String, path: String) {
    self.plan = plan
    self.json = json
    self.jsonDigest = jsonDigest
    self.path = path
  }
}

/// What became of a plan that was to go into an archive.
package enum AdditionOutcome: Sendable, Hashable {
  /// It is new, under this name.
  case added(name: String)
  /// It has taken the place of an older version.
  case replaced(name: String)
  /// The archive had it.
  case unchanged(name: String)
  /// It contradicts itself: the fact, a clause.
  case refused(fact: String)
}
