using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>A structured part of an answer. All text in it is data, never markup.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TableCard), "table")]
[JsonDerivedType(typeof(ChartCard), "chart")]
[JsonDerivedType(typeof(KeyFiguresCard), "keyfigures")]
[JsonDerivedType(typeof(ProposalCard), "proposal")]
[JsonDerivedType(typeof(RecordCard), "record")]
[JsonDerivedType(typeof(DraftCard), "draft")]
public abstract record Card
{
    /// <summary>Gets the card's title.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the evidence the card's values come from: ids of <see cref="Evidence"/> while the turn runs, source marks when it leaves.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];
}
