using System.Text.RegularExpressions;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Writes the plain text of a message; what it quotes of earlier ones stands under a heading of its own.</summary>
internal sealed partial class PlainMail(PartWriter writer)
{
    private readonly List<string> _lines = [];
    private bool _quoted;
    private bool _history;

    /// <summary>Writes a text; gives true where the part is full.</summary>
    /// <param name="text">The text.</param>
    /// <param name="flowed">Whether a blank at a line's end means that the line goes on (RFC 3676).</param>
    public IEnumerable<bool> Write(string text, bool flowed)
    {
        foreach (var raw in CleanText.Of(text).Split('\n'))
        {
            var line = raw;
            var quoted = false;
            while (line.StartsWith('>') || (quoted && line.StartsWith(" >", StringComparison.Ordinal)))
            {
                line = line.TrimStart(' ')[1..];
                quoted = true;
            }

            line = quoted && line.StartsWith(' ') ? line[1..] : line;
            if (!_history && Separator().IsMatch(line))
            {
                End();
                writer.Heading(2, "Earlier message");
                _history = true;
            }
            else if (line.Trim().Length > 0 && quoted != _quoted && !_history)
            {
                Turn(quoted);
            }

            if (line.Trim().Length == 0)
            {
                End();
                if (writer.IsFull)
                {
                    yield return true;
                }
            }
            else if (flowed && _lines.Count > 0 && _lines[^1].EndsWith(' ') && _lines[^1] != "-- ")
            {
                _lines[^1] += line;
            }
            else
            {
                _lines.Add(flowed ? line : line.TrimEnd());
            }
        }

        End();
    }

    private void Turn(bool quoted)
    {
        // "On Monday, Ann wrote:" belongs to what it introduces.
        var introduction = quoted && _lines.Count is 1 or 2 && _lines[^1].TrimEnd().EndsWith(':') ? string.Join('\n', _lines) : null;
        if (introduction is not null)
        {
            _lines.Clear();
        }

        End();
        writer.Heading(2, quoted ? "Earlier message" : "Reply");
        if (introduction is not null)
        {
            _lines.Add(introduction);
        }

        _quoted = quoted;
    }

    private void End()
    {
        writer.Paragraph(string.Join('\n', _lines.Select(l => l.TrimEnd())));
        _lines.Clear();
    }

    [GeneratedRegex(@"^\s{0,3}(?:-{3,12}|_{10,80})\s{0,3}(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Weitergeleitete Nachricht|Forwarded message|Message d'origine|Message transféré|Mensaje original|Mensaje reenviado|Messaggio originale|Messaggio inoltrato|Oorspronkelijk bericht|Doorgestuurd bericht)?\s{0,3}-{0,12}\s{0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Separator();
}
