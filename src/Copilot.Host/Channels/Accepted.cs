using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>What became of a request to ask: exactly one of the two is set.</summary>
/// <param name="Turn">The turn that may run.</param>
/// <param name="Problem">Why there is none.</param>
internal sealed record Accepted(TurnRequest? Turn, Problem? Problem);
