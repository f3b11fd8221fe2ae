// SPDX-License-Identifier: GPL-2.0-or-later

/// A text of a plan with its place, for what looks at all texts.
struct PlanText {
  enum Place: Hashable {
    /// The page where the text begins.
    case page(Int)
    /// The document does not say on which page it stands: the cover, the file's properties.
    case noPage
    /// It repeats what stands elsewhere: facts read from the cover, remarks.
    case repeated
  }

  var text: String
  let place: Place

  init(_ text: String, _ place: Place) {
    self.text = text
    self.place = place
  }
}
