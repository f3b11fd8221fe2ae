// SPDX-License-Identifier: GPL-2.0-or-later

import Glibc
import PlanModel

/// What speaks for and against two goals being one, in points.
///
/// Points are the logarithm of odds: 0 is as likely as not, and each point multiplies the odds by
/// 2.7. They add up, so that weak signs of several kinds can do what one strong sign does.
/// docs/comparison.md tells how each number was found.
struct GoalEvidence: Sendable, Hashable {
  /// How alike the titles are.
  var title: Double
  /// Whether they stand under goals that are one, and whether they are the only ones left there.
  var parent: Double
  /// How alike what stands under them is, texts and rows.
  var content: Double
  /// Whether the goals below them are paired with each other.
  var kin: Double
  /// Whether the numbers agree, where numbers mean something in these two plans.
  var number: Double

  /// Two goals of a level taken at random are hardly ever one.
  private static let prior = -3.8

  var points: Double { Self.prior + title + parent + content + kin + number }

  /// Whether the two are one for sure whatever stands above and below them.
  var standsAlone: Bool { Self.prior + title + content >= Self.sure }

  /// Odds of four to one: less is for a person to look at, and proves nothing else.
  static let sure = 1.4

  /// The points as a likelihood, 0…1.
  var score: Double { 1 / (1 + exp(-points)) }

  /// The kind of evidence in which this is furthest ahead of `rival`, or greatest without one.
  func deciding(over rival: GoalEvidence?) -> DecidingEvidence {
    let rival = rival ?? GoalEvidence(title: 0, parent: 0, content: 0, kin: 0, number: 0)
    let ahead: [(DecidingEvidence, Double)] = [
      (.title, title - rival.title), (.parent, parent - rival.parent),
      (.content, content + kin - rival.content - rival.kin), (.number, number - rival.number),
    ]
    // Of equals the first: max(by:) would give the last.
    return ahead.reversed().max { $0.1 < $1.1 }?.0 ?? .title
  }
}

/// The numbers that ``GoalEvidence`` is made with.
enum EvidenceWeight {
  /// Points for titles that are alike to the letter; the likeness is weighed in proportion.
  ///
  /// Lightly reworded titles share 0.6 to 0.95, heavily reworded ones 0.1 to 0.4, and other goals
  /// of the level up to 0.4, where they say the same of something else. With 10 a likeness of 0.4
  /// alone just reaches even odds.
  static let title = 10.0
  /// Points for content that is alike to the letter.
  static let content = 8.0
  /// Content of so many different words counts half: the name of one indicator that two goals of the
  /// council share, five words or ten, tells little.
  static let thinContent = 8.0
  /// The likeness of the content of goals that have nothing to do with each other.
  static let unrelatedContent = 0.12
  /// Points for content that has nothing in common, where goals of equal titles have much in common
  /// in these two plans: a new goal that resembles a former one by its title only.
  static let strangeContent = -5.0
  /// Content that is less alike than this is strange in full.
  static let strangeLikeness = 0.08
  /// Content that is more alike than this is not strange at all: goals that were reworded together
  /// with all that they say share 0.26 and more.
  static let familiarLikeness = 0.24
  /// Points for goals below that are all paired with each other.
  static let kin = 8.0
  /// Points for parents that are one goal.
  static let sameParent = 1.0
  /// Points for parents that are both paired with another goal.
  static let otherParent = -1.0
  /// Points for being the only unit goals of their kind that are left under one parent: a unit that
  /// rewrites its one goal under a goal of the committee still answers to it.
  static let onlyOnesLeft = 1.8
  /// Points where one goal is the unit's and the other one the department's: both may stand side by
  /// side and say the same of two organisations.
  static let otherScope = -3.0
  /// Points for two goals that both lack a title.
  static let noTitles = 1.5
  /// Points for the same number, where numbers mean something.
  static let sameNumber = 1.5
  /// Points for other numbers, where numbers mean something.
  static let otherNumber = -1.0
}
