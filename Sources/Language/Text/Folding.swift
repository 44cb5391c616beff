/// Letters brought to one form: lower case, accents off, full-width and styled digits to plain ones.
enum Folding {
  /// Appends the plain form of a scalar: nothing for combining marks and invisible signs.
  static func append(_ scalar: Unicode.Scalar, to text: inout String) {
    let value = scalar.value
    if value < 0x80 {
      text.unicodeScalars.append((0x41...0x5A).contains(value) ? lowered(scalar) : scalar)
    } else if isDropped(value) {
      return
    } else if let plain = latin[scalar] {
      text.append(plain)
    } else if let digit = digit(scalar) {
      text.append(String(digit))
    } else {
      text.append(scalar.properties.lowercaseMapping)
    }
  }

  /// The value of a decimal digit of any script, 0–9.
  static func digit(_ scalar: Unicode.Scalar) -> Int? {
    let value = Int(scalar.value)
    if value < 0x80 { return (0x30...0x39).contains(value) ? value - 0x30 : nil }
    guard scalar.properties.numericType == .decimal, let number = scalar.properties.numericValue else {
      return nil
    }
    return number >= 0 && number <= 9 ? Int(number) : nil
  }

  /// Combining marks on Latin letters, soft hyphens, zero-width and direction signs, variation selectors.
  static func isDropped(_ value: UInt32) -> Bool {
    switch value {
    case 0xAD, 0x300...0x36F, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFE00...0xFE0F,
      0xFEFF, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  private static func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(UInt8(truncatingIfNeeded: scalar.value + 0x20))
  }

  private static let latin: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (plain, letters) in accented {
      for scalar in letters.unicodeScalars { table[scalar] = plain }
    }
    for offset in UInt32(0)..<26 {
      let plain = String(Character(Unicode.Scalar(UInt8(0x61 + offset))))
      for start: UInt32 in [0xFF21, 0xFF41] {
        if let wide = Unicode.Scalar(start + offset) { table[wide] = plain }
      }
    }
    return table
  }()

  private static let accented: [(String, String)] = [
    ("a", "àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍ"), ("c", "çćĉċčÇĆĈĊČ"), ("d", "ďđðĎĐÐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚ"),
    ("g", "ĝğġģĜĞĠĢ"), ("h", "ĥħĤĦ"), ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ"), ("j", "ĵĴ"), ("k", "ķĶ"),
    ("l", "ĺļľŀłĹĻĽĿŁ"), ("n", "ñńņňÑŃŅŇ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐ"), ("r", "ŕŗřŔŖŘ"),
    ("s", "śŝşšșŚŜŞŠȘſ"), ("t", "ţťŧțŢŤŦȚ"), ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶ"),
    ("z", "źżžŹŻŽ"), ("ae", "æÆ"), ("oe", "œŒ"), ("ss", "ßẞ"), ("th", "þÞ"), ("fi", "ﬁ"), ("fl", "ﬂ"),
    ("ff", "ﬀ"), ("ffi", "ﬃ"),
  ]
}
