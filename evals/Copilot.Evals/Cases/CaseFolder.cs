using Copilot.Contracts;
using Copilot.Evals.Retrieval;
using Copilot.Evals.Safety;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Copilot.Evals.Cases;

/// <summary>Reads cases from a folder; a misspelt key or a double id stops the run instead of weakening it.</summary>
internal static class CaseFolder
{
    /// <summary>Reads the golden cases of the suites.</summary>
    /// <param name="evals">The folder <c>evals</c>.</param>
    /// <param name="suites">File names without extension, tags or case ids; none or <c>golden</c> means all.</param>
    /// <param name="without">File names without extension whose cases are left out, also where a tag names them.</param>
    public static IReadOnlyList<GoldenCase> Golden(string evals, IReadOnlyList<string> suites, params IReadOnlyList<string> without)
    {
        var cases = Files(Path.Combine(evals, "golden"))
            .SelectMany(file => Read<GoldenCase>(file).Select(c => (File: Path.GetFileNameWithoutExtension(file), Case: c)))
            .ToList();
        var twice = cases.GroupBy(c => c.Case.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new CopilotException($"Two golden cases are called \"{twice.Key}\"; rename one.");
        }

        return [.. cases
            .Where(c => !without.Contains(c.File))
            .Where(c => suites.Count == 0 || suites.Contains("golden") || suites.Contains(c.File) || suites.Contains(c.Case.Id) || c.Case.Tags.Any(suites.Contains))
            .Select(c => c.Case)];
    }

    /// <summary>Reads the routing cases.</summary>
    public static IReadOnlyList<RoutingCase> Routing(string evals) => [.. Files(Path.Combine(evals, "routing")).SelectMany(Read<RoutingCase>)];

    /// <summary>Reads the judged questions to the documents.</summary>
    public static IReadOnlyList<JudgedQuestion> Judged(string evals) => [.. Files(Path.Combine(evals, "retrieval")).SelectMany(Read<JudgedQuestion>)];

    /// <summary>Reads the questions to the documents that are asked as whole turns, each with the name of its file.</summary>
    public static IReadOnlyList<(string Set, JudgedQuestion Question)> Asked(string evals)
        => [.. Files(Path.Combine(evals, "answers")).SelectMany(f => Read<JudgedQuestion>(f).Select(q => (Path.GetFileNameWithoutExtension(f), q)))];

    /// <summary>Reads the attempts to make the copilot do what it must not, file by file.</summary>
    public static IReadOnlyList<(string Path, AttemptFile File)> Attempts(string evals)
        => [.. Files(Path.Combine(evals, "safety")).Select(path => (path, Parse<AttemptFile>(path) ?? throw new CopilotException($"{path} is empty.")))];

    /// <summary>Reads what each persona may not see.</summary>
    public static IReadOnlyDictionary<string, PersonaLimits> Limits(string evals)
        => Parse<Dictionary<string, PersonaLimits>>(Path.Combine(evals, "rights.yaml")) ?? [];

    private static IEnumerable<string> Files(string folder)
        => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    private static List<T> Read<T>(string file) => Parse<List<T>>(file) ?? [];

    private static T? Parse<T>(string file)
    {
        var yaml = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithEnforceRequiredMembers()
            .WithEnumNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        try
        {
            return yaml.Deserialize<T>(File.ReadAllText(file));
        }
        catch (YamlException e)
        {
            throw new CopilotException($"{file}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
