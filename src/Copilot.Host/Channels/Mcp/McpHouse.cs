using Copilot.Contracts;

namespace Copilot.Host.Channels.Mcp;

/// <summary>A running house as one client of the Model Context Protocol meets it.</summary>
/// <param name="Services">The house's services.</param>
/// <param name="Caller">With whose rights everything is done.</param>
/// <param name="Conversation">The conversation to which the calls of this client belong.</param>
internal sealed record McpHouse(IServiceProvider Services, Caller Caller, string Conversation);
