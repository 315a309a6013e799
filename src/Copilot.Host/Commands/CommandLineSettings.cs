namespace Copilot.Host.Commands;

/// <summary>Configuration on the command line: <c>--Copilot:Data=folder</c>, also written <c>--Copilot__Data folder</c>.</summary>
internal static class CommandLineSettings
{
    private const string Start = "--Copilot";

    /// <summary>Takes the configuration out of what was typed.</summary>
    /// <param name="args">What was typed.</param>
    /// <returns>The configuration, and all other words.</returns>
    public static (IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<string> Words) Split(IReadOnlyList<string> args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var words = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            if (!args[i].StartsWith(Start + ":", StringComparison.OrdinalIgnoreCase) && !args[i].StartsWith(Start + "__", StringComparison.OrdinalIgnoreCase))
            {
                words.Add(args[i]);
                continue;
            }

            var equals = args[i].IndexOf('=', StringComparison.Ordinal);
            var key = (equals < 0 ? args[i] : args[i][..equals])[2..].Replace("__", ":", StringComparison.Ordinal);
            settings[key] = equals >= 0 ? args[i][(equals + 1)..] : i + 1 < args.Count ? args[++i] : string.Empty;
        }

        return (settings, words);
    }
}
