namespace Copilot.Evals;

/// <summary>What was typed behind <c>copilot eval</c>.</summary>
/// <param name="Suites">The suites; none means all.</param>
/// <param name="Json">Whether the report is written as JSON.</param>
/// <param name="Out">The folder for reports, or null.</param>
internal sealed record EvalArguments(IReadOnlyList<string> Suites, bool Json, string? Out)
{
    /// <summary>How it is used.</summary>
    public const string Usage =
        "copilot eval [SUITE…] [--json] [--out DIR]\n"
        + "SUITE is golden, routing, the name of a file under evals/golden, a tag or a case; all when none is named.\n"
        + "Exit code 0: all gates kept, 1: a gate falls short or trouble, 2: bad input.";

    /// <summary>Gets a value indicating whether routing questions are asked.</summary>
    public bool AsksRouting => Suites.Count == 0 || Suites.Contains("routing");

    /// <summary>Gets a value indicating whether golden questions are asked.</summary>
    public bool AsksGolden => Suites.Count == 0 || Suites.Any(s => s != "routing");

    /// <summary>Reads arguments; null when they are not understood.</summary>
    public static EvalArguments? TryParse(IReadOnlyList<string> args)
    {
        var suites = new List<string>();
        var json = false;
        string? folder = null;
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--json":
                    json = true;
                    break;
                case "--out" when i + 1 < args.Count:
                    folder = args[++i];
                    break;
                case var other when other.StartsWith('-'):
                    return null;
                default:
                    suites.Add(args[i]);
                    break;
            }
        }

        return new EvalArguments(suites, json, folder);
    }
}
