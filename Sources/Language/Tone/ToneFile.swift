import FoundationEssentials

/// A text file of tone. Read as bytes: there are tens of thousands of lines, and a session waits for them.
struct ToneFile {
  let path: String
  /// Its lines and fields, from the first on.
  let fields: FieldReader

  init(_ folder: String, _ name: String) throws(ToneTrouble) {
    path = "\(folder)/\(name)"
    do {
      fields = FieldReader([UInt8](try Data(contentsOf: URL(filePath: path))))
    } catch {
      throw ToneTrouble(path: path, reason: "cannot be read")
    }
  }

  func trouble(line: Int, _ reason: String) -> ToneTrouble {
    ToneTrouble(path: path, reason: "line \(line) \(reason)")
  }
}

/// A number for each of many words.
struct ToneNumbers: Sendable {
  private var words = NameTable()
  private var numbers: [Double] = []

  /// Reads lines of a word, a tab and a number; of a word that stands there twice the last line counts.
  ///
  /// - Throws: `ToneTrouble` for a line of another form.
  init(_ file: ToneFile) throws(ToneTrouble) {
    var reader = file.fields
    while reader.nextLine() {
      guard let word = reader.nextField(), let field = reader.nextField(), reader.nextField() == nil,
        let number = reader.number(field), number.isFinite
      else { throw file.trouble(line: reader.line, "is not a name, a tab and a number") }
      let place = words.insert(reader.bytes.span.extracting(word))
      if place == numbers.count { numbers.append(number) } else { numbers[place] = number }
    }
  }

  /// The number of a word; nil when it has none.
  subscript(word: String) -> Double? { words[word].map { numbers[$0] } }
}
