// SPDX-License-Identifier: GPL-2.0-or-later

/// A count for each of many hashes, which are well mixed already, so that they are not hashed again
/// as a dictionary would.
struct HashCounts: Sendable {
  /// A hash of 0 marks a free place.
  private struct Place {
    var hash: UInt64 = 0
    var count: Int32 = 0
  }

  /// Open addressing with linear probing; their number is a power of two.
  private var places: [Place]
  private var used = 0

  /// Creates counts that are all 0, with room for the words of a plan.
  init() { places = [Place](repeating: Place(), count: 4_096) }

  /// Creates the counts of some hashes.
  init(_ hashes: [UInt64]) {
    self.init()
    add(hashes[...])
  }

  /// Whether no hash has a count.
  var areZero: Bool { places.allSatisfy { $0.count == 0 } }

  /// The count of a hash; 0 where it was never added.
  @inline(__always)
  func count(of hash: UInt64) -> Int32 { places[place(of: hash | 1)].count }

  /// Whether one of some hashes has a count of that sign.
  func contains(_ hashes: ArraySlice<UInt64>, signum: Int32) -> Bool {
    places.withUnsafeBufferPointer { places in
      hashes.contains { places[Self.place(of: $0 | 1, in: places)].count.signum() == signum }
    }
  }

  /// Whether a hash was ever added.
  func contains(_ hash: UInt64) -> Bool { places[place(of: hash | 1)].hash != 0 }

  /// Adds a step to the counts of some hashes.
  mutating func add(_ hashes: ArraySlice<UInt64>, _ step: Int32 = 1) {
    var rest = hashes
    while !rest.isEmpty {
      // Half of the places stay free.
      if used * 2 >= places.count { grow() }
      let room = places.count / 2 - used
      used += Self.add(rest.prefix(room), step, to: &places)
      rest = rest.dropFirst(room)
    }
  }

  /// Returns how many hashes are new.
  private static func add(
    _ hashes: ArraySlice<UInt64>, _ step: Int32, to places: inout [Place]
  ) -> Int {
    // Where the table is asked for each hash whether it is shared, that takes as long as the rest.
    places.withUnsafeMutableBufferPointer { places in
      var newCount = 0
      for hash in hashes {
        let place = place(of: hash | 1, in: UnsafeBufferPointer(places))
        places[place].count += step
        if places[place].hash == 0 {
          places[place].hash = hash | 1
          newCount += 1
        }
      }
      return newCount
    }
  }

  /// The place of a hash, or the free one that it is to have.
  @inline(__always)
  private static func place(of hash: UInt64, in places: UnsafeBufferPointer<Place>) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: hash >> 20) & mask
    while places[place].hash != 0, places[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  @inline(__always)
  private func place(of hash: UInt64) -> Int {
    places.withUnsafeBufferPointer { Self.place(of: hash, in: $0) }
  }

  @inline(never)
  private mutating func grow() {
    let old = places
    places = [Place](repeating: Place(), count: old.count * 4)
    for entry in old where entry.hash != 0 { places[place(of: entry.hash)] = entry }
  }
}
