import Domain

/// Tells replies that are surely not English: the lists and models here know English alone and would judge any other
/// language as bad service.
///
/// Small words give a language away (prepositions, pronouns, forms of "to be"): as many as English ones twice over,
/// several different ones of one language, or letters that English is not written in. Names, codes, telegrams, dialect
/// and short replies have none of these and stay judged.
enum ForeignWords {
  /// Whether the trainee's replies, all together, are surely not English.
  static func areSpoken(in transcript: Transcript) -> Bool {
    var count = WordCount()
    for turn in transcript.turns {
      if case .reply(let reply, _) = turn.content { count.take(reply.text) }
    }
    return count.isForeign
  }

  /// What every criterion says then.
  static let evidence = Finding.notApplicable("Your replies are not in English; only English is judged.")

  /// Letters by script and small words by language.
  private struct WordCount {
    private var latin = 0
    private var other = 0
    private var english = 0
    private var foreign: [[String: Int]] = Array(repeating: [:], count: ForeignWords.languages.count)

    /// Fewer letters may be a name.
    private static let fewestLetters = 12
    /// Fewer small words, or fewer different ones, may be chance.
    private static let fewestWords = 4
    private static let fewestKinds = 3

    mutating func take(_ text: String) {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) {
        for scalar in word.unicodeScalars {
          if scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value) {
            latin += 1
          } else {
            other += 1
          }
        }
        take(word: String(word))
      }
    }

    private mutating func take(word: String) {
      if ForeignWords.english.contains(word) { english += 1 }
      for index in ForeignWords.speakers[word] ?? [] { foreign[index][word, default: 0] += 1 }
    }

    var isForeign: Bool {
      if other >= Self.fewestLetters { return other > latin }
      return foreign.contains { words in
        let count = words.values.reduce(0, +)
        return words.count >= Self.fewestKinds && count >= Self.fewestWords && count >= 2 * english
      }
    }
  }

  /// English small words.
  private static let english = words(
    """
    a an and are as at be been but by can could did do does for from had has have he her here him his how i if in is it \
    its just let may me my no not now of on or our out please she so sorry than thank thanks that the their them then \
    there these they this to today tomorrow up us was we were what when where which who will with would yes you your
    """)

  /// Small words of other languages, none of them English, nor of a dialect or creole of it, in any of its spellings.
  private static let languages: [Set<String>] = [
    // German
    """
    aber auch auf bei bin bitte das dass der diese dieser ein eine einen einer es für fuer guten haben hallo ich ihr ihre ihnen \
    ist jetzt kann können koennen leid mich mir mit nach nicht noch nur oder schon sehr sich sie sind über und uns unser vielen \
    von vom wenn werden wir wird wurde zu zum zur dank
    """,
    // French
    """
    aujourd avec avez avons bien bonjour c'est ce cela ces cette dans demain des désolé désolée du elle est et être fait \
    il je la le les leur mais merci mes notre nous ou où par pas plus pour qu que qui sera sont sur une vos votre vous
    """,
    // Spanish
    """
    al ahora buenas buenos como con cuando de del desde día donde ella el en es esta este está están gracias hasta hola \
    hoy la las le lo los mañana más muy nuestro para pero por porque que se señor señora siento sin su sus también una \
    usted y ya
    """,
    // Portuguese
    """
    ao aos bom com da das de do dos ela ele em então essa está estou eu já hoje mais mas minha muito na nas no não nós o \
    obrigada obrigado olá os ou para pela pelo por que se sem senhor senhora sua também um uma você
    """,
    // Italian
    """
    abbiamo anche buongiorno ce che ci ciao come con da dal del della delle di dispiace è gli grazie ho il la le lei lo \
    ma mi molto ne nel nella non oggi per più questa questo sarà scusi si sono sua suo sul sulla un una vi
    """,
    // Dutch
    """
    aan alvast bedankt ben bij deze dit dus een en er goedemiddag graag hebben heb heeft het hij ik kan kunt maar mij mijn \
    morgen naar niet nog om onze ook op te u uw van vandaag voor voorgoed wij wordt zal zijn zo
    """,
    // Polish
    """
    ale będzie bardzo czy dla dzień dobry dziękuję i ich jak jest jeszcze już mam na nie o od pan pana pani po proszę \
    przepraszam przez przykro się są ta tak to u w we z za że
    """,
    // Swedish, Danish, Norwegian
    """
    alt att av de den det dig din du eller en er ett från för fra hej hei har i ikke inte jag jeg kan kommer med meg mig \
    mycket nu og och om på skal ska som til till tack tak takk vi være är
    """,
    // Turkish
    """
    ama ben benim bir bu bugün çok da de değil efendim için ile kadar lütfen mi ne olarak özür sizin siz size teşekkür \
    üzgünüm var ve veya yarın
    """,
    // Indonesian and Malay
    """
    ada adalah akan anda atas bisa dalam dan dari dengan di hari ini itu kami karena ke kembali maaf mohon pada saya sudah \
    telah terima tidak untuk yang
    """,
    // Finnish
    "ei että hän hyvää ja joka kiitos kun me meidän minä mutta myös nyt olemme olen on pahoillani se sen teidän teille tämä",
    // Czech and Slovak
    """
    ale bude děkuji do dobrý je jsem jsme jste jsou ještě k na ne pro prosím s se si som tak to u v vám vás ve velmi z za \
    že ďakujem
    """,
    // Romanian
    """
    am astăzi bună ca care cu de din dumneavoastră este în îmi la mai mâine mulțumesc nu o pe pentru rău să sau se sunt și \
    un vă
    """,
    // Hungarian
    "a az de egy és fel hogy holnap is jó kérem köszönöm ma már meg mert nagyon nem ön önnek sajnálom van vagyok vissza",
    // Vietnamese
    "anh bạn cảm cho có của đã để được không là lại lỗi một này ngày ơn rất sẽ tôi tới và về vì với xin",
    // Swahili
    "asante bado hii huu kuhusu kuwa kwa kwamba lakini leo na ni nina pole sana sasa tafadhali utakuwa wa wako wewe ya yako za",
    // Tagalog
    "ang ano ay dahil hindi ito ka kami kayo ko lang mga mo namin ng niyo pa paumanhin po salamat sa siya upang",
  ].map { words($0).subtracting(english).subtracting(creole) }

  /// Words of Englishes that look like another language's small words.
  private static let creole = words(
    """
    an ar ben bin dan dat de dem den dey di die din don e een en er fe fi go haar i im is la lah mek mi na nah nuh o om \
    pa pan se som u un una uno wa we wi ya yu za
    """)

  /// By word, the languages that have it.
  private static let speakers: [String: [Int]] = languages.enumerated().reduce(into: [:]) { known, language in
    for word in language.element { known[word, default: []].append(language.offset) }
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(separator: " ").map(String.init))
  }
}
