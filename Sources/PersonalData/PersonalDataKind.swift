// SPDX-License-Identifier: GPL-2.0-or-later

/// What personal data a text can hold.
public enum PersonalDataKind: String, Sendable, Hashable, CaseIterable {
  /// An e-mail address.
  case email
  /// A telephone number.
  case telephone
  /// A personal identity number (personnummer) or a coordination number (samordningsnummer).
  case identityNumber
  /// The name of an official.
  case name

  /// What stands in place of it in a redacted plan.
  public var mark: String {
    switch self {
    case .email: "«e-post»"
    case .telephone: "«telefon»"
    case .identityNumber: "«personnummer»"
    case .name: "«namn»"
    }
  }
}

/// Where personal data stand in a text.
package struct PersonalDataSpan: Sendable, Hashable {
  package let kind: PersonalDataKind
  /// Offsets in bytes of UTF-8.
  package let utf8Range: Range<Int>
}
