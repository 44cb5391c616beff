@preconcurrency import CReadline
import Glibc

extension Drawing {
  /// What the environment says this terminal can draw.
  ///
  /// LC_ALL goes before LC_CTYPE before LANG, as in POSIX; the first that is set and not empty
  /// decides by naming UTF-8 or not. None set is the C locale: ASCII.
  public init(environment: [String: String]) {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    self = Self.namesUTF8(named ?? "C") ? .unicode : .ascii
  }

  /// Whether a locale's name ends in UTF-8: `en_GB.UTF-8`, `C.utf8`, `de_DE.UTF-8@euro`.
  static func namesUTF8(_ locale: String) -> Bool {
    guard let dot = locale.firstIndex(of: ".") else { return false }
    let charset = locale[locale.index(after: dot)...].prefix { $0 != "@" }.lowercased()
    return charset == "utf-8" || charset == "utf8"
  }
}

enum CharacterType {
  /// Makes the C library, and with it readline, take bytes as UTF-8.
  ///
  /// Only LC_CTYPE is touched: the other categories would change how numbers are written. A locale
  /// that is not UTF-8, or not installed, is replaced by C.UTF-8, so that accents can be typed anywhere;
  /// in the environment too, because readline asks that again for every line.
  static func becomeUTF8() {
    _ = setlocale(LC_CTYPE, "")
    let charset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
    if charset == "UTF-8" { return }
    let overrules = getenv("LC_ALL").map { $0.pointee != 0 } ?? false
    setenv(overrules ? "LC_ALL" : "LC_CTYPE", "C.UTF-8", 1)
    _ = setlocale(LC_CTYPE, "C.UTF-8")
  }
}
