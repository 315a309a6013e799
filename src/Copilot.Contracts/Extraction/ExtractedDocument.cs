using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>What stands in a business document.</summary>
public sealed record ExtractedDocument
{
    /// <summary>Gets the file's name. Untrusted.</summary>
    public required string File { get; init; }

    /// <summary>Gets what it is.</summary>
    public required BusinessDocumentType Type { get; init; }

    /// <summary>Gets how sure that is, 0 to 1.</summary>
    public required double TypeConfidence { get; init; }

    /// <summary>Gets how it was read: <c>ubl</c>, <c>cii</c>, <c>fatturapa</c>, <c>x12</c>, <c>edifact</c>, <c>tradacoms</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>Gets the format in full: "UBL Order", "X12 850 004010", "EDIFACT DESADV D.96A".</summary>
    public required string Format { get; init; }

    /// <summary>Gets how many pages it has; 1 for formats without pages.</summary>
    public required int Pages { get; init; }

    /// <summary>Gets the page of the file it begins on, from 1, where the file holds several documents one after the other on its pages; absent otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FirstPage { get; init; }

    /// <summary>Gets its values by name; one that was not found is absent.</summary>
    public required IReadOnlyDictionary<string, ExtractedField> Fields { get; init; }

    /// <summary>Gets its lines in their order.</summary>
    public required IReadOnlyList<ExtractedLine> Lines { get; init; }

    /// <summary>Gets its taxes by rate.</summary>
    public required IReadOnlyList<ExtractedTax> Taxes { get; init; }

    /// <summary>Gets the allowances and charges on the whole document.</summary>
    public required IReadOnlyList<ExtractedCharge> Charges { get; init; }

    /// <summary>Gets the checks that could be made.</summary>
    public required IReadOnlyList<ExtractionCheck> Checks { get; init; }

    /// <summary>Gets a value indicating whether a person must look at it.</summary>
    public required bool NeedsReview { get; init; }

    /// <summary>Gets remarks for people.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Gets the other documents of the same file; absent when it holds one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ExtractedDocument>? MoreDocuments { get; init; }
}
