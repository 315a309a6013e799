namespace Copilot.Sandbox.Orm;

/// <summary>The context of a call: a dictionary as it came, with the members the server heeds.</summary>
internal sealed class CallContext(IReadOnlyDictionary<string, object?> members)
{
    private static readonly HashSet<string> Languages =
        ["en_US", "en_GB", "fr_FR", "de_DE", "es_ES", "nl_NL", "it_IT", "nb_NO", "et_EE", "pl_PL"];

    public static CallContext Empty { get; } = new(new Dictionary<string, object?>());

    public IReadOnlyDictionary<string, object?> Members { get; } = members;

    /// <summary>Whether searches leave archived records out.</summary>
    public bool ActiveOnly => !Members.TryGetValue("active_test", out var test) || test is not (false or null or 0L);

    public string? TimeZone => Members.GetValueOrDefault("tz") as string;

    public string? Language => Members.GetValueOrDefault("lang") as string;

    /// <summary>The companies the caller has switched on; null when the call names none.</summary>
    public IReadOnlyList<int>? Companies
        => Members.GetValueOrDefault("allowed_company_ids") is IReadOnlyList<object?> ids && ids.Count > 0
            ? [.. ids.OfType<long>().Select(id => (int)id)]
            : null;

    /// <summary>An id or a list of ids under any of the names.</summary>
    public IReadOnlyList<int>? Ids(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            switch (Members.GetValueOrDefault(name))
            {
                case long id:
                    return [(int)id];
                case IReadOnlyList<object?> ids:
                    return [.. ids.OfType<long>().Select(id => (int)id)];
            }
        }

        return null;
    }

    /// <summary>Refuses a language that is not installed, as Odoo 19 does.</summary>
    public void Check()
    {
        if (Language is { } language && !Languages.Contains(language))
        {
            throw Fault.User($"Invalid language code: {language}");
        }
    }
}
