using System.Text;

namespace Copilot.Host.Commands;

/// <summary>Makes text from outside safe for a terminal: documents and ERP fields may hold sequences that move the cursor or run commands.</summary>
internal static class TerminalText
{
    /// <summary>Leaves out control characters but line breaks and tabs.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Text that only shows itself.</returns>
    public static string Clean(string text)
    {
        if (!text.Any(IsUnsafe))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !IsUnsafe(c)))
        {
            clean.Append(c);
        }

        return clean.ToString();
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
