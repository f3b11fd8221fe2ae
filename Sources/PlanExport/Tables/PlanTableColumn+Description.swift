// SPDX-License-Identifier: GPL-2.0-or-later

extension PlanTableColumn {
  /// What the column of a table means, in Swedish; nil where nobody has written it.
  package func swedishDescription(in table: CSVTable) -> String? {
    Self.swedishDescriptions["\(table.rawValue).\(name)"] ?? Self.swedishDescriptions[name]
  }

  /// By the names of columns, with the table before where it differs between tables.
  private static let swedishDescriptions = [shared, plans, items].reduce(into: [:]) {
    $0.merge($1) { first, _ in first }
  }

  private static let shared = [
    "plan_id": "planens namn i den här körningen, samma som JSON-filens namn utan .json",
    "file": "filens namn",
    "year": "året planen gäller",
    "unit": "enheten enligt försättsbladet; ofta tom för textfiler, som saknar försättsblad",
    "direction_number": "numret på det inriktningsmål som raden hör till",
    "direction_title": "kommunfullmäktiges inriktningsmål som raden hör till",
    "area_number": "numret på det mål för verksamhetsområdet som raden hör till",
    "area_title": "kommunfullmäktiges mål för verksamhetsområdet",
    "committee_number": "nämndmålets nummer",
    "committee_title": "nämndens mål",
    "unit_goal_number": "enhetsmålets nummer",
    "unit_goal_title": "enhetens eller avdelningens mål",
    "goal_id": "målets väg i planen, t.ex. 1/1.4/n1/e2; säkert inom en plan men inte mellan år",
    "level":
      "målet som raden hör till: direction = inriktningsmål, area = mål för verksamhetsområdet, committee = nämndmål, unit = enhetsmål",
    "scope": "enhet eller avdelning, bara på enhetsmål",
    "page": "sidan i filen där det börjar, räknad från 1",
    "line": "raden på sidan; i en textfil raden i filen",
  ]

  private static let plans = [
    "document_type": "det som försättsbladet kallar dokumentet",
    "plans.title": "titeln på försättsbladet",
    "committee": "nämnden enligt försättsbladet",
    "municipality": "kommunen enligt försättsbladet",
    "diary_number": "diarienumret enligt försättsbladet",
    "date": "datumet på försättsbladet",
    "sha256": "filens fingeravtryck: två filer med samma är samma fil",
    "media_type": "application/pdf eller text/plain",
    "byte_count": "filens storlek",
    "page_count": "filens sidor",
    "source_title": "titeln som filen själv uppger; ofta fel",
    "source_producer": "programmet som gjorde PDF:en, enligt filen",
    "source_creator": "programmet som texten skrevs i, enligt filen",
    "source_creation_date": "när filen skapades, enligt filen",
    "schema_version": "versionen av tabellernas innehåll",
    "generator_name": "programmet som omvandlade planen",
    "generator_version": "programmets version",
    "direction_goals": "antal inriktningsmål i planen",
    "area_goals": "antal mål för verksamhetsområdet i planen",
    "committee_goals": "antal nämndmål i planen",
    "unit_goals": "antal enhetsmål i planen",
    "plans.sections": "antal avsnitt i hela planen; underrubriker räknas",
    "plans.expected_results": "antal förväntade resultat i hela planen",
    "plans.indicators": "antal rader i indikatortabeller i hela planen",
    "plans.activities": "antal rader i aktivitetstabeller i hela planen",
    "infos": "antal anmärkningar som är upplysningar",
    "warnings": "antal anmärkningar som är varningar",
    "errors": "antal anmärkningar som är fel",
    "source_words": "ord i filen",
    "plan_words": "ord som hamnade i planen",
    "cover_words": "ord som hamnade på försättsbladet",
    "contents_words": "ord som hamnade i innehållsförteckningen",
    "furniture_words": "ord som hamnade i sidhuvud och sidfot",
    "unaccounted_words": "ord som saknas i resultatet eller är för många; ska vara 0",
  ]

  private static let items = [
    "number": "målets nummer",
    "title": "målets rubrik",
    "label": "det som står före rubriken, som det är tryckt: Enhetsmål: 1.4.1.1",
    "goals_below": "antal mål närmast under",
    "sections": "antal avsnitt under just det här målet, underliggande mål inte medräknade",
    "expected_results":
      "antal förväntade resultat under just det här målet, underliggande mål inte medräknade",
    "indicators": "antal indikatorer under just det här målet, underliggande mål inte medräknade",
    "activities": "antal aktiviteter under just det här målet, underliggande mål inte medräknade",
    "part": "introduction = inledningen, goal = under ett mål, closing = efter målen",
    "heading_path": "rubrikerna från den yttersta hit, med > emellan",
    "kind":
      "description = Beskrivning, expectedResults = Förväntat resultat, workingMethods = Arbetssätt, resourceUse = Resursanvändning, followUp = Uppföljning, development = Utveckling, heading = annan rubrik, text = text före första rubriken",
    "heading": "rubriken som den är tryckt",
    "depth": "1, 2, 3 … i inledningen och avslutningen",
    "sections.text": "avsnittets egen text; underrubrikernas text står på deras egna rader",
    "words": "ord i texten",
    "ordinal": "resultatets plats under målet: 1, 2, 3 …",
    "marker": "-, • eller 1. om det finns ett",
    "results.text": "resultatet",
    "name": "indikatorn",
    "target_raw": "enhetens årsmål som cellen är tryckt",
    "target_value": "talet i cellen: 7,2 % ger 7,2",
    "target_unit": "det som står efter talet: %, st, personer …",
    "target_comparator": comparators,
    "council_target_raw": "fullmäktiges årsmål som cellen är tryckt",
    "council_target_value": "talet i cellen",
    "council_target_unit": "det som står efter talet",
    "council_target_comparator": comparators,
    "council_target_year": "året i tabellens rubrik: KF:s årsmål 2026",
    "period": "hur ofta det mäts",
    "activities.text": "aktiviteten",
    "start": "datumet då den börjar",
    "end": "datumet då den ska vara klar",
    "code": "vilken anmärkning det är, se guiden för analytiker",
    "severity": "info = upplysning, warning = varning, error = fel",
    "diagnostics.page": "sidan; tom om det gäller hela planen",
    "diagnostics.line": "raden; tom om det gäller hela planen eller sidan",
    "message": "en mening på engelska",
  ]

  private static let comparators =
    ">= minst, <= högst, = just detta tal eller inget sagt, increase = ska öka, decrease = ska minska; tom: cellen är text"
}
