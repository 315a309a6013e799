using System.Text.Json.Serialization;
using Copilot.Odoo.Exceptions.Watching;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>What the watch knows of itself, shared by all nodes.</summary>
internal sealed record WatchState
{
    /// <summary>The node that looks; null when none ever did. A column of its own.</summary>
    [JsonIgnore]
    public string? Node { get; init; }

    /// <summary>When the business system was last asked for changes, successfully.</summary>
    public DateTimeOffset? LookedAt { get; init; }

    /// <summary>When anything was last looked through.</summary>
    public DateTimeOffset? ScannedAt { get; init; }

    /// <summary>When everything was last looked through.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    /// <summary>What stops the watch, for people; null when nothing does.</summary>
    public string? Trouble { get; init; }

    /// <summary>The kinds that can't be looked for with the service account's rights.</summary>
    public IReadOnlyList<string> Blind { get; init; } = [];

    /// <summary>How far each model was followed.</summary>
    public IReadOnlyDictionary<string, ModelMark> Marks { get; init; } = new Dictionary<string, ModelMark>();
}
