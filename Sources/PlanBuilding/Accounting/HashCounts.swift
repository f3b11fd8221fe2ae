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

  /// Creates counts that are all 0.
  init() { places = [Place](repeating: Place(), count: 256) }

  /// Creates the counts of some hashes.
  init(_ hashes: [UInt64]) {
    var count = 256
    while count < 2 * hashes.count { count *= 2 }
    places = [Place](repeating: Place(), count: count)
    // Where the table is asked for each hash whether it is shared, that takes as long as the rest.
    used = places.withUnsafeMutableBufferPointer { places in
      hashes.count { hash in Self.add(hash, 1, to: places) }
    }
  }

  /// Whether no hash has a count.
  var areZero: Bool { places.allSatisfy { $0.count == 0 } }

  /// The count of a hash; 0 where it was never added.
  @inline(__always)
  func count(of hash: UInt64) -> Int32 { places[place(of: hash | 1)].count }

  /// Whether a hash was ever added.
  func contains(_ hash: UInt64) -> Bool { places[place(of: hash | 1)].hash != 0 }

  /// Adds a step to the count of a hash.
  mutating func add(_ hash: UInt64, _ step: Int32) {
    // Half of the places stay free.
    if used * 2 >= places.count { grow() }
    if places.withUnsafeMutableBufferPointer({ Self.add(hash, step, to: $0) }) { used += 1 }
  }

  /// Returns whether the hash is new.
  @inline(__always)
  private static func add(
    _ hash: UInt64, _ step: Int32, to places: UnsafeMutableBufferPointer<Place>
  ) -> Bool {
    let place = place(of: hash | 1, in: UnsafeBufferPointer(places))
    places[place].count += step
    guard places[place].hash == 0 else { return false }
    places[place].hash = hash | 1
    return true
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
