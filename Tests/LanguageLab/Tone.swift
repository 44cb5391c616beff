import FoundationEssentials
import Language

/// `tone --model DIR --weights DIR --input IN.tsv --output OUT.tsv [--tier main|fast|words] [--only a,b]`.
func runTone(_ arguments: LabArguments) {
  let model = arguments.value("--model") ?? "scoring/model"
  let encoders = EncoderSet(folder: model)
  let tier = arguments.value("--tier") ?? "main"
  let encoder = EncoderTier(rawValue: tier).flatMap { encoders.encoder($0) }
  if encoder == nil, tier != "words" { encoders.notices.forEach(LabFiles.complain) }
  do {
    let reader = try ToneReader(folder: arguments.value("--weights") ?? "scoring/tone", encoder: encoder)
    let batch = ToneBatch(reader: reader)
    let rows = labTable(arguments.required("--input"), ToneBatch.columns, optional: ToneBatch.optional).map {
      $0.map(batch.result) ?? ToneBatch.results.map { _ in "" }
    }
    LabFiles.write(TSV.written(header: ToneBatch.results, rows: rows), arguments.required("--output"))
  } catch {
    LabFiles.fail("\(error)")
  }
}

/// Every feature of every row, for learning weights: names and values, one row a line.
func runToneFeatures(_ arguments: LabArguments) {
  do {
    let lexicon = try ToneLexicon(folder: arguments.value("--weights") ?? "scoring/tone")
    let table = try TSV(
      LabFiles.bytes(arguments.required("--input")), columns: ["text"], optional: ["context"])
    var text = ""
    for row in table.rows {
      guard case .fields(let fields) = row else { LabFiles.fail("a bad row: \(row)") }
      let context = fields[1].isEmpty ? nil : Reply(fields[1])
      let counts = lexicon.counts(of: Reply(fields[0]), context: context)
      text += counts.map { "\($0.name)\t\($0.value)" }.joined(separator: "\t") + "\n"
    }
    LabFiles.write(text, arguments.required("--output"))
  } catch {
    LabFiles.fail("\(error)")
  }
}

/// Encoder vectors of a column, as 32-bit floats one row after another.
func runVectors(_ arguments: LabArguments) {
  let encoders = EncoderSet(folder: arguments.value("--model") ?? "scoring/model")
  guard let tier = EncoderTier(rawValue: arguments.required("--tier")), let encoder = encoders.encoder(tier)
  else {
    LabFiles.fail(encoders.notices.joined(separator: "\n"))
  }
  do {
    let table = try TSV(
      LabFiles.bytes(arguments.required("--input")), columns: [arguments.value("--column") ?? "text"])
    var data = Data()
    for row in table.rows {
      guard case .fields(let fields) = row else { LabFiles.fail("a bad row: \(row)") }
      encoder.encode(fields[0]).withUnsafeBytes { data.append(contentsOf: $0) }
    }
    try data.write(to: URL(filePath: arguments.required("--output")))
  } catch {
    LabFiles.fail("\(error)")
  }
}
