using System.Text.RegularExpressions;

namespace Copilot.Conversation.Planning;

/// <summary>Finds the words that somebody wants written as they are: behind "saying", "that says" or a colon, in quotation marks, or behind "a note that".</summary>
internal static partial class MessageReader
{
    /// <summary>Finds them.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The words, and the question without them; null when there are none.</returns>
    public static (string Message, string Around)? Find(string question)
    {
        var quoted = Quoted().Matches(question);
        bool Outside(Match m) => !quoted.Any(q => m.Index > q.Index && m.Index < q.Index + q.Length);
        var said = Introduced().Matches(question).FirstOrDefault(Outside);
        if (said is not null)
        {
            var rest = question[(said.Index + said.Length)..].Trim();
            if (Quoted().Match(rest) is { Success: true, Index: 0 } whole)
            {
                return Of(Inner(whole), question[..said.Index] + " " + rest[whole.Length..]);
            }

            return Of(rest, question[..said.Index]);
        }

        if (quoted.Count > 0)
        {
            return Of(Inner(quoted[0]), question[..quoted[0].Index] + " " + question[(quoted[0].Index + quoted[0].Length)..]);
        }

        return Noted().Match(question) is { Success: true } noted ? Of(noted.Groups["words"].Value, question[..noted.Groups["that"].Index]) : null;
    }

    private static (string Message, string Around)? Of(string message, string around)
        => message.Trim().Length > 0 && around.Trim().Length > 0 ? (message.Trim(), around.Trim()) : null;

    private static string Inner(Match quoted) => quoted.Groups.Cast<Group>().Skip(1).First(g => g.Success).Value;

    [GeneratedRegex(@"\b(?:note|remark|comment|memo|reminder|write|log|record)\b[^?\n]{0,80}?\s(?<that>that)\s+(?<words>\S.+)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Noted();

    // An apostrophe opens a quotation only after a space or colon, and closes it only before the end, a space or a mark.
    [GeneratedRegex(@"“([^”]{1,4000})”|„([^“”]{1,4000})[“”]|«([^»]{1,4000})»|""([^""]{1,4000})""|(?<=[\s:])'((?:[^']|'(?=\w)){3,4000})'(?=$|[\s.,;!?])")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"(?:(?:,|\band)?\s*\b(?:saying|that says|which says|that reads|reading|with the (?:text|words|message|note)|(?:and )?(?:say|write|tell (?:him|her|them)) that|to say that|to the effect that)\b\s*:?\s*)|:\s+(?!$)|:(?=[""“„«'])", RegexOptions.IgnoreCase)]
    private static partial Regex Introduced();
}
