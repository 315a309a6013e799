namespace Copilot.Knowledge.Ingestion;

/// <summary>Where documents come from: a folder or a feed, with what it says about them.</summary>
internal sealed record KnowledgeSource
{
    /// <summary>Gets its name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the folder, absolute, without a slash at its end; null for a feed.</summary>
    public string? Folder { get; init; }

    /// <summary>Gets the feed's name, or null for a folder.</summary>
    public string? Feed { get; init; }

    /// <summary>Gets the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Gets what it says about its documents.</summary>
    public SourceRule Rule { get; init; } = new();

    /// <summary>Gets what holds below folders of it, by path with slashes, outermost first.</summary>
    public IReadOnlyList<(string Path, SourceRule Rule)> Folders { get; init; } = [];

    /// <summary>Gets the files that are taken; none means all.</summary>
    public IReadOnlyList<FilePattern> Include { get; init; } = [];

    /// <summary>Gets the files that are not.</summary>
    public IReadOnlyList<FilePattern> Exclude { get; init; } = [];

    /// <summary>Gets when it is looked at again.</summary>
    public RefreshRule Refresh { get; init; } = RefreshRule.Start;

    /// <summary>Says whether a path lies in the folder.</summary>
    public bool Holds(string path) => Folder is not null && path.StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    /// <summary>Says whether a file of the folder is taken.</summary>
    public bool Takes(string path)
    {
        var below = Below(path);
        return (Include.Count == 0 || Include.Any(p => p.Matches(below))) && !Exclude.Any(p => p.Matches(below));
    }

    /// <summary>Gets what is said about a file of the folder.</summary>
    public SourceRule RuleOf(string path)
    {
        var below = Below(path);
        return Folders.Where(f => below.StartsWith(f.Path + "/", StringComparison.Ordinal)).Aggregate(Rule, (outer, f) => f.Rule.Within(outer));
    }

    private string Below(string path) => path[(Folder!.Length + 1)..].Replace(Path.DirectorySeparatorChar, '/');
}
