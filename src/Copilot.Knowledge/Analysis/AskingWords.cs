using System.Collections.Frozen;

namespace Copilot.Knowledge.Analysis;

/// <summary>Words of asking by language: they belong to the question rather than to what is asked, and weigh little. English has its own in <see cref="StopWords"/>.</summary>
internal static class AskingWords
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> ByLanguage = new Dictionary<string, FrozenSet<string>>
    {
        ["fr"] = FunctionWords.Of(
            """
            bonjour merci svp plaît dire dis dites dit montrer montre explique expliquer savoir sais sait connaître connaît besoin question réponse règle
            règles politique procédure procédures document documents contrat contrats accord accords temps délai délais jour jours semaine semaines mois
            an ans année années heure heures fois chose choses cas client clients fournisseur fournisseurs valoir vaut applique appliquent prévu prévue
            existe existent donne donner passe passer arrive arriver
            """),
        ["de"] = FunctionWords.Of(
            """
            bitte hallo danke sagen sag sagt zeigen zeig zeige erklären erkläre wissen weiß weiss brauche brauchen frage antwort regel regeln richtlinie
            richtlinien verfahren vorgang dokument dokumente vertrag verträge vertrages vereinbarung vereinbarungen lange lang viel viele zeit frist fristen
            tag tage tagen woche wochen monat monate monaten jahr jahre jahren stunde stunden mal fall falle fällen kunde kunden lieferant lieferanten
            gilt gelten gibt geben geht gehen passiert machen macht mache tun tut kommt kommen bekommt bekommen finden finde steht stehen lassen lässt
            """),
        ["es"] = FunctionWords.Of(
            """
            hola gracias favor decir dime diga dice mostrar muestra explicar explica saber sabe sabemos sé necesito necesita pregunta respuesta regla reglas
            política políticas procedimiento procedimientos documento documentos contrato contratos acuerdo acuerdos tiempo plazo plazos día días semana
            semanas mes meses año años hora horas vez veces cosa cosas caso casos cliente clientes proveedor proveedores vale aplica aplican existe existen
            pasa pasar ocurre dar da dan
            """),
        ["nl"] = FunctionWords.Of(
            """
            hallo dank bedankt alsjeblieft alstublieft graag zeg zeggen zegt toon tonen uitleggen weten weet nodig vraag antwoord regel regels beleid
            procedure procedures document documenten contract contracten overeenkomst overeenkomsten lang tijd termijn termijnen dag dagen week weken maand
            maanden jaar jaren uur uren keer ding dingen geval gevallen klant klanten leverancier leveranciers geldt gelden geeft geven gebeurt maken maakt
            komt komen krijgt krijgen vinden staat staan laten
            """),
        ["it"] = FunctionWords.Of(
            """
            ciao buongiorno grazie favore dire dimmi dica dice mostrare mostra spiegare spiega sapere so sa sappiamo bisogno serve domanda risposta regola
            regole politica procedura procedure documento documenti contratto contratti accordo accordi tempo termine termini giorno giorni settimana
            settimane mese mesi anno anni ora ore volta volte caso casi cliente clienti fornitore fornitori vale valgono applica applicano esiste esistono
            succede dare dà danno previsto prevista
            """),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Says whether a folded word belongs to the asking in a language that is not English.</summary>
    public static bool Contains(string word, string language) => ByLanguage.TryGetValue(language, out var words) && words.Contains(word);
}
