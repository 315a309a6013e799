using Copilot.Contracts;
using Copilot.Evals.Cases;

namespace Copilot.Evals.Running;

/// <summary>Fills picked values into questions and expectations.</summary>
internal sealed class Blanks(IReadOnlyDictionary<string, string> values)
{
    /// <summary>Fills a text.</summary>
    public string Fill(string text)
    {
        var filled = values.Aggregate(text, (t, v) => t.Replace('{' + v.Key + '}', v.Value, StringComparison.Ordinal));
        var open = filled.IndexOf('{', StringComparison.Ordinal);
        return open >= 0 && filled.IndexOf('}', open) > open && !filled.Contains("{{", StringComparison.Ordinal) && filled[open + 1] is >= 'a' and <= 'z'
            ? throw new CopilotException($"Nothing is picked for a blank in \"{text}\"; add it under let.")
            : filled;
    }

    /// <summary>Fills an expectation.</summary>
    public Expectation Fill(Expectation expect) => expect with
    {
        Facts = [.. expect.Facts.Select(Fill)],
        Sources = [.. expect.Sources.Select(Fill)],
        MustNot = [.. expect.MustNot.Select(m => m is ['/', ..] ? m : Fill(m))],
    };
}
