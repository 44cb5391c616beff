import Language

/// Words that carry grammar or pass between any two people; they say nothing about the matter at hand.
enum WordLists {
  /// Articles, pronouns, prepositions, conjunctions, auxiliaries and negations, in normal form.
  static let grammar = words(
    """
    a an the this that these those some any every each no all both either neither such
    i you he she it we they me him her us them my your his its our their mine yours ours theirs
    myself yourself himself herself itself ourselves yourselves themselves
    who whom whose which what where when why how
    am is are was were be been being do does did doing done have has had having
    will would shall should can could may might must let
    not never nor and or but so if then than because as while although though until unless since
    of in on at by for with to from into onto about over under after before during between through
    up down out off around along against without within per via near across again also too
    there here now just very really still already only even yet
    """)

  /// Content words common to every service talk.
  static let general = words(
    """
    please thank thanks hello hi hey dear yes ok okay well sure right good great fine nice kind kindly
    help want need like know get got give take make go come see say tell ask look try use put keep think
    feel hope wish mean understand believe
    problem issue thing situation matter case trouble inconvenience question request something anything
    nothing everything someone anyone person people human somebody anybody
    service company customer team support contact call chat message reply answer word
    time day today tomorrow yesterday week month year hour minute moment soon later long ago once twice
    one two three first second last next other another more much many most lot bit little
    way back sorry apologise apologize apology
    really actually simply maybe perhaps
    """)

  /// Stems of what a service says of its own work and of itself: it looks, writes, solves, is sorry, and values everybody.
  static let process = Set(
    Reply(
      """
      check find search investigate review examine verify confirm clarify explain inform update notify advise speak
      talk write mail email ring phone text respond reach connect pass forward escalate handle deal process manage
      arrange organise organize sort fix solve resolve settle mend assist serve care value appreciate treasure ensure
      assure guarantee promise commit own stay work do act start begin wait hold bear stand hear listen note read
      follow finish complete close continue improve learn happen let leave owe remain priority attention importance
      satisfaction experience patience feedback concern query enquiry inquiry ticket reason cause solution resolution
      result outcome chance option choice possibility mistake error fault blame failure frustration disappointment
      annoyance stress feeling feelings regret sympathy empathy ownership clarity responsibility responsible impact
      quality standard pleasure joy honour honor business loyalty trust truth fact position place area level happy
      glad sad upset angry frustrated frustrating frustrate annoyed annoying annoy disappointed disappointing
      disappoint unhappy terrible awful bad worse worst better best important quick quickly fast faster slow personal
      personally full fully completely immediate immediately prompt promptly urgent urgently possible impossible able
      available clear clearly correct correctly wrong honest honestly true real sincere sincerely deep deeply truly
      absolute absolutely total totally certain certainly definite definitely exact exactly proper properly concrete
      smooth smoothly whole entire same straight away meanwhile afterwards asap shortly already morning afternoon
      evening night weekend mr mrs ms regards faithfully welcome wonderful lovely pleasant nobody everybody everyone
      guy lad lads folk folks else usual usually normal normally always ever never lots type part piece reference
      refer respect regard apologies pleased delighted thought guess suppose expect worry worried worries relax calm
      easy hard difficult tough rest assured top utmost earliest convenience journey proud proudly dedicated
      commitment committed issues restate identify identity empathise empathize escalation instruction date while cost
      name whether till til
      """
    ).words.map(\.stem)
  ).union(general.map(Stemmer.stem))

  /// Stems of what every service has: pages, forms, desks. Not the customer's thing, unless it is of theirs they speak.
  static let premises = Set(
    Reply(
      """
      step action file record detail details information info data department colleague manager supervisor specialist
      expert agent advisor representative staff office desk side end system site website page app form hotline number
      line link faq portal policy rule procedure term terms condition course
      """
    ).words.map(\.stem))

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}
