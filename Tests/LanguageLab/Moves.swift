import Language

/// `language-lab moves --model DIR --examples EX --input IN --output OUT [--background F] [--tier main|fast|phrase] …`
func runMoves(_ arguments: LabArguments) {
  let encoders = EncoderSet(folder: arguments.value("--model") ?? "scoring/model")
  let tier = arguments.value("--tier") ?? "main"
  var encoder: (any SentenceEncoder)? =
    tier == "phrase" ? nil : tier == "fast" ? encoders.fast : encoders.best
  let kept = arguments.value("--keep").flatMap { folder in encoder.map { KeptEncoder($0, folder: folder) } }
  if let kept { encoder = kept }
  defer { kept?.save() }
  for notice in encoders.notices { LabFiles.complain(notice) }
  let examples = labTable(arguments.required("--examples"), ["label", "text"]).compactMap {
    $0.map { (label: $0[0], text: $0[1]) }
  }
  let input = labTable(arguments.required("--input"), ["text"])
  let clock = ContinuousClock()
  let started = clock.now
  let batch = MovesBatch(
    examples: examples, background: labBackground(arguments.value("--background") ?? "scoring/background"),
    options: .init(
      always: arguments.has("--always"), multi: arguments.has("--multi"),
      allScores: arguments.has("--all-scores")),
    spelling: Spelling(
      String(
        decoding: LabFiles.bytes(arguments.value("--spelling") ?? "scoring/spelling/words.txt"), as: UTF8.self
      )),
    encoder: encoder)
  let learned = clock.now
  let rows = batch.rows(input.map { $0?[0] })
  LabFiles.complain("learned in \(learned - started), answered in \(clock.now - learned)")
  LabFiles.write(TSV.written(header: batch.header, rows: rows), arguments.required("--output"))
}

/// Rows of a table; a bad one is named and nil.
func labTable(_ path: String, _ columns: [String], optional: [String] = []) -> [[String]?] {
  do {
    return try TSV(LabFiles.bytes(path), columns: columns, optional: optional).rows.map { row in
      switch row {
      case .fields(let fields): return fields
      case .bad(let line, let reason):
        LabFiles.complain("\(path):\(line): \(reason)")
        return nil
      }
    }
  } catch {
    LabFiles.fail("\(path): \(error)")
  }
}

/// The background sentences of a folder's `agent-talk.txt`: one a line, `#` begins a remark.
func labBackground(_ folder: String) -> Background {
  Background(
    String(decoding: LabFiles.bytes(folder + "/agent-talk.txt"), as: UTF8.self).split(separator: "\n")
      .map(String.init).filter { !$0.hasPrefix("#") })
}
