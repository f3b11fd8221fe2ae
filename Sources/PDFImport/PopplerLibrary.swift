// SPDX-License-Identifier: GPL-2.0-or-later

package import CPopplerGLib
internal import Glibc

/// The functions of poppler; none may be called where there is a ``PopplerLibrary/fault``.
package let poppler = PopplerLibrary.loaded.functions

/// poppler, loaded when the first document is read or its version is asked for: see decision 26.
enum PopplerLibrary {
  /// Why poppler cannot be loaded, or nil.
  static var fault: String? { loaded.fault }

  /// The name that stays the same while the functions do; it has been this one since 2012.
  private static let fileName = "libpoppler-glib.so.8"

  fileprivate static let loaded: (functions: poppler_functions, fault: String?) = {
    var functions = poppler_functions()
    // Its thousands of symbols are looked up among its own libraries first, where nearly all are.
    guard let library = dlopen(fileName, RTLD_LAZY | RTLD_LOCAL | RTLD_DEEPBIND),
      poppler_find(&functions, library)
    else { return (functions, dlerror().map { String(cString: $0) } ?? fileName) }
    return (functions, nil)
  }()
}
