namespace Copilot.Host.Console.Desk;

/// <summary>Asks for one of the actions that a document's comparison recommends.</summary>
/// <param name="Action">Its place in the list, from 0.</param>
/// <param name="Question">Its words as they were shown: when something changed meanwhile and another action stands there, nothing is proposed.</param>
internal sealed record DeskProposeRequest(int? Action, string? Question);
