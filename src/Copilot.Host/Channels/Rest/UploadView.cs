using System.Text.Json.Serialization;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>What became of one uploaded file.</summary>
public sealed record UploadView
{
    /// <summary>Gets the id under which questions name it; null when it was refused.</summary>
    public string? AttachmentId { get; init; }

    /// <summary>Gets its name.</summary>
    public required string File { get; init; }

    /// <summary>Gets <c>ready</c> when questions can be asked about it, or <c>refused</c>.</summary>
    public required string State { get; init; }

    /// <summary>Gets its title, or null when it was refused.</summary>
    public string? Title { get; init; }

    /// <summary>Gets how many pages it has, or null for formats without pages.</summary>
    public int? Pages { get; init; }

    /// <summary>Gets how many passages were found in it.</summary>
    public required int Passages { get; init; }

    /// <summary>Gets why it was refused and what to do, or null.</summary>
    public string? Error { get; init; }

    /// <summary>Gets remarks on how it was read.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Gets its fields and lines when it is a business document of a format that is read; else absent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExtractedDocument? Extraction { get; init; }

    /// <summary>Gets a value indicating whether it was refused because there was no room for it.</summary>
    [JsonIgnore]
    internal bool IsForWantOfRoom { get; init; }
}
