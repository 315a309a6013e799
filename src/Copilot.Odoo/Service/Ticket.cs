using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>An open ticket.</summary>
internal sealed record Ticket(OdooRow Row, string Number, string Subject, string Stage, string Priority, DateOnly? Deadline, bool Breached);
