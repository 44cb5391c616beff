import Foundation
import Language

/// `language-lab hear --examples EX --input IN`: replies against the moves of a scenario, what was heard beside what was meant.
///
/// EX has `scenario`, `label`, `text`; a label that begins with `!` gives a `not_like`. IN has `scenario`, `text`, `moves`
/// (space-separated, empty for none).
func runHear(_ arguments: LabArguments) {
  let encoders = EncoderSet(folder: arguments.value("--model") ?? "scoring/model")
  let tier = arguments.value("--tier") ?? "main"
  let background = labBackground(arguments.value("--background") ?? "scoring/background")
  let store = MemoryVectorStore()
  var scenarios: [String: [MoveExamples]] = [:]
  for row in labTable(arguments.required("--examples"), ["scenario", "label", "text"]).compactMap({ $0 }) {
    let name = row[1].hasPrefix("!") ? String(row[1].dropFirst()) : row[1]
    var moves = scenarios[row[0]] ?? []
    if !moves.contains(where: { $0.name == name }) { moves.append(MoveExamples(name: name, like: [])) }
    for index in moves.indices where moves[index].name == name {
      if row[1].hasPrefix("!") {
        moves[index].notLike.append(row[2])
      } else {
        moves[index].like.append(row[2])
      }
    }
    scenarios[row[0]] = moves
  }
  let encoder: (any SentenceEncoder)? = tier == "fast" ? encoders.fast : tier == "main" ? encoders.main : nil
  let stopwatch = ContinuousClock()
  var recognisers: [String: any MoveRecogniser] = [:]
  for (name, moves) in scenarios {
    guard let encoder else {
      recognisers[name] = PhraseRecogniser(moves)
      continue
    }
    _ = LearnedRecogniser(moves, encoder: encoder, store: store, background: background)
    let start = stopwatch.now
    let worked = labProcessorTime()
    recognisers[name] = LearnedRecogniser(moves, encoder: encoder, store: store, background: background)
    print(
      "\(name): \(moves.count) moves, learned again in \(stopwatch.now - start), \(labProcessorTime() - worked) ms of processor time"
    )
  }
  var (right, extra, missed, whole, count) = (0, 0, 0, 0, 0)
  var times: [Swift.Duration] = []
  for row in labTable(arguments.required("--input"), ["scenario", "text", "moves"]).compactMap({ $0 }) {
    guard let recogniser = recognisers[row[0]] else { continue }
    let start = stopwatch.now
    let heard = recogniser.understand(Reply(row[1]))
    times.append(stopwatch.now - start)
    let given = Set(heard.matches.map { recogniser.moves[$0.move].name })
    let wanted = Set(row[2].split(separator: " ").map(String.init))
    right += given.intersection(wanted).count
    extra += given.subtracting(wanted).count
    missed += wanted.subtracting(given).count
    count += 1
    if given == wanted { whole += 1 }
    guard given != wanted || arguments.has("--all") else { continue }
    print("\(given == wanted ? "  " : "✗ ")[\(row[0])] \(row[1])\n     wanted \(wanted.sorted())")
    if given != wanted, let learned = recogniser as? LearnedRecogniser {
      for told in learned.explain(Reply(row[1]), names: [])
      where wanted.contains(learned.moves[told.move].name) && !told.isMade {
        print(
          "     MISSED \(learned.moves[told.move].name) \(told.confidence) \(told.refusal.map { "\($0)" } ?? "") \(told.nearest.map { "\($0.likeness) \($0.example)" })"
        )
      }
    }
    for match in heard.matches + (heard.nearest.map { [$0] } ?? []) {
      print(
        "     \(heard.matches.isEmpty ? "near" : "heard") \(recogniser.moves[match.move].name) \(match.confidence) '\(match.nearestExample)' \(match.why) \(match.spans.map { row[1][$0] })"
      )
    }
  }
  times.sort()
  print("whole \(whole)/\(count), right \(right), extra \(extra), missed \(missed)")
  if let last = times.last {
    print("median \(times[times.count / 2]), p99 \(times[times.count * 99 / 100]), longest \(last)")
  }
}

/// Milliseconds this process has worked, which others on the machine do not lengthen much.
func labProcessorTime() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }
