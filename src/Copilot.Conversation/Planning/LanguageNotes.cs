namespace Copilot.Conversation.Planning;

/// <summary>The few sentences this product says in other languages until it speaks them.</summary>
internal static class LanguageNotes
{
    /// <summary>Says that answers are in English.</summary>
    public static string AnswersInEnglish(string language) => language switch
    {
        "de" => "Ich antworte zurzeit nur auf Englisch.",
        "fr" => "Pour le moment, je réponds uniquement en anglais.",
        "es" => "Por ahora respondo solo en inglés.",
        "nl" => "Ik antwoord voorlopig alleen in het Engels.",
        "it" => "Per ora rispondo solo in inglese.",
        _ => "I answer in English at present.",
    };

    /// <summary>Says that the question was not understood and asks for English.</summary>
    public static string AsksForEnglish(string language) => language switch
    {
        "de" => "Diese Frage habe ich nicht sicher verstanden. Ich antworte zurzeit nur auf Englisch; bitte stellen Sie sie auf Englisch.",
        "fr" => "Je n’ai pas compris cette question avec certitude. Pour le moment, je réponds uniquement en anglais ; merci de la poser en anglais.",
        "es" => "No he entendido esta pregunta con seguridad. Por ahora respondo solo en inglés; hágala en inglés, por favor.",
        "nl" => "Ik heb deze vraag niet zeker begrepen. Ik antwoord voorlopig alleen in het Engels; stel de vraag alstublieft in het Engels.",
        "it" => "Non ho capito con certezza questa domanda. Per ora rispondo solo in inglese; la prego di porla in inglese.",
        _ => "I did not understand this question; I answer in English at present.",
    };
}
