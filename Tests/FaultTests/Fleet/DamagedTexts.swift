// SPDX-License-Identifier: GPL-2.0-or-later

import Foundation
import TestSupport

/// Texts that were plans, and that a bad tool has damaged.
enum DamagedTexts {
  /// As many lines of a plan as show all that it has, and convert in a moment.
  private static let lineCount = 90
  private static let seeds = 0..<3

  static func all() throws -> [FaultFile] {
    try CorpusCase.all.flatMap { plan in
      let text = String(decoding: try plan.bytes(of: "input.txt"), as: UTF8.self)
      return seeds.flatMap { seed in
        TextDamage.allCases.map { damage in
          var chance = Chance(seed: seed &* 97 &+ damage.number)
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          let start = chance.below(max(1, lines.count - lineCount))
          let part = lines[start..<min(lines.count, start + lineCount)].map(String.init)
          return FaultFile(
            "\(plan.name)-\(damage.rawValue)-\(seed).txt", damage.damaged(part, &chance))
        }
      }
    }
  }
}

/// What happens to a text.
private enum TextDamage: String, CaseIterable {
  case invalidBytes, missingBytes, zeroBytes, directionMarks, mixedEncodings, oddUTF16
  case swappedUTF16, movedLines, repeatedLabels, gluedLines, brokenLines, truncated

  var number: Int { TextDamage.allCases.firstIndex(of: self) ?? 0 }

  func damaged(_ sound: [String], _ chance: inout Chance) -> [UInt8] {
    var lines = sound
    switch self {
    case .invalidBytes: return changed(lines, &chance) { UInt8(0x80 + $0.below(0x80)) }
    case .missingBytes: return changed(lines, &chance) { _ in nil }
    case .zeroBytes: return changed(lines, &chance) { _ in 0 }
    case .directionMarks:
      let marks = [
        "\u{200F}", "\u{202E}", "\u{2066}", "\u{202C}", "\u{FEFF}", "\u{200D}", "\u{AD}",
      ]
      for index in lines.indices {
        let mark = marks[chance.below(marks.count)]
        lines[index] = mark + lines[index].replacing("e", with: "e" + mark)
      }
    case .mixedEncodings:
      let half = lines.count / 2
      return bytes(lines[..<half]) + bytes(lines[half...], .isoLatin1)
        + bytes(lines[..<half], .utf16LittleEndian)
    case .oddUTF16: return [0xFF, 0xFE] + bytes(lines[...], .utf16LittleEndian).dropLast()
    case .swappedUTF16: return [0xFE, 0xFF] + bytes(lines[...], .utf16LittleEndian)
    case .movedLines:
      for _ in 0..<80 { lines.swapAt(chance.below(lines.count), chance.below(lines.count)) }
    case .repeatedLabels:
      let labels = ["Enhetsmål:", "Nämndmål: 1.1", "KF:s inriktningsmål: 1.", "Indikator Årsmål"]
      for index in lines.indices where chance.below(3) == 0 {
        lines[index] = labels[chance.below(labels.count)] + " " + lines[index]
      }
    case .gluedLines: return bytes(lines[...]).filter { $0 != 0x0A || chance.below(4) == 0 }
    case .brokenLines:
      return bytes(lines[...]).flatMap { byte in chance.below(9) == 0 ? [byte, 0x0A] : [byte] }
    case .truncated:
      let all = bytes(lines[...])
      return Array(all[chance.below(all.count / 2)...].prefix(chance.below(all.count)))
    }
    return bytes(lines[...])
  }

  private func bytes(
    _ lines: ArraySlice<String>, _ encoding: String.Encoding = .utf8
  ) -> [UInt8] {
    let text = lines.joined(separator: "\n")
    return [UInt8](text.data(using: encoding, allowLossyConversion: true) ?? Data())
  }

  /// The text with one byte in forty another, or none.
  private func changed(
    _ lines: [String], _ chance: inout Chance, to byte: (inout Chance) -> UInt8?
  ) -> [UInt8] {
    var result: [UInt8] = []
    for sound in bytes(lines[...]) {
      if chance.below(40) > 0 {
        result.append(sound)
      } else if let byte = byte(&chance) {
        result.append(byte)
      }
    }
    return result
  }
}
