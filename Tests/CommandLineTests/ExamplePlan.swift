// SPDX-License-Identifier: GPL-2.0-or-later

/// A small plan with one of everything.
enum ExamplePlan {
  static let text = """
    Verksamhetsplan 2026 för Lönnens mottagning
    Norra Ekuddens stadsdelsnämnd
    Dnr: NE 2025/17
    2025-12-03

    Inledning

    Mottagningen finns för alla som bor i stadsdelen och som vill ha råd eller sällskap.

    KF:s inriktningsmål: 1. En stad för alla

    KF:s mål för verksamhetsområdet: 1.1 Alla är trygga

    Nämndmål: Alla får stöd

    Enhetsmål: 1.1.1 Vi möter alla lika

    Förväntat resultat

    - Ökad andel nöjda.

     Indikator Årsmål KF:s årsmål år 2026 Periodicitet

     Andel nöjda 7,5 % öka År

     Aktivitet Startdatum Slutdatum

     Vi frågar alla 2026-01-01 2026-12-31

    Övrigt

    Inget finns att säga om något annat än det som redan står i den här planen.

    """

  /// The plan in other bytes for each number, so that it is no duplicate of itself.
  static func text(_ number: Int) -> String {
    text + String(repeating: "\n", count: number)
  }

  /// A text that holds no plan.
  static let letter = "Hej!\n\nVi ses på fredag klockan nio.\n\nHälsningar\nMaj-Lis\n"
}
