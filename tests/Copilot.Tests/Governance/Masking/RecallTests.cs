using Copilot.Governance.Masking;
using Copilot.Governance.Policies.Rulebook;
using Copilot.Testing;
using Copilot.Testing.Governance;
using Xunit;

namespace Copilot.Tests.Governance.Masking;

/// <summary>Made-up values in the forms of many countries are found, each as what it is.</summary>
public sealed class RecallTests
{
    [Fact]
    public async Task Every_made_up_value_is_hidden_whole_and_as_what_it_is()
    {
        await using var bench = new GovernanceBench();
        var policies = GovernanceBench.Policies with { Cloud = new ModelRules(GovernanceBench.Policies.Cloud.MayRead, [.. Enum.GetValues<MaskClass>()]) };
        var missed = new List<string>();
        var count = 0;
        foreach (var line in File.ReadLines(RepositoryRoot.Join("tests", "Copilot.Tests", "Governance", "Masking", "positives.tsv")).Where(l => !l.StartsWith('#')))
        {
            var (kind, value, sentence) = line.Split('\t') switch { [var a, var b, var c] => (a, b, c), _ => throw new InvalidDataException(line) };
            count++;
            var mask = bench.Masking(policies).Open(GovernanceBench.Request(), GovernanceBench.Model(), GovernanceBench.NoNames);
            var text = sentence.Replace("{}", value, StringComparison.Ordinal);
            var hidden = mask.Hide(text);
            var wanted = sentence.Replace("{}", "#", StringComparison.Ordinal);
            var shown = System.Text.RegularExpressions.Regex.Replace(hidden, "\\b[A-Z]+_[A-Z0-9]{6}\\b", "#");
            if (shown != wanted || !mask.Counts.ContainsKey(kind))
            {
                missed.Add($"{kind}: {text} -> {hidden}");
            }

            Assert.Equal(text, mask.Restore(hidden));
        }

        Assert.True(count >= 200, $"only {count}");
        Assert.True(missed.Count == 0, $"{missed.Count} of {count} missed:\n" + string.Join('\n', missed));
    }
}
