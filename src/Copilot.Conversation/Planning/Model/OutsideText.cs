using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Conversation.Planning.Model;

/// <summary>
/// The one place where text from outside (results, passages, tickets, earlier turns) enters a prompt: screened, made visible, and between lines that begin with
/// a word that was drawn for this turn, so that no text can know or write it.
/// </summary>
internal sealed class OutsideText
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";
    private readonly Func<string, IReadOnlyList<string>> _screen;
    private readonly HashSet<string> _signals = new(StringComparer.Ordinal);

    /// <summary>Starts a turn.</summary>
    /// <param name="fence">The word that begins and ends outside text.</param>
    /// <param name="screen">Looks for signs of steering.</param>
    public OutsideText(string fence, Func<string, IReadOnlyList<string>> screen)
    {
        Fence = fence;
        _screen = screen;
    }

    /// <summary>Gets the word that begins and ends outside text in this turn.</summary>
    public string Fence { get; }

    /// <summary>Gets the signs of steering found so far.</summary>
    public IReadOnlyCollection<string> Signals => _signals;

    /// <summary>Draws a fence: letters only, so that no mask takes it for a number; 2^72 possibilities.</summary>
    public static string DrawFence() => "outside-" + RandomNumberGenerator.GetString(Letters, 16);

    /// <summary>Fences a text.</summary>
    /// <param name="label">What it is, in words of this program.</param>
    /// <param name="text">The text.</param>
    public string Wrap(string label, string text)
    {
        _signals.UnionWith(_screen(text));
        return $"{Fence} begin: {label}\n{Disarmed(text)}\n{Fence} end";
    }

    /// <summary>Takes out what only a machine would read: invisible characters, the fence itself, the role marks of chat templates.</summary>
    private string Disarmed(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                visible.Append(rune);
            }
        }

        return visible.Replace(Fence, "[…]").Replace("<|", "< |").Replace("|>", "| >").Replace("[INST]", "[ INST ]").Replace("[/INST]", "[ /INST ]").ToString();
    }
}
