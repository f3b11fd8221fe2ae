// SPDX-License-Identifier: GPL-2.0-or-later

import TestSupport

/// PDFs that were sound, and that a bad disk, line or program has damaged.
enum DamagedPDFs {
  /// The smallest file of the corpus, since it is read in whole many times over.
  private static let base = "liten-mottagning-2026"

  static func all() throws -> [FaultFile] {
    var files: [FaultFile] = []
    for plan in CorpusCase.all where plan.name == base {
      let bytes = try plan.bytes(of: "input.pdf")
      files += damaged(bytes, name: plan.name, seeds: 0..<4)
      files += truncated(bytes, name: plan.name, pieces: 12)
    }
    for plan in CorpusCase.all {
      let small = try smallPDF(of: plan)
      files += damaged(small, name: "small-\(plan.name)", seeds: 4..<6)
      files += truncated(small, name: "small-\(plan.name)", pieces: 10)
    }
    return files
  }

  /// The first two pages of the plan's text, in a file that shows each byte of its structure.
  private static func smallPDF(of plan: CorpusCase) throws -> [UInt8] {
    let text = String(decoding: try plan.bytes(of: "input.txt"), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).prefix(100).map(String.init)
    let pages = [lines.prefix(50), lines.dropFirst(50)].map { page in
      page.enumerated().map { index, line in
        SmallPDF.Text(line, baseline: 60 + 14 * Double(index), isBold: line.count < 20)
      }
    }
    var pdf = SmallPDF(pages: pages)
    pdf.information = [("Title", plan.name)]
    pdf.outline = [("Inledning", 1), ("Avslutning", 2)]
    return pdf.bytes()
  }

  private static func truncated(_ bytes: [UInt8], name: String, pieces: Int) -> [FaultFile] {
    (1..<pieces).map { piece in
      FaultFile("\(name)-truncated-\(piece).pdf", Array(bytes.prefix(bytes.count * piece / pieces)))
    }
  }

  private static func damaged(
    _ bytes: [UInt8], name: String, seeds: Range<Int>
  ) -> [FaultFile] {
    seeds.flatMap { seed in
      Damage.allCases.map { damage in
        var chance = Chance(seed: seed &* 31 &+ damage.number)
        return FaultFile(
          "\(name)-\(damage.rawValue)-\(seed).pdf", damage.damaged(bytes, &chance))
      }
    }
  }
}

/// What happens to a file.
private enum Damage: String, CaseIterable {
  case flippedBits, zeroedBytes, randomBytes, lostBytes, doubledBytes, swappedBlocks
  case swappedStreams, swappedReferences, changedNumbers, wrongOffsets, lostEnd

  var number: Int { Damage.allCases.firstIndex(of: self) ?? 0 }

  func damaged(_ sound: [UInt8], _ chance: inout Chance) -> [UInt8] {
    var bytes = sound
    switch self {
    case .flippedBits:
      for _ in 0..<40 { bytes[chance.below(bytes.count)] ^= 1 << UInt8(chance.below(8)) }
    case .zeroedBytes:
      replace(in: &bytes, &chance) { _ in 0 }
    case .randomBytes:
      replace(in: &bytes, &chance) { UInt8($0.below(256)) }
    case .lostBytes:
      for _ in 0..<3 { bytes.removeSubrange(range(in: bytes, &chance)) }
    case .doubledBytes:
      for _ in 0..<3 {
        bytes.insert(contentsOf: bytes[range(in: bytes, &chance)], at: chance.below(bytes.count))
      }
    case .swappedBlocks:
      for _ in 0..<3 {
        let piece = Array(bytes[range(in: bytes, &chance)])
        let start = chance.below(bytes.count - piece.count)
        bytes.replaceSubrange(start..<(start + piece.count), with: piece)
      }
    case .swappedStreams: swap(after: " 0 obj", in: &bytes, &chance)
    case .swappedReferences: swap(after: " 0 R", in: &bytes, &chance)
    case .changedNumbers:
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
      for _ in 0..<60 where !digits.isEmpty {
        bytes[digits[chance.below(digits.count)]] = UInt8(0x30 + chance.below(10))
      }
    case .wrongOffsets:
      // In front of the header, so that every offset in the file is wrong.
      bytes.insert(contentsOf: [UInt8](repeating: 0x20, count: 1 + chance.below(900)), at: 0)
    case .lostEnd:
      bytes.removeLast(min(bytes.count, 10 + chance.below(2_000)))
    }
    return bytes
  }

  private func range(in bytes: [UInt8], _ chance: inout Chance) -> Range<Int> {
    let count = 1 + chance.below(min(400, bytes.count / 4))
    let start = chance.below(bytes.count - count)
    return start..<(start + count)
  }

  private func replace(
    in bytes: inout [UInt8], _ chance: inout Chance, by byte: (inout Chance) -> UInt8
  ) {
    for _ in 0..<4 {
      for index in range(in: bytes, &chance) { bytes[index] = byte(&chance) }
    }
  }

  /// Swaps the last digits of numbers of objects, which stand before " 0" and `mark`.
  private func swap(after mark: String, in bytes: inout [UInt8], _ chance: inout Chance) {
    let mark = Array(mark.utf8)
    let places = bytes.indices.dropLast(mark.count).filter { index in
      bytes[index] == mark[0] && bytes[index..<(index + mark.count)].elementsEqual(mark)
        && index > 0
    }
    guard places.count > 1 else { return }
    for _ in 0..<6 {
      bytes.swapAt(places[chance.below(places.count)] - 1, places[chance.below(places.count)] - 1)
    }
  }
}
