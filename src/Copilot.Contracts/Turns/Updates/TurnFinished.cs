namespace Copilot.Contracts;

/// <summary>The whole turn; always the last update, also after a failure.</summary>
/// <param name="Turn">The turn.</param>
public sealed record TurnFinished(Turn Turn) : TurnUpdate;
