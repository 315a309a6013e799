using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Conversation.Planning.Model;

/// <summary>What the prompts of a turn are filled with.</summary>
internal static class TurnPromptInputs
{
    /// <summary>The inputs of the rules of a turn.</summary>
    public static Dictionary<string, string> Rules(RunningTurn turn, EntityNames names, OutsideText outside, ConversationOptions options, bool mayWrite) => new(StringComparer.Ordinal)
    {
        ["today"] = Today(turn),
        ["role"] = turn.Request.Caller.Roles.Count == 0 ? "a colleague" : string.Join(" and ", turn.Request.Caller.Roles.Select(r => r.Replace('-', ' '))),
        ["companies"] = turn.Request.Caller.Companies.Count == 0 ? "the company" : string.Join(", ", turn.Request.Caller.Companies.Select(c => c.Name)),
        ["focus"] = turn.Request.Focus is { } focus ? FocusOf(focus, names) : "none",
        ["attachments"] = turn.Attachments.Count == 0 ? "none" : string.Create(CultureInfo.InvariantCulture, $"{turn.Attachments.Count}, searched together with the company's documents"),
        ["language"] = Language(turn.Request.Caller.Language),
        ["fence"] = outside.Fence,
        ["limits"] = string.Create(CultureInfo.InvariantCulture, $"At most {options.ModelSteps} steps and {options.ModelToolCalls} calls in this turn. {(mayWrite ? "A tool that changes something only proposes it; a person decides." : "You can look things up and change nothing.")}"),
    };

    /// <summary>The inputs of a draft.</summary>
    public static Dictionary<string, string> Draft(RunningTurn turn, OutsideText outside) => new(StringComparer.Ordinal)
    {
        ["today"] = Today(turn),
        ["language"] = Language(turn.Request.Caller.Language),
        ["writer"] = turn.Request.Caller.DisplayName,
        ["about"] = turn.Request.Question.ReplaceLineEndings(" "),
        ["fence"] = outside.Fence,
    };

    private static string Today(RunningTurn turn) => turn.Context().Today.ToString("dddd, d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string FocusOf(RecordRef focus, EntityNames names)
        => names.Entities.FirstOrDefault(e => e.Record == focus) is { } entity ? $"{SlotWords.Noun(entity.Kind)} {entity.Canonical}" : string.Create(CultureInfo.InvariantCulture, $"{focus.Model} {focus.Id}");

    private static string Language(string code) => code switch
    {
        "de" => "German",
        "fr" => "French",
        "es" => "Spanish",
        "nl" => "Dutch",
        "it" => "Italian",
        "en" => "English",
        _ => $"the language with the ISO code {code}",
    };
}
