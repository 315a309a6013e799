using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>A case of the last months, open or over, and how often it came.</summary>
internal sealed record PastCase(string Kind, string Key, string Title, int Times, IReadOnlyList<CaseRecord> About);
