namespace Copilot.Sandbox.Orm;

/// <summary>
/// A method's parameters, written <c>domain, offset=, limit=</c>: those with <c>=</c> may be left out. Binds positional and keyword
/// arguments and refuses wrong ones in Python's words.
/// </summary>
internal sealed class Signature
{
    private readonly string method;
    private readonly string keywordOwner;
    private readonly List<(string Name, bool Optional)> parameters;

    /// <param name="method">The method as errors name it: <c>BaseModel.search_count</c>.</param>
    /// <param name="parameters">The parameters after the records.</param>
    /// <param name="keywordOwner">The method that refuses unknown keywords, where that is another one.</param>
    public Signature(string method, string parameters, string? keywordOwner = null)
    {
        this.method = method;
        this.keywordOwner = keywordOwner ?? method;
        this.parameters = [.. parameters.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => (p.TrimEnd('='), p.EndsWith('=')))];
    }

    public IReadOnlyDictionary<string, object?> Bind(IEnumerable<object?> positional, IReadOnlyDictionary<string, object?> keywords)
    {
        var given = positional.ToList();
        var bound = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (given.Count > parameters.Count)
        {
            var least = parameters.Count(p => !p.Optional) + 1;
            var most = parameters.Count + 1;
            throw Fault.Type($"{method}() takes {(least == most ? $"{most}" : $"from {least} to {most}")} positional argument{(most == 1 ? "" : "s")} but {given.Count + 1} were given");
        }

        for (var i = 0; i < given.Count; i++)
        {
            bound[parameters[i].Name] = given[i];
        }

        foreach (var (name, value) in keywords)
        {
            if (!parameters.Exists(p => p.Name == name))
            {
                throw Fault.Type($"{keywordOwner}() got an unexpected keyword argument '{name}'");
            }

            if (!bound.TryAdd(name, value))
            {
                throw Fault.Type($"{method}() got multiple values for argument '{name}'");
            }
        }

        var missing = parameters.Where(p => !p.Optional && !bound.ContainsKey(p.Name)).Select(p => $"'{p.Name}'").ToList();
        return missing.Count == 0 ? bound
            : throw Fault.Type($"{method}() missing {missing.Count} required positional argument{(missing.Count == 1 ? "" : "s")}: {Joined(missing)}");
    }

    /// <summary>What is wrong with arguments that are all named, in the words of Python's <c>inspect</c>; null when nothing.</summary>
    public string? Misfit(IReadOnlyDictionary<string, object?> keywords)
        => parameters.Where(p => !p.Optional && !keywords.ContainsKey(p.Name)).Select(p => $"missing a required argument: '{p.Name}'").FirstOrDefault()
            ?? keywords.Keys.Where(name => !parameters.Exists(p => p.Name == name)).Select(name => $"got an unexpected keyword argument '{name}'").FirstOrDefault();

    private static string Joined(List<string> names) => names.Count switch
    {
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{string.Join(", ", names.Take(names.Count - 1))}, and {names[^1]}",
    };
}
