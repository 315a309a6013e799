namespace Copilot.Contracts;

/// <summary>What is being done now, for people.</summary>
/// <param name="Text">For example "looking at open receipts…".</param>
public sealed record StatusUpdate(string Text) : TurnUpdate;
