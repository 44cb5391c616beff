import Language

/// `states`: verdicts, or with `--features` the numbers they are made of.
func runStates(_ arguments: LabArguments) {
  let encoders = EncoderSet(folder: arguments.required("--model"))
  for notice in encoders.notices { LabFiles.complain(notice) }
  let facts = arguments.value("--facts") ?? "scoring/facts"
  let reader = FactReader(encoders, model: factModel(facts), tier: tier(arguments.value("--tier") ?? "main"))
  var batch = FactBatch(reader)
  let table: TSV
  do throws(TSVTrouble) {
    table = try TSV(
      LabFiles.bytes(arguments.required("--input")), columns: FactBatch.columns, optional: FactBatch.optional)
  } catch { LabFiles.fail("\(error)") }
  var header = FactBatch.results
  var lines: [[String]] = []
  for row in table.rows {
    switch row {
    case .bad(let line, let reason):
      LabFiles.complain("line \(line): \(reason)")
      lines.append(header.map { _ in "" })
    case .fields(let fields):
      if arguments.has("--features") {
        let features = batch.features(fields)
        if !features.isEmpty { header = features.map(\.name) }
        lines.append(features.map { TSV.decimal($0.number) })
      } else {
        lines.append(batch.result(fields))
      }
    }
  }
  LabFiles.write(TSV.written(header: header, rows: lines), arguments.required("--output"))
}

private func factModel(_ folder: String) -> FactModel {
  let weights = String(decoding: LabFiles.bytes("\(folder)/facts.weights"), as: UTF8.self)
  let opposites = String(decoding: LabFiles.bytes("\(folder)/antonyms.txt"), as: UTF8.self)
  do throws(FactModelTrouble) {
    return try FactModel(weights: weights, opposites: opposites)
  } catch { LabFiles.fail("\(folder)/facts.weights: \(error)") }
}

private func tier(_ name: String) -> EncoderTier? {
  if name == "words" { return nil }
  guard let tier = EncoderTier(rawValue: name) else {
    LabFiles.fail("'\(name)' is no tier: main, fast, words")
  }
  return tier
}
