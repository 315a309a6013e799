using System.Globalization;
using System.Text.Json.Serialization;

namespace Copilot.Documents.Desk.Memory;

/// <summary>What confirmed corrections taught about the documents of one supplier.</summary>
public sealed record Lesson
{
    /// <summary>Gets the id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the company it was learned in, Odoo's id.</summary>
    public required int Company { get; init; }

    /// <summary>Gets how the supplier is recognised: <c>vat:…</c>, <c>iban:…</c>, <c>site:…</c> or <c>name:…</c>.</summary>
    public required string Supplier { get; init; }

    /// <summary>Gets the supplier's name as it was confirmed. Untrusted.</summary>
    public required string SupplierName { get; init; }

    /// <summary>Gets the field, or <c>lines.quantity</c> and the like for a column.</summary>
    public required string Field { get; init; }

    /// <summary>Gets how it finds the value.</summary>
    public required LessonKind Kind { get; init; }

    /// <summary>Gets the label, the head of the column, or the value that is always the same. Untrusted.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the shape of the value: runs of digits as 9, of letters as A.</summary>
    public string Shape { get; init; } = string.Empty;

    /// <summary>Gets of how many words the value was.</summary>
    public int Words { get; init; } = 1;

    /// <summary>Gets how many documents it was learned from.</summary>
    public int Documents { get; init; } = 1;

    /// <summary>Gets who confirmed the last of them.</summary>
    public required string By { get; init; }

    /// <summary>Gets when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the lesson in words: "learnt from 3 documents: number is right of 'Beleg'".</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string Explanation => string.Create(CultureInfo.InvariantCulture, $"learnt from {Documents} {(Documents == 1 ? "document" : "documents")}: {Field} is {Kind switch
    {
        LessonKind.RightOf => "right of",
        LessonKind.Below => "below",
        LessonKind.Always => "always",
        _ => "in the column",
    }} '{Text}'");

    /// <summary>Says whether another lesson says the same.</summary>
    internal bool SaysTheSame(Lesson other) => Kind == other.Kind && string.Equals(Text, other.Text, StringComparison.OrdinalIgnoreCase);
}
