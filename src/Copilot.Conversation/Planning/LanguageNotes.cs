using Copilot.Conversation.Speaking;

namespace Copilot.Conversation.Planning;

/// <summary>What is said to somebody who asks in another language, until the rules write findings in it.</summary>
internal static class LanguageNotes
{
    /// <summary>Says that answers are in English.</summary>
    public static string AnswersInEnglish(string language) => Phrases.In(language, "I answer in English at present.");

    /// <summary>Says that the question was not understood and asks for English.</summary>
    public static string AsksForEnglish(string language) => Phrases.In(language, "I did not understand this question; I answer in English at present.");
}
