import Domain
import Language

/// Whether the next colleague can go on from the case note: outcome, what was promised, no judgement, nothing made up.
///
/// Does not apply while the talk runs, after a talk of one or two replies in which nothing was done, and where
/// no desk is known (no scenario and no act).
struct CaseNote: CriterionKind {
  let keyword = "case-note"
  let summary =
    "Leaves a true note with the outcome and what was promised, free of judgement, before the end."

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    let notes = reading.actions.filter { $0.isNote && !$0.act.taken.argument.isEmpty }
    guard !notes.isEmpty || Self.isDue(reading) else {
      return Finding.notApplicable("There was nothing yet that a note would have to keep.")
    }
    let texts = notes.map { Reply($0.act.taken.argument) }
    let hits = texts.map { reading.lexicons.hits(in: $0, names: []) }
    let judges = hits.contains { $0[.judgements]?.isEmpty == false || $0[.insults]?.isEmpty == false }
    var finding = Finding()
    finding.ask("Leaves a note", texts.contains { $0.words.count >= 3 })
    let hasOutcome = hits.contains { Self.tellsOutcome($0) }
    let hasPromise = zip(texts, hits).contains(where: Self.promises)
    finding.ask("Says what came out", hasOutcome)
    finding.ask("Says what was promised or is still to do", hasPromise)
    if judges { finding.ask("Judges nobody", false) }
    let isFalse = !FalseNote().breaches(in: reading).isEmpty
    if isFalse { finding.ask("Keeps to what happened", false) }
    if let note = notes.first {
      finding.quote(Quote(turn: note.turn, range: TextRange(0, 0), role: .earned, note: note.asTyped))
    }
    return finding.evidence(
      isFalse
        ? "The note claims what never happened; whoever reads it will tell the customer so."
        : Self.reason(notes: notes.count, judges: judges, hasOutcome: hasOutcome, hasPromise: hasPromise),
      better: Self.better(reading, notes.first, hasOutcome: hasOutcome, hasPromise: hasPromise)
        ?? criterion.better)
  }

  private static func isDue(_ reading: Reading) -> Bool {
    guard reading.isConcluded else { return false }
    let acted = reading.actions.contains { $0.happened && !$0.isNote }
    return acted || (reading.scenario != nil && reading.replies.count > 2)
  }

  /// An outcome, asserted: "not refunded" is one too, "could be refunded" is none.
  private static func tellsOutcome(_ hits: [LexiconName: [Hit]]) -> Bool {
    hits[.outcomes]?.contains { !$0.isReported } ?? false
  }

  private static func promises(_ text: Reply, _ hits: [LexiconName: [Hit]]) -> Bool {
    if hits[.promises]?.isEmpty == false { return true }
    return text.tokens.contains { token in
      switch token.kind {
      case .date, .time, .duration: true
      case .word, .number, .percent, .money, .identifier, .address, .punctuation, .emoji: false
      }
    }
  }

  private static func reason(notes: Int, judges: Bool, hasOutcome: Bool, hasPromise: Bool) -> String {
    if notes == 0 { return "Nobody who opens this case next can see what happened." }
    if judges { return "The customer may read the note one day: keep to what happened." }
    switch (hasOutcome, hasPromise) {
    case (true, true): return "The next colleague can go on from your note."
    case (true, false): return "The note leaves out what was promised or is still to do, and by when."
    case (false, true): return "The note leaves out what came of it."
    case (false, false): return "The note leaves out what came of it, and what was promised by when."
    }
  }

  /// Their own note gone on with what it leaves out, or one from what was done at the desk.
  private static func better(_ reading: Reading, _ note: ReadAction?, hasOutcome: Bool, hasPromise: Bool)
    -> String?
  {
    if let note {
      var words = Substring(note.asTyped)
      while let last = words.last, ".;, ".contains(last) { words = words.dropLast() }
      return words + (hasOutcome ? "" : "; done: ...") + (hasPromise ? "" : "; still to do: ... by ...")
    }
    let done = reading.actions.filter { $0.happened && !$0.isNote }.map { $0.asTyped.dropFirst() }
    return done.last.map { "/note \($0) done; agreed with the customer: ..., still to do: ... by ..." }
  }

  let examples = [
    CriterionExample(
      "outcome and promise", .met, quotes: [""],
      [
        .customer("My parcel is lost."), .trainee("I will send a new one today."), .act("resend"),
        .act("note", "resent A-4412, tracking link promised by 4 pm"), .end(.success),
      ]),
    CriterionExample(
      "no note", .missed,
      [
        .customer("My parcel is lost."), .trainee("I will send a new one today."), .act("resend"),
        .end(.success),
      ]),
    CriterionExample(
      "a note that says nothing", .missed, quotes: [""],
      [
        .customer("My parcel is lost."), .act("resend"), .act("note", "done"), .end(.success),
      ]),
    CriterionExample(
      "a note that judges", .partly, quotes: [""],
      [
        .customer("My parcel is lost."), .act("resend"),
        .act("note", "rude customer, resent, to call tomorrow"), .end(.success),
      ]),
    CriterionExample(
      "in short hand", .met, quotes: [""],
      [
        .customer("My parcel is lost."), .trainee("I will send a new one today.", channel: "phone"),
        .act("resend"),
        .act("note", "parcel lost @ depot, new 1 sent out, cust gets tracking tmrw"), .end(.success),
      ]),
    CriterionExample(
      "a word that says nothing", .missed, quotes: [""],
      [
        .customer("My parcel is lost."), .act("resend"), .act("note", "ok"), .end(.success),
      ]),
    CriterionExample(
      "the talk still runs", .notApplicable,
      [
        .customer("My parcel is lost."), .act("resend"),
      ]),
    CriterionExample(
      "nothing was done", .notApplicable,
      [
        .customer("When do you open?"), .trainee("At nine."), .end(.success),
      ]),
  ]
}
