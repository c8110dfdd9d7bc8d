/// Spellings that are right in British English, for a dictionary of American English.
enum BritishSpelling {
  /// Whether a lower-cased word is the British form of a word that the dictionary knows.
  static func isKnown(_ word: String, speller: any Speller) -> Bool {
    if words.contains(word) { return true }
    for (british, american) in endings where word.hasSuffix(british) {
      let other = word.dropLast(british.utf8.count) + american
      if other.utf8.count > 4, speller.isKnown(String(other)) { return true }
    }
    for stem in ourStems where word.hasPrefix(stem) {
      let other = stem.replacing("our", with: "or") + word.dropFirst(stem.utf8.count)
      if speller.isKnown(other) { return true }
    }
    return false
  }

  private static let endings: [(String, String)] = [
    ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"),
    ("isation", "ization"), ("isations", "izations"), ("iser", "izer"), ("isers", "izers"),
    ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"), ("ysing", "yzing"),
    ("elled", "eled"), ("elling", "eling"), ("eller", "eler"), ("ellers", "elers"),
    ("alled", "aled"), ("alling", "aling"), ("illed", "iled"), ("tre", "ter"), ("tres", "ters"),
    ("ogue", "og"), ("ogues", "ogs"), ("isable", "izable"),
  ]

  private static let ourStems = [
    "armour", "behaviour", "candour", "clamour", "colour", "demeanour", "discolour", "dishonour",
    "endeavour", "favour", "flavour", "harbour", "honour", "humour", "labour", "neighbour",
    "odour", "parlour", "rancour", "rigour", "rumour", "saviour", "savour", "splendour", "succour",
    "tumour", "unfavour", "valour", "vapour", "vigour",
  ]

  private static let words: Set<String> = [
    "aeroplane", "aeroplanes", "ageing", "aluminium", "artefact", "axe", "burnt", "cheque",
    "cheques", "chequebook", "cosy", "defence", "defences", "dreamt", "draught", "enrol", "enrols",
    "enrolment", "fulfil", "fulfils", "fulfilment", "grey", "instalment", "instalments",
    "jewellery",
    "judgement", "judgements", "kerb", "learnt", "leapt", "licence", "licences", "lorry", "lorries",
    "manoeuvre", "maths", "mum", "mums", "moustache", "offence", "offences", "orientate",
    "orientated", "paediatric", "plough", "practise", "practised", "practises", "practising",
    "pretence", "programme", "programmes", "pyjamas", "sceptical", "skilful", "skilfully", "smelt",
    "spelt", "spilt", "spoilt", "storey", "storeys", "sulphur", "tonne", "tonnes", "tyre", "tyres",
    "whilst", "wilful", "woollen", "yoghurt", "focussed", "focussing", "towards", "afterwards",
    "catalogue", "dialogue", "counsellor", "counsellors", "marvellous", "traveller", "travellers",
  ]
}
