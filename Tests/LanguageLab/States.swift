import Language

/// `states`: verdicts, or with `--features` the numbers they are made of.
func runStates(_ arguments: LabArguments) {
  if arguments.has("--time") { return timeStates(arguments) }
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

/// Judges ten facts against a two-sentence reply many times and prints the middle and the 99th time, reading included.
private func timeStates(_ arguments: LabArguments) {
  let facts = arguments.value("--facts") ?? "scoring/facts"
  let reader = FactReader(
    EncoderSet(folder: arguments.required("--model")), model: factModel(facts),
    tier: tier(arguments.value("--tier") ?? "main"))
  let prepared = (1...10).map { number in
    reader.prepare(FactStatement(["The refund of £\(number)0 reaches the card within five working days"]))
  }
  let reply =
    "I'm sorry that you were charged twice for the blue kettle. You will have the £20 back on your card by Friday"
  let times = (0..<300).map { round in
    ContinuousClock().measure {
      let text = reader.prepare("\(reply), case \(round).")
      for fact in prepared { _ = reader.judge(text, fact) }
    }
  }.sorted()
  LabFiles.complain("ten facts: median \(times[150]), 99th of a hundred \(times[297])")
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
