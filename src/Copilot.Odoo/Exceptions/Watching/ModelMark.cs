namespace Copilot.Odoo.Exceptions.Watching;

/// <summary>How far the changes of a model were followed.</summary>
/// <param name="Latest">The latest <c>write_date</c> that was seen, UTC; null when the model is empty.</param>
/// <param name="Seen">The records seen since shortly before it, as <c>id@write_date</c>: a transaction that began earlier may end later.</param>
internal sealed record ModelMark(DateTimeOffset? Latest, IReadOnlyList<string> Seen);
