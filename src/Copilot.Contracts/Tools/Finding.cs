namespace Copilot.Contracts;

/// <summary>One or two sentences of plain text (no markdown, no marks) that stand on evidence.</summary>
public sealed record Finding
{
    /// <summary>Gets its part in the answer.</summary>
    public required FindingRole Role { get; init; }

    /// <summary>Gets the text: whole sentences, figures with units, dates written like "Fri 27 Nov 2026". Values from outside may stand in it; the composer escapes them.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the ids of the evidence that holds every number, date, code and quoted phrase of the text.</summary>
    public required IReadOnlyList<string> EvidenceIds { get; init; }

    /// <summary>Gets what it is about (a record's name, say); findings of one topic are kept together under the topic's <see cref="FindingRole.Item"/>.</summary>
    public string? Topic { get; init; }
}
