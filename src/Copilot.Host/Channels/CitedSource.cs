using Copilot.Contracts;

namespace Copilot.Host.Channels;

/// <summary>What a mark of an answer cites.</summary>
/// <param name="Evidence">The evidence.</param>
/// <param name="Opener">Who opens it.</param>
/// <param name="ConversationId">The conversation it was cited in.</param>
internal sealed record CitedSource(Evidence Evidence, ISourceOpener Opener, string ConversationId);
