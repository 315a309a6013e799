namespace Copilot.Sandbox.Demo.Service;

/// <summary>What the service desk wrote on a ticket, and when.</summary>
internal sealed record TicketAnswer(int TicketId, DateTime Date, string Text);
