namespace Copilot.Conversation.Dates;

/// <summary>A place in a question that speaks of a day or period, read in the caller's calendar.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="From">The first day, or null when open.</param>
/// <param name="To">The last day, or null when open.</param>
/// <param name="Day">The single day it names ("by Friday": that Friday), or null for a period.</param>
internal sealed record TimeMention(int Start, int End, DateOnly? From, DateOnly? To, DateOnly? Day);
