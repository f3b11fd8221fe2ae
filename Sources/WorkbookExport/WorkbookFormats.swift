// SPDX-License-Identifier: GPL-2.0-or-later

internal import CXlsxWriter

/// The looks that cells can have.
struct WorkbookFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let text: Format
  let number: Format
  let date: Format
  let textLink: Format
  let numberLink: Format
  let heading: Format
  let title: Format
  let subtitle: Format

  /// The red of the table style that is used, and of Excel's own links the blue.
  private static let red: lxw_color_t = 0xC0504D
  private static let white: lxw_color_t = 0xFFFFFF
  private static let blue: lxw_color_t = 0x0563C1

  init(in file: WorkbookFile) throws(WorkbookError) {
    let top = UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)
    text = try file.addFormat { functions, format in
      functions.format_set_text_wrap(format)
      // Or a text would stick to the number before it.
      functions.format_set_indent(format, 1)
      functions.format_set_align(format, top)
    }
    number = try file.addFormat { $0.format_set_align($1, top) }
    date = try file.addFormat { functions, format in
      functions.format_set_num_format(format, "yyyy-mm-dd")
      functions.format_set_align(format, top)
    }
    textLink = try file.addFormat { functions, format in
      Self.makeLink(functions, format)
      functions.format_set_text_wrap(format)
      functions.format_set_indent(format, 1)
    }
    numberLink = try file.addFormat(Self.makeLink)
    heading = try file.addFormat { functions, format in
      functions.format_set_bold(format)
      functions.format_set_font_color(format, Self.white)
      functions.format_set_bg_color(format, Self.red)
      functions.format_set_text_wrap(format)
      functions.format_set_indent(format, 1)
      functions.format_set_align(format, top)
    }
    title = try file.addFormat { functions, format in
      functions.format_set_bold(format)
      functions.format_set_font_size(format, 18)
    }
    subtitle = try file.addFormat { functions, format in
      functions.format_set_bold(format)
      functions.format_set_font_size(format, 13)
      functions.format_set_font_color(format, Self.red)
    }
  }

  private static func makeLink(_ functions: xlsxwriter, _ format: Format) {
    functions.format_set_font_color(format, blue)
    functions.format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    functions.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }
}
