namespace Copilot.ThoroughTests.Knowledge.Retrieval.Languages;

/// <summary>German papers of a distributor, and questions that ask in other forms of their words.</summary>
internal static class GermanSet
{
    public static IReadOnlyDictionary<string, string> Documents { get; } = new Dictionary<string, string>
    {
        ["ruecknahme"] = "Unbenutzte Artikel nehmen wir innerhalb von 30 Tagen zurück. Die Rücksendung ist vorher anzumelden; geöffnete Packungen sind von der Rückgabe ausgeschlossen.",
        ["lieferbedingungen"] = "Allgemeine Lieferbedingungen: Geliefert wird frei Haus ab einem Bestellwert von 400 Euro. Darunter trägt der Käufer die Fracht. Teillieferungen sind zulässig.",
        ["zahlung"] = "Rechnungen sind dreißig Tage nach Erhalt ohne Abzug zu begleichen. Gerät der Käufer in Verzug, werden Zinsen berechnet. Bei Zahlung binnen zehn Tagen gewähren wir zwei Prozent Skonto.",
        ["gefahrgut"] = "Gefährliche Stoffe lagern getrennt in Zone H. Brennbare Flüssigkeiten stehen in Wannen. Vor dem Versand ist das Sicherheitsdatenblatt zu prüfen.",
        ["inventur"] = "Die Bestände werden zweimal im Jahr gezählt. Weicht das Ergebnis ab, zählt eine zweite Person nach. Differenzen über 200 Euro meldet der Schichtleiter.",
        ["kuendigung"] = "Der Rahmenvertrag läuft zwei Jahre. Er kann von jeder Partei mit einer Frist von drei Monaten zum Jahresende schriftlich gekündigt werden.",
        ["reklamation"] = "Mängel sind unverzüglich anzuzeigen, verborgene Fehler spätestens nach ihrer Entdeckung. Die beanstandete Ware wird ersetzt oder der Preis gemindert.",
        ["verpackung"] = "Paletten werden gestretcht und mit Kantenschützern versehen. Kartons über 25 kg sind als schwer zu kennzeichnen. Leergut wird getauscht.",
        ["kredit"] = "Neukunden erhalten ein Limit von 5.000 Euro. Höhere Beträge genehmigt die Leitung der Buchhaltung. Ein gesperrtes Konto wird erst nach Ausgleich freigegeben.",
        ["bonus"] = "Am Ende des Jahres vergüten wir Großabnehmern einen Bonus: ab 50.000 Euro Umsatz ein Prozent, ab 100.000 Euro zwei Prozent. Ausgezahlt wird im Januar.",
        ["stapler"] = "Stapler dürfen nur Mitarbeiter fahren, die einen Schein besitzen. Vor jeder Schicht prüft der Fahrer Bremsen, Gabeln und Reifen. Defekte Geräte werden stillgelegt.",
        ["garantie"] = "Auf Werkzeuge geben wir zwei Jahre Garantie. Verschleißteile wie Bohrer und Sägeblätter sind ausgenommen. Reparaturen dauern höchstens drei Wochen.",
        ["export"] = "Sendungen in die Schweiz und nach Norwegen brauchen Zollpapiere. Der Ursprung der Güter ist nachzuweisen; die Abgaben trägt der Empfänger.",
        ["muster"] = "Kostenlose Muster erhalten Kunden bis zu einem Wert von 50 Euro. Der Vertrieb trägt sie in die Liste ein. Teurere Proben werden berechnet.",
        ["wareneingang"] = "Angelieferte Paletten werden an Rampe 2 ausgeladen und gezählt. Beschädigte Stücke kommen in das Sperrlager; der Fahrer bestätigt den Schaden auf dem Lieferschein.",
        ["kuehlung"] = "Kühlpflichtige Klebstoffe lagern bei zwei bis acht Grad. Die Temperaturen werden stündlich aufgezeichnet; bei Abweichungen wird der Bereich geräumt.",
        ["preise"] = "Unsere Preise gelten bis zum Quartalsende. Steigen die Kosten der Hersteller um mehr als fünf Prozent, passen wir die Listen an und kündigen das vier Wochen vorher an.",
        ["storno"] = "Aufträge lassen sich stornieren, solange die Kommissionierung nicht begonnen hat. Danach berechnen wir eine Pauschale von 35 Euro.",
        ["unfall"] = "Unfälle und Verletzungen sind sofort zu melden. Ersthelfer stehen in jeder Halle bereit; der Verbandskasten hängt neben der Tür.",
        ["reise"] = "Die Genehmigung einer Reise und die Prüfung der Belege liegen beim Vorgesetzten. Eine Stornierung ist dem Büro mitzuteilen.",
        ["krankmeldung"] = "Die Krankmeldung geht an das Personalbüro. Jede Meldung ist am ersten Tag fällig; die Berechnung des Lohns folgt im nächsten Monat.",
        ["parkplatz"] = "Die Kennzeichnung der Plätze ist zu beachten. Der Betrag für einen Stellplatz wird vom Lohn abgezogen; ein Schein liegt im Wagen.",
        ["schulung"] = "Die Schulung umfasst eine Anmeldung, eine Prüfung und eine Bewertung. Der Stoff ist im Netz zu finden; die Vergütung läuft weiter.",
        ["vertreter"] = "Außendienstmitarbeiter erhalten Provisionen auf bezahlte Rechnungen. Abgerechnet wird monatlich; Spesen sind mit Belegen einzureichen.",
    };

    public static IReadOnlyList<(string Question, string Document)> Questions { get; } =
    [
        ("Kann ein unbenutzter Artikel zurückkommen?", "ruecknahme"),
        ("geöffnete Packung", "ruecknahme"),
        ("Wer trägt die Frachten?", "lieferbedingungen"),
        ("Teillieferung zulässig?", "lieferbedingungen"),
        ("Zins bei verspäteter Rechnung", "zahlung"),
        ("Abzüge bei schnellen Zahlungen", "zahlung"),
        ("Wo lagert ein gefährlicher Stoff?", "gefahrgut"),
        ("brennbare Flüssigkeit", "gefahrgut"),
        ("Prüfung des Sicherheitsdatenblatts", "gefahrgut"),
        ("Wer meldet eine Differenz?", "inventur"),
        ("Zählung von Beständen", "inventur"),
        ("Rahmenverträge der Parteien", "kuendigung"),
        ("Anzeige eines Mangels", "reklamation"),
        ("verborgener Fehler", "reklamation"),
        ("Kennzeichnung eines schweren Kartons", "verpackung"),
        ("Wer genehmigt einen höheren Betrag?", "kredit"),
        ("gesperrte Konten", "kredit"),
        ("Vergütung eines Großabnehmers", "bonus"),
        ("Bremse und Gabel des Geräts", "stapler"),
        ("Garantie für ein Werkzeug", "garantie"),
        ("Dauer einer Reparatur", "garantie"),
        ("Sendung nach Norwegen", "export"),
        ("Ursprung eines Guts", "export"),
        ("kostenloses Muster", "muster"),
        ("beschädigtes Stück einer Palette", "wareneingang"),
        ("kühlpflichtiger Klebstoff", "kuehlung"),
        ("Aufzeichnung der Temperatur bei einer Abweichung", "kuehlung"),
        ("höherer Preis des Herstellers", "preise"),
        ("Stornierung eines Auftrags", "storno"),
        ("Berechnung einer Pauschale für einen Auftrag", "storno"),
        ("Meldung einer Verletzung", "unfall"),
        ("Provision des Außendienstmitarbeiters", "vertreter"),
    ];
}
