using System.Globalization;

namespace Copilot.Governance.Screening;

/// <summary>Whether a text can be a question at all.</summary>
internal static class QuestionShape
{
    /// <summary>Says what is wrong, for people, or null.</summary>
    public static string? Fault(string text, int maxLength)
    {
        if (text.Length > maxLength)
        {
            return string.Create(CultureInfo.InvariantCulture, $"The question has {text.Length:N0} characters; at most {maxLength:N0} are read. Shorten it, or upload the text as a document.");
        }

        var letters = 0;
        var unreadable = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(rune))
            {
                letters++;
            }
            else if (rune.Value == 0xFFFD || (System.Text.Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t')))
            {
                unreadable++;
            }
        }

        return unreadable > 0 && unreadable * 10 > text.Length
            ? "This looks like binary data, not a question. Type the question as text, or upload the file as a document."
            : letters == 0 ? "There is no question here. Type what you would like to know." : null;
    }
}
