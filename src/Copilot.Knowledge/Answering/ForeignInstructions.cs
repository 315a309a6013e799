using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Answering;

/// <summary>
/// Recognises text in a document that speaks to a program rather than to a reader. It is never used as an answer. This is a second
/// lock: a document can't make this room do anything, its words are only ever quoted.
/// </summary>
internal static partial class ForeignInstructions
{
    /// <summary>Says whether a statement is such text.</summary>
    public static bool In(string statement) => Pattern().IsMatch(statement);

    [GeneratedRegex(@"\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:rules?|instructions?|prompts?|guidelines|restrictions|polic(?:y|ies)|above|previous|everything)\b|\b(?:AI|A\.I\.|assistants?|chat\s?bots?|language models?|copilots?|LLMs?|GPT)\b.{0,60}\b(?:must|should|shall|reveal|ignore|approve|say|tell|reading|respond|answer|list|print|output)\b|\byou are now\b|\bsystem prompt\b|\bdeveloper mode\b|\bjailbreak|\b(?:reveal|print|output|list|show)\b.{0,30}\ball (?:customer |our |the |secret |internal )?(?:prices|passwords|secrets|customers|credentials|data)\b|<\s*/?\s*(?:script|system|instructions?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
