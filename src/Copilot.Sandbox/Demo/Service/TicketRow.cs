namespace Copilot.Sandbox.Demo.Service;

/// <summary>An open ticket. Days are business days from today: when it came in, and until when it must be answered.</summary>
internal sealed record TicketRow(string Customer, string Subject, string Text, char Priority, int Created, int Deadline, string Stage, string? OrderReference = null);
