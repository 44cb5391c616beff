import Domain
import Language

/// Whether replies have the form their channel asks for; each channel's own questions stand in `ChannelForms`.
///
/// A talk over several channels is asked each one's questions. Does not apply on channels without a form of their
/// own. The points open with useful work, so that a fine form around nothing earns nothing.
struct ChannelForm: CriterionKind {
  let keyword = "channel-form"
  let workAsked = 1
  let summary = "Gives replies the form the channel asks for."
  let forms: ChannelFormCatalog

  init(forms: ChannelFormCatalog = .standard) { self.forms = forms }

  func evidence(in reading: Reading, for criterion: Criterion) -> Evidence {
    guard !reading.replies.isEmpty else {
      return Finding.notApplicable("Nothing was written or said that could have a form.")
    }
    let talks = forms.forms.map { ($0, FormTalk(reading, channels: $0.channels)) }
    let used = talks.filter { form, talk in !talk.replies.isEmpty && form.applies(to: talk) }
    guard !used.isEmpty else { return Finding.notApplicable("This channel has no form of its own.") }
    var finding = Finding()
    var firstLost: FormCheck?
    for (form, talk) in used {
      for check in form.checks(of: talk) {
        let question = used.count == 1 ? check.question : "\(form.title): \(check.question)"
        if check.isAvoidance {
          finding.avoid(question, check.passed)
        } else {
          finding.ask(question, check.passed)
        }
        if let quote = check.quote { finding.quote(quote) }
        if !check.passed, firstLost == nil { firstLost = check }
      }
    }
    var evidence = finding.evidence(
      firstLost?.reason ?? "Your replies have the form people expect here.",
      better: firstLost?.better ?? (firstLost?.example == nil ? criterion.better : nil))
    if evidence.verdict != .met { evidence.example = firstLost?.example }
    return evidence
  }

  var examples: [CriterionExample] { forms.forms.flatMap(\.examples) }
}

/// The form of one channel: two to four questions about how replies are made, not about what they say.
protocol ChannelFormRule: Sendable {
  /// What people read before its questions when a talk used several channels.
  var title: String { get }
  /// Names of the channels it is asked on; empty: on any.
  var channels: Set<String> { get }
  /// Talks with the verdict they must earn; they run as tests of the kind.
  var examples: [CriterionExample] { get }
  /// Whether a talk has what the form is about.
  func applies(to talk: FormTalk) -> Bool
  func checks(of talk: FormTalk) -> [FormCheck]
}

extension ChannelFormRule {
  func applies(to talk: FormTalk) -> Bool { true }
}

/// The forms there are: the table of contents of `ChannelForms`.
public struct ChannelFormCatalog: Sendable {
  let forms: [any ChannelFormRule]

  /// Names of every channel that has a form of its own, sorted.
  public var channels: [String] { Set(forms.flatMap(\.channels)).sorted() }

  /// Every form that comes with Touchpoint.
  public static let standard = ChannelFormCatalog(forms: [
    ChatForm(), EmailForm(), PhoneForm(), SocialForm(), InAppForm(), InPersonForm(), SMSForm(),
    BotHandOffForm(),
  ])
}

/// One answered question of a form.
struct FormCheck {
  var question: String
  var passed: Bool
  /// Whether it asks for something left undone, which is no merit by itself.
  var isAvoidance = false
  var quote: Quote?
  /// To the trainee, when it was missed.
  var reason: String
  /// A sentence that fits any talk.
  var better: String?
  /// A sentence of some other talk, which would tell here what never was.
  var example: String?

  /// A question that was answered by these words, or by their absence.
  init(
    _ question: String, earnedBy quote: Quote?, else reason: String, better: String? = nil,
    example: String? = nil
  ) {
    self.init(question, quote != nil, quote: quote, else: reason, better: better)
    self.example = passed ? nil : example
  }

  /// A question that these words answer with no; nil: nothing is wrong.
  init(_ question: String, lostBy quote: Quote?, else reason: String, better: String? = nil) {
    self.init(question, quote == nil, quote: quote, else: reason, better: better)
    isAvoidance = true
  }

  init(_ question: String, _ passed: Bool, quote: Quote? = nil, else reason: String, better: String? = nil) {
    self.question = question
    self.passed = passed
    self.quote = quote
    self.reason = reason
    self.better = passed ? nil : better
  }
}
