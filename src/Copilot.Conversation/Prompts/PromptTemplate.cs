using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Conversation.Prompts;

/// <summary>A text with blanks <c>{{$name}}</c>, cut once and filled in one pass: a value that looks like a blank stays what it is.</summary>
internal sealed partial class PromptTemplate
{
    private readonly IReadOnlyList<(string Text, bool IsInput)> _parts;

    private PromptTemplate(IReadOnlyList<(string Text, bool IsInput)> parts) => _parts = parts;

    /// <summary>Gets the names of the blanks.</summary>
    public IEnumerable<string> Inputs => _parts.Where(p => p.IsInput).Select(p => p.Text).Distinct(StringComparer.Ordinal);

    /// <summary>Cuts a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">Makes the exception for a fault, from the line in the text (from 0) and what is wrong.</param>
    /// <exception cref="CopilotException">A blank can't be read.</exception>
    public static PromptTemplate Cut(string text, Func<int, string, CopilotException> fault)
    {
        var parts = new List<(string, bool)>();
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = text.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                throw fault(LineOf(text, open), "a blank is opened with {{ and not closed with }}");
            }

            if (Blank().Match(text[(open + 2)..close]) is not { Success: true } blank)
            {
                throw fault(LineOf(text, open), $"'{{{{{text[(open + 2)..close]}}}}}' is no blank: write {{{{$name}}}}; calls of functions are not supported");
            }

            parts.Add((text[at..open], false));
            parts.Add((blank.Groups[1].Value, true));
            at = close + 2;
        }

        parts.Add((text[at..], false));
        return new PromptTemplate(parts);
    }

    /// <summary>Gets the line of the first use of a blank.</summary>
    public int LineOf(string input)
        => _parts.TakeWhile(p => !p.IsInput || p.Text != input).Where(p => !p.IsInput).Sum(p => p.Text.Count(c => c == '\n'));

    /// <summary>Fills the blanks.</summary>
    /// <param name="value">Gives the value of a blank.</param>
    public string Fill(Func<string, string> value)
    {
        var filled = new StringBuilder();
        foreach (var (text, isInput) in _parts)
        {
            filled.Append(isInput ? value(text) : text);
        }

        return filled.ToString();
    }

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n');

    [GeneratedRegex(@"^\s*\$([A-Za-z][A-Za-z0-9_]*)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
