using System.Text.RegularExpressions;

namespace Copilot.Evals.Truth;

/// <summary>A call such as <c>stock.free(GLV-NIT-L, LYO)</c>, taken apart.</summary>
internal sealed record FactExpression(string Provider, IReadOnlyList<string> Arguments)
{
    private static readonly Regex Form = new(@"^([a-z_]+\.[a-z_]+)\((.*)\)$", RegexOptions.Singleline | RegexOptions.CultureInvariant);

    /// <summary>Takes an expression apart; null when it is plain words.</summary>
    public static FactExpression? TryParse(string text)
    {
        var match = Form.Match(text.Trim());
        return match.Success
            ? new FactExpression(match.Groups[1].Value, [.. match.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])
            : null;
    }
}
