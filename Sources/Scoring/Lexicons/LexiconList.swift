import Diagnostics
import Language

/// One phrase list as read from its file.
struct LexiconList: Sendable {
  let name: LexiconName
  private(set) var patterns: [PhrasePattern] = []
  /// Why the list cannot be used: it is missing, or lines of it are at fault.
  private(set) var troubles: [Diagnostic] = []

  init(_ name: LexiconName, _ text: String?, _ reader: inout PhraseReader) {
    self.name = name
    guard let text else {
      troubles = [Self.missing(name)]
      return
    }
    for line in LexiconLine.lines(of: text) {
      do throws(PhrasePattern.Trouble) {
        patterns.append(try reader.pattern(line.text))
      } catch {
        troubles.append(line.diagnostic(error, file: name.fileName))
      }
    }
  }

  private static func missing(_ name: LexiconName) -> Diagnostic {
    Diagnostic(
      DiagnosticCode("L101", "lexicon-missing"), .error,
      "the phrase list '\(name.fileName)' is missing; scoring needs every list",
      at: Label(file: name.fileName, span: Span(.start, .start)),
      help: "put '\(name.fileName)' back into scoring/lexicons, one phrase a line")
  }
}

/// One line of a list that holds a phrase.
struct LexiconLine {
  var text: String
  var number: Int
  var offset: Int

  /// The lines that are neither empty nor comments.
  static func lines(of text: String) -> [LexiconLine] {
    var result: [LexiconLine] = []
    let bytes = Array(text.utf8)
    var (number, start) = (1, 0)
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let raw = bytes[start..<end]
      let isBlank = raw.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if !isBlank, raw.first(where: { $0 != 0x0D }) != 0x23 {
        let line = raw.contains(0x0D) ? raw.filter { $0 != 0x0D }[...] : raw
        let text = String(decoding: line, as: UTF8.self)
        result.append(LexiconLine(text: text, number: number, offset: start))
      }
      number += 1
      start = end + 1
    }
    return result
  }

  func diagnostic(_ trouble: PhrasePattern.Trouble, file: String) -> Diagnostic {
    let start = Position(line: number, column: 1, offset: offset)
    let end = Position(line: number, column: text.unicodeScalars.count + 1, offset: offset + text.utf8.count)
    return Diagnostic(
      DiagnosticCode("L103", "lexicon-pattern"), .error,
      "'\(text)' is no phrase pattern: \(Self.words(for: trouble))",
      at: Label(file: file, span: Span(start, end)))
  }

  private static func words(for trouble: PhrasePattern.Trouble) -> String {
    switch trouble {
    case .empty: "it holds no word"
    case .unclosed(let sign): "'\(sign)' is not closed"
    case .unknownClass(let name): "there is no class '<\(name)>'"
    case .tooManyVariants(let limit): "its alternatives make more than \(limit) phrases"
    case .tooLong(let limit): "it is longer than \(limit) words"
    case .looseGap: "'...' must stand between two words"
    }
  }
}
