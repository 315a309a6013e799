namespace Copilot.Contracts;

/// <summary>A source the answer cites.</summary>
/// <param name="Source">The source.</param>
public sealed record SourceUpdate(Source Source) : TurnUpdate;
