// SPDX-License-Identifier: GPL-2.0-or-later

/// A set of hashes that are well mixed already, so that it need not hash them again.
struct HashSet: Sendable {
  /// Open addressing with linear probing; 0 marks a free place.
  private var places: [UInt64]
  private var count = 0

  init() { places = [UInt64](repeating: 0, count: 4_096) }

  func contains(_ hash: UInt64) -> Bool { places[place(of: hash | 1)] != 0 }

  mutating func insert(_ hash: UInt64) {
    let hash = hash | 1
    let place = place(of: hash)
    guard places[place] == 0 else { return }
    places[place] = hash
    count += 1
    guard count * 2 > places.count else { return }
    let old = places
    places = [UInt64](repeating: 0, count: old.count * 4)
    for hash in old where hash != 0 { places[self.place(of: hash)] = hash }
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash >> 24) & mask
    while places[place] != 0, places[place] != hash { place = (place + 1) & mask }
    return place
  }
}
