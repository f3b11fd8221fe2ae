// SPDX-License-Identifier: GPL-2.0-or-later

/// The words of a municipality that calls everything otherwise, and a plan in them.
package enum OtherVocabulary {
  /// A vocabulary file.
  package static let json = """
    {
      "schemaVersion": "1.0", "name": "Klippvik", "language": "sv",
      "goalLabels": [
        { "level": "direction", "scope": null, "labels": ["Vision"] },
        { "level": "area", "scope": null, "labels": ["Strategiskt område"] },
        { "level": "committee", "scope": null, "labels": ["Utskottets riktning"] },
        { "level": "unit", "scope": "enhet", "labels": ["Löfte"] },
        { "level": "unit", "scope": "avdelning", "labels": ["Teamlöfte"] }
      ],
      "sectionHeadings": [
        { "kind": "description", "headings": ["Bakgrund"] },
        { "kind": "expectedResults", "headings": ["Vad vi vill se"] },
        { "kind": "workingMethods", "headings": ["Så gör vi"] }
      ],
      "contentsHeadings": ["I det här häftet"],
      "introductionHeadings": ["Välkommen"],
      "closingHeadings": ["Pengarna"],
      "indicatorTable": {
        "name": ["Mått"], "target": ["Vårt värde"], "councilTarget": ["Kommunens värde"],
        "period": ["Mäts"]
      },
      "activityTable": { "text": ["Insats"], "start": ["Från"], "end": ["Till och med"] },
      "periods": ["Årligen", "Månadsvis"],
      "targetPhrases": ["Kommer senare"],
      "comparators": [{ "comparator": ">=", "words": ["åtminstone"] }],
      "units": ["%", "poäng"],
      "suspendedHyphenWords": ["och"],
      "pageCounterWords": ["Blad"],
      "pageCounterJoiners": ["av"],
      "cover": {
        "documentTypes": ["Årsplan"], "documentMarks": [], "titleJoiners": ["för"],
        "diaryNumberLabels": ["Diarium"], "addresseeLabels": [], "contactLabels": [],
        "committeeSuffixes": ["utskott"], "administrationSuffixes": ["kontor"],
        "municipalityWords": ["kommun"],
        "months": ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
          "september", "oktober", "november", "december"]
      }
    }
    """

  /// A plan that the built-in vocabulary finds no goal in.
  package static let plan = """
    Årsplan 2031 för Fyrens skola
    Barn- och ungdomsutskottet
    Välkommen
    Skolan ligger vid havet och har hundra elever som kommer från hela kommunen varje dag.
    Vision: 1. Klippvik lever
    Strategiskt område: 1.2 Alla lär sig
    Utskottets riktning: Alla får vara med
    Löfte: 1.2.1 Vi läser varje dag
    Bakgrund
    Många elever läser för lite.
    Vad vi vill se
    - fler lånade böcker
    Mått Vårt värde Kommunens värde 2031 Mäts
    Antal lånade böcker åtminstone 90 % 80 % Årligen
    Insats Från Till och med
    Ny bokbuss 2031-01-01 2031-06-30
    Teamlöfte: Vi sjunger
    Pengarna
    Skolan har den budget som den har, och den räcker för det som står i den här planen.
    """
}
