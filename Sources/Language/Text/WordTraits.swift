/// What the grammar rules need to know of a word: one lookup a token, closed word classes only.
struct WordTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let pronoun = WordTraits(rawValue: 1 << 0)
  static let speaker = WordTraits(rawValue: 1 << 1)
  static let listener = WordTraits(rawValue: 1 << 2)
  static let other = WordTraits(rawValue: 1 << 3)
  static let thing = WordTraits(rawValue: 1 << 4)
  /// be, have, do and the modals.
  static let auxiliary = WordTraits(rawValue: 1 << 5)
  static let modal = WordTraits(rawValue: 1 << 6)
  static let determiner = WordTraits(rawValue: 1 << 7)
  static let preposition = WordTraits(rawValue: 1 << 8)
  /// Starts a new clause wherever it stands: but, because, although.
  static let clauseOpener = WordTraits(rawValue: 1 << 9)
  /// Starts a new clause when a subject or a verb follows: and, or, so, then.
  static let joiner = WordTraits(rawValue: 1 << 10)
  /// when, where, once, that: a clause after it belongs to what came before.
  static let subordinator = WordTraits(rawValue: 1 << 11)
  static let question = WordTraits(rawValue: 1 << 12)
  static let negator = WordTraits(rawValue: 1 << 13)
  /// Tells what another said: said, told, claimed.
  static let reporting = WordTraits(rawValue: 1 << 14)
  /// Takes a whole statement: think, know, sure, promise, sorry.
  static let complementTaker = WordTraits(rawValue: 1 << 15)
  /// Asks for something when it opens a clause: tell, send, confirm.
  static let asking = WordTraits(rawValue: 1 << 16)
  /// Verb after which "if" means "whether": check, see, know.
  static let wondering = WordTraits(rawValue: 1 << 17)
  /// Greets, agrees or fills: skipped where a clause is opened.
  static let opener = WordTraits(rawValue: 1 << 18)
  /// Does the deed by being said: sorry, thanks, hello, goodbye, congratulations.
  static let expressive = WordTraits(rawValue: 1 << 19)
  /// Colours a statement but carries little of it: really, just, now, please.
  static let adverb = WordTraits(rawValue: 1 << 20)

  /// Words of grammar, found in every text.
  static let light: WordTraits = [
    .pronoun, .auxiliary, .determiner, .preposition, .clauseOpener, .joiner, .subordinator, .question,
    .negator,
  ]

  static func of(_ word: String) -> WordTraits { table[word] ?? [] }

  private static let table: [String: WordTraits] = {
    var table: [String: WordTraits] = [:]
    for (traits, words) in classes {
      for word in words.split(separator: " ") { table[String(word), default: []].formUnion(traits) }
    }
    return table
  }()

  private static let classes: [(WordTraits, String)] = [
    ([.pronoun, .speaker], "i we"),
    ([.pronoun, .listener], "you"),
    ([.pronoun, .other], "he she they"),
    ([.pronoun, .thing], "it this that there these those"),
    ([.pronoun], "me us him her them myself ourselves yourself themselves itself someone anyone everyone"),
    ([.pronoun], "something anything everything mine yours ours"),
    ([.determiner], "a an the my your our his its their this that these those some any every each"),
    ([.auxiliary], "am is are was were be been being have has had having do does did doing"),
    ([.auxiliary, .modal], "will would can could shall should may might must"),
    (
      [.preposition],
      "of in on at by for with to from about into onto over under after before during between through as off"
    ),
    ([.preposition], "up out down around along across near against without within per via than like"),
    ([.clauseOpener], "but however although though because whereas unless except yet otherwise"),
    ([.clauseOpener, .subordinator], "if while until till since"),
    ([.joiner], "and or so then plus also nor"),
    ([.subordinator], "that when where once after before as which who whom whose whenever"),
    ([.question], "what when where why how which who whom whose"),
    ([.negator], "not never no none nothing nobody neither nor without hardly barely nowhere"),
    ([.negator], "unable refuse refused refusing decline declined impossible"),
    (
      [.reporting],
      "said says told tells mentioned mentions claimed claims promised wrote stated explained assured assures reported reports informed"
    ),
    (
      [.complementTaker],
      "think thinks thought believe know knew say says said tell told hope hoping guarantee promise promised sure certain sorry"
    ),
    (
      [.complementTaker],
      "afraid glad happy wish understand see feel mean bet guess suppose imagine assure confirm confirmed expect remember because apologise"
    ),
    ([.complementTaker], "apologize explain explained show shows ensure appreciate regret"),
    (
      [.asking],
      "tell give send confirm provide describe share spell verify state read repeat show email let type enter"
    ),
    (
      [.wondering],
      "check checking see seeing know knowing ask asking tell wonder wondering sure find confirm verify determine"
    ),
    (
      [.opener],
      "hi hello hey ok okay so well and but right yes no sure great thanks please now dear oh ah alright fine"
    ),
    ([.opener], "first then also next"),
    (
      [.expressive],
      "sorry apology apologies apologise apologize apologised apologized apologising apologizing regret"
    ),
    ([.expressive], "thank thanks thankful grateful hello hi goodbye bye welcome congratulations"),
    (
      [.adverb],
      "really very truly so just now right please also too quite even still already again ever soon well there here"
    ),
    ([.adverb], "actually simply kindly ok okay yes hi hey oh ah indeed perhaps maybe quickly straight away"),
    ([.adverb], "first next then today much more most all only bit lot lots"),
  ]
}
