// SPDX-License-Identifier: GPL-2.0-or-later

/// What a worker is told that was started before it was known what it is to do.
struct WorkerOrders {
  let limits: WorkerLimits
  /// What it is to do with requests, in the caller's words.
  let work: ArraySlice<UInt8>

  init(limits: WorkerLimits, work: [UInt8]) {
    self.limits = limits
    self.work = work[...]
  }

  /// Reads what ``bytes`` wrote; of the limits, those that a worker keeps to itself.
  init(_ bytes: [UInt8]) throws(MalformedFields) {
    var fields = FieldReader(bytes[...])
    limits = WorkerLimits(secondsPerTask: .infinity, addressSpaceBytes: try fields.integer())
    work = try fields.bytes()
  }

  var bytes: [UInt8] {
    var fields = FieldWriter()
    fields.write(limits.addressSpaceBytes)
    fields.write(work)
    return fields.bytes
  }
}
