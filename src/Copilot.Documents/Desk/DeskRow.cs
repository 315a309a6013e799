using Copilot.Contracts;

namespace Copilot.Documents.Desk;

/// <summary>A document in the list.</summary>
public sealed record DeskRow
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the file's name. Untrusted.</summary>
    public required string File { get; init; }

    /// <summary>Gets where it stands.</summary>
    public required DeskState State { get; init; }

    /// <summary>Gets when it arrived.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>Gets which way it came.</summary>
    public required DeskSource Source { get; init; }

    /// <summary>Gets who brought it. Untrusted.</summary>
    public required string From { get; init; }

    /// <summary>Gets the company it is for.</summary>
    public required int Company { get; init; }

    /// <summary>Gets what it is; null until it was read.</summary>
    public BusinessDocumentType? Type { get; init; }

    /// <summary>Gets its number.</summary>
    public string? Number { get; init; }

    /// <summary>Gets the supplier's name.</summary>
    public string? Supplier { get; init; }

    /// <summary>Gets the total.</summary>
    public decimal? Total { get; init; }

    /// <summary>Gets the currency.</summary>
    public string? Currency { get; init; }

    /// <summary>Gets why it failed, waits, was rejected, or must be looked at.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets how often it was tried to read it.</summary>
    public int Attempts { get; init; }

    /// <summary>Gets when it is tried again.</summary>
    public DateTimeOffset? DueAt { get; init; }

    internal static DeskRow Of(DeskDocument document) => new()
    {
        Id = document.Id,
        File = document.File,
        State = document.State,
        ArrivedAt = document.ArrivedAt,
        Source = document.Source,
        From = document.From,
        Company = document.Company,
        Type = document.Extraction?.Type,
        Number = Value(document, "number") as string,
        Supplier = Value(document, "supplierName") as string,
        Total = Value(document, "totalAmount") as decimal?,
        Currency = Value(document, "currency") as string,
        Reason = document.Reason ?? (document is { State: DeskState.NeedsReview, Extraction.Warnings: [var first, ..] } ? first : null),
        Attempts = document.Attempts,
        DueAt = document.DueAt,
    };

    private static object? Value(DeskDocument document, string name) => document.Extraction?.Fields.GetValueOrDefault(name)?.Value;
}
