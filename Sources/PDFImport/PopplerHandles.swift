// SPDX-License-Identifier: GPL-2.0-or-later

internal import CPopplerGLib

/// Owns a GObject and releases it at the end of its life.
struct GObjectHandle: ~Copyable {
  let pointer: OpaquePointer

  init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(pointer)) }
}

/// The string at `pointer`, which is then freed; nil for a null pointer or an empty string.
func takeString(_ pointer: UnsafeMutablePointer<CChar>?) -> String? {
  guard let pointer else { return nil }
  defer { g_free(pointer) }
  let text = String(cString: pointer)
  return text.isEmpty ? nil : text
}
