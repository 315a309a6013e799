using System.Text.Json.Serialization;
using Copilot.Contracts;

namespace Copilot.Documents.Desk;

/// <summary>A business document on the reading desk, from its arrival until nobody needs it any more.</summary>
public sealed record DeskDocument
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the tenant.</summary>
    [JsonIgnore]
    public string Tenant { get; init; } = string.Empty;

    /// <summary>Gets the company it is for, Odoo's id.</summary>
    public required int Company { get; init; }

    /// <summary>Gets the file's name. Untrusted.</summary>
    public required string File { get; init; }

    /// <summary>Gets the SHA-256 of the file's bytes, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Gets how many bytes the file has.</summary>
    public required long Length { get; init; }

    /// <summary>Gets which document of the file it is, from 0; a file may hold several.</summary>
    public int Part { get; init; }

    /// <summary>Gets which way it came.</summary>
    public required DeskSource Source { get; init; }

    /// <summary>Gets who brought it. Untrusted.</summary>
    public required string From { get; init; }

    /// <summary>Gets when it arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required DeskState State { get; init; }

    /// <summary>Gets the number of its last change; a change names the one it was made on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Gets how often it was tried to read it.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it is tried again; null when it is not waiting for that.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Gets why it failed, waits for another try, or was rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets what stands in it with all corrections; null until it was read.</summary>
    public ExtractedDocument? Extraction { get; init; }

    /// <summary>Gets what was read before anybody corrected it; null when nobody did.</summary>
    public ExtractedDocument? AsRead { get; init; }

    /// <summary>Gets what people corrected, the last word on each value.</summary>
    public IReadOnlyList<DeskCorrection> Corrections { get; init; } = [];

    /// <summary>Gets what was read by lessons of earlier corrections, in words.</summary>
    public IReadOnlyList<string> Learned { get; init; } = [];

    /// <summary>Gets who confirmed or rejected it.</summary>
    public string? SettledBy { get; init; }

    /// <summary>Gets when it was confirmed, rejected, or given up.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Gets a value indicating whether a person may still decide about it.</summary>
    [JsonIgnore]
    public bool IsOpen => State is DeskState.NeedsReview or DeskState.Read;
}
