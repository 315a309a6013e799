namespace Copilot.Host.Channels.Exceptions;

/// <summary>Asks for one of a case's actions.</summary>
/// <param name="Action">Its place in the list of the case's actions, from 0.</param>
internal sealed record ProposeRequest(int? Action);
