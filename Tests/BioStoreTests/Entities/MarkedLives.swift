/// A passage of an invented life. Brackets hold a mention and, behind the bar, whom or what it means.
///
/// `[she|Ana Kovač]` means the entity of that name; `[they|Ana Kovač + Ivan Marin]` several; `[his wife|*]` somebody without a
/// name; `[Kermit|-]` no person.
struct MarkedLife: Sendable {
  let title: String
  let text: String
}

let markedLives: [MarkedLife] = [
  MarkedLife(
    title: "Ana Kovač",
    text: """
      Ana Kovač (1820–1891) was a novelist. [She|Ana Kovač] was born in Zadar, the daughter of Ivan Kovač, a merchant, and \
      [his wife|Marija Babić] Marija Babić. [Her father|Ivan Kovač] died in 1830, and [her mother|Marija Babić] opened a school. \
      [The school|school] failed after two years. In 1841 [she|Ana Kovač] married the printer Petar Lovrić. [The couple|Ana Kovač + Petar Lovrić] moved to \
      Trieste, where [her husband|Petar Lovrić] founded the newspaper Tribuna. [The newspaper|Tribuna] was banned in 1849. [Lovrić|Petar Lovrić] fled, but \
      [his wife|Ana Kovač] stayed with [her mother|Marija Babić].
      """),
  MarkedLife(
    title: "Ivan Marin",
    text: """
      Ivan Marin (1870–1938) was a politician. In 1895 [he|Ivan Marin] joined the Workers' League of Ruritania (WLR), and in 1899 \
      [Marin|Ivan Marin] was elected to the Central Council. [The council|Central Council] met in Split. [The league|Workers' League of Ruritania] expelled [him|Ivan Marin] in 1905. \
      Petar Lovrić, who led the [WLR|Workers' League of Ruritania] at the time, accused [Marin|Ivan Marin] of theft, but [he|Petar Lovrić] later withdrew the charge. \
      [The two men|Ivan Marin + Petar Lovrić] never met again. [Marin|Ivan Marin] died in Zadar.
      """),
  MarkedLife(
    title: "Marko Vidal",
    text: """
      Marko Vidal (born 1950) is a singer. [He|Marko Vidal] grew up in Lisbon with [his brother|Luka] Luka. [The brothers|Marko Vidal + Luka] formed the band Norte in 1968. \
      [The band|Norte] broke up in 1974. [Luka|Luka] became a teacher, while [Marko|Marko Vidal] went on alone. [Their sister|Rosa Vidal], Rosa Vidal, wrote \
      [his|Marko Vidal] first song. [She|Rosa Vidal] died in 1990. [Vidal|Marko Vidal] lives in Porto with [his|Marko Vidal] two dogs, [Biscuit|-] and [Pepper|-].
      """),
  MarkedLife(
    title: "Pavel Orlin",
    text: """
      Pavel Andreyevich Orlin (1840–1902) was a chemist. [Orlin|Pavel Andreyevich Orlin] was the son of Andrei Orlin, a priest, and [his wife|*]. \
      [Pavel Andreyevich|Pavel Andreyevich Orlin] studied in Kazan. In 1870 [he|Pavel Andreyevich Orlin] married Vera Belova. [Vera Orlina|Vera Belova] translated [his|Pavel Andreyevich Orlin] books. \
      [His father|Andrei Orlin] opposed the marriage.
      """),
  MarkedLife(
    title: "Jelena Horvat",
    text: """
      Jelena Horvat (née Babić; 1901–1977) was a botanist. [Babić|Jelena Horvat] graduated from the University of Zagreb in 1924. There [she|Jelena Horvat] met the geologist \
      Stjepan Horvat, whom [she|Jelena Horvat] married in 1926. [Stjepan Horvat|Stjepan Horvat] taught at [the university|University of Zagreb]. [They|Jelena Horvat + Stjepan Horvat] had a daughter, \
      Nada. In 1940 [Horvat|Jelena Horvat] published [her|Jelena Horvat] first book, and [her daughter|Nada] drew the plates. [Nada|Nada] later became a painter.
      """),
  MarkedLife(
    title: "Ivan Berg (architect)",
    text: """
      Ivan Berg (1810–1880) was an architect. [His son|Ivan Berg], Ivan Berg, was a sculptor. [The elder Berg|Ivan Berg] built the town hall of Lowmoor. \
      In 1850 [he|Ivan Berg] hired Tomas Reed. [Reed|Tomas Reed] admired [him|Ivan Berg] and named [his|Tomas Reed] daughter Ivana.
      """),
  MarkedLife(
    title: "Karl II of Ruritania",
    text: """
      Karl II (1402–1451) was King of Ruritania. [The king|Karl II] had two sisters, Elsa and Brigit. [Elsa|Elsa] married Duke Otto of Harrowgill. In 1430 \
      [the duke|Otto of Harrowgill] rebelled against [Karl|Karl II]. [He|Otto of Harrowgill] was defeated, and [his wife|Elsa] fled to Lowmoor. [The king|Karl II] died without children, \
      and [his sister|Brigit] Brigit succeeded [him|Karl II].
      """),
  MarkedLife(
    title: "Ibrahim al-Kadi",
    text: """
      Ibrahim al-Kadi (c. 980 – 1045) was a physician. [Al-Kadi|Ibrahim al-Kadi] was born in Nishapur and studied under Yusuf ibn Harun. [His teacher|Yusuf ibn Harun] sent \
      [him|Ibrahim al-Kadi] to Baghdad, where [he|Ibrahim al-Kadi] served in the Adudi Hospital. [The hospital|Adudi Hospital] burned down in 1020. [He|Ibrahim al-Kadi] then returned to \
      Nishapur, and [Yusuf|Yusuf ibn Harun] received [him|Ibrahim al-Kadi] as a son.
      """),
  MarkedLife(
    title: "Tomas Reed",
    text: """
      Tomas Reed (born 3 May 1985) is a footballer who played for FK Zadar. [The club|FK Zadar] sold [him|Tomas Reed] to Norte United in 2006. [Reed|Tomas Reed] scored ten goals \
      for [United|Norte United]. [His coach|*] praised [him|Tomas Reed]. In 2010 [he|Tomas Reed] opened a restaurant with [his wife|Mina], Mina. [She|Mina] ran [the restaurant|restaurant] \
      until 2015.
      """),
  MarkedLife(
    title: "Clara Winslow",
    text: """
      Clara Winslow (1855–1930) was an American nurse. [Her parents|Edward Winslow + Harriet Winslow], Edward and Harriet Winslow, were farmers. In 1879 [she|Clara Winslow] moved to Boston with \
      [her friend|Emily Stone] Emily Stone. [The two women|Clara Winslow + Emily Stone] shared a house. [Stone|Emily Stone] taught at the Marlow School, while [Winslow|Clara Winslow] worked at \
      a hospital. [The hospital|hospital] dismissed [her|Clara Winslow] in 1885. [Edward Winslow|Edward Winslow] died that year.
      """),
  MarkedLife(
    title: "Anton Falk",
    text: """
      Anton Falk (1888–1943) was a soldier. In 1914 [he|Anton Falk] enlisted in the Third Adriatic Regiment. [The regiment|Third Adriatic Regiment] was sent to Petrograd. \
      In [St Petersburg|Petrograd] [Falk|Anton Falk] met General Viktor Sorin, [who|Viktor Sorin] made [him|Anton Falk] [his|Viktor Sorin] adjutant. [The general|Viktor Sorin] was shot in 1918. \
      [His adjutant|Anton Falk] escaped to Vienna, and [his|Anton Falk] brother Emil hid [him|Anton Falk] there.
      """),
  MarkedLife(
    title: "Lin Mei",
    text: """
      Lin Mei (Chinese: 林梅美玉琪花; born 1960) is a Chinese architect. [Lin|Lin Mei] studied at the Marlow School. With [her husband|Chen Bo], Chen Bo, [she|Lin Mei] founded \
      the company Red Gate in 1990. [The company|Red Gate] built the Harbour Museum. [Chen|Chen Bo] left [it|Red Gate] in 2001, and [the two|Lin Mei + Chen Bo] divorced. [She|Lin Mei] \
      lives with [her|Lin Mei] cat, [Mimi|-].
      """),
  MarkedLife(
    title: "Sofia Lund",
    text: """
      Sofia Lund (1899–1980) was a Danish actress. [Her first husband|Erik Dahl] was the director Erik Dahl. [They|Sofia Lund + Erik Dahl] had twins, Nils and Karen. \
      [The twins|Nils + Karen] grew up with [their grandmother|*]. After [Dahl|Erik Dahl] died, [Lund|Sofia Lund] married Otto Brandt. [Brandt|Otto Brandt] was a banker, and \
      [he|Otto Brandt] paid for [his wife|Sofia Lund]'s theatre. [Nils|Nils] became an actor, and [his sister|Karen] became a doctor.
      """),
  MarkedLife(
    title: "John Harker",
    text: """
      John Harker (1741–1809) was an English clergyman. [Harker|John Harker] was educated at Westbury College by Dr. Samuel Pole. [Dr. Pole|Samuel Pole] recommended [him|John Harker] to Lord \
      Ashcombe, [whose|Ashcombe] sons [he|John Harker] taught. [Ashcombe|Ashcombe] gave [him|John Harker] the parish of Selby. In 1775 [he|John Harker] married Jane, daughter of Thomas Wood, and \
      [she|Jane] bore [him|John Harker] five children. [Wood|Thomas Wood] left [his daughter|Jane] a house.
      """),
]
