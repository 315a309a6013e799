using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing;

/// <summary>A day on which a company does not work.</summary>
/// <param name="Day">The day.</param>
/// <param name="Holiday">The holiday in Odoo that falls on it; null when the company never works on that day of the week.</param>
/// <param name="Next">The next day on which it works; null when none was found within some weeks.</param>
internal sealed record RestDay(DateOnly Day, OdooRow? Holiday, DateOnly? Next);
