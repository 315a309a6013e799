using System.Text.RegularExpressions;

namespace Copilot.Evals.Voices;

/// <summary>A model of small size: it begins with a wrong tool, writes arguments that are no JSON or have names of their own, gets there, and forgets or misspells marks.</summary>
internal sealed class SloppyVoice : GoodVoice
{
    private const string Wrong = "odoo__substitutes";
    private static readonly Regex Mark = new(@"\s*\[(S\d+)\]", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public override VoiceReply Answer(VoiceRequest request)
    {
        if (EarlierTurns.Wanted(request) is { Count: > 0 } wanted)
        {
            return VoiceReply.Says("Here you are:\n" + string.Join('\n', wanted.Select((answer, i) => $"{i + 1}) {Mark.Replace(Shortened(answer), i % 2 == 0 ? " ($1)" : string.Empty)}")));
        }

        if (Script.TurnsAgo > 0 && EarlierTurns.HistoryIn(request) is { } history)
        {
            return VoiceReply.Says("Sure! " + Again(history, Script.TurnsAgo));
        }

        if (request.Tools.Count == 0 || Script.Calls.Count == 0)
        {
            return VoiceReply.Says(Blur(Write(request.Results)));
        }

        return request.Asked switch
        {
            0 => VoiceReply.Asks([new VoiceCall(Wrong, "{\"product\":\"GLV-NIT-L\"}")]),
            1 => VoiceReply.Asks([.. Script.Calls.Select((c, i) => c with { Arguments = i % 2 == 0 ? c.Arguments[..^1] : c.Arguments[..^1] + ",\"made_up\":true}" })]),
            2 => new VoiceReply("Let me look that up properly. ", Script.Calls),
            _ => VoiceReply.Says(Blur(Write(request.Results))),
        };
    }

    private static string Blur(string text)
        => string.Join('\n', text.Split('\n').Select((line, i) => (i % 4) switch
        {
            1 => Mark.Replace(line, string.Empty),
            2 => Mark.Replace(line, " ($1)"),
            _ => line,
        }));
}
