using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>What a scan found.</summary>
/// <param name="Found">The cases, each kind and key once.</param>
/// <param name="Looked">The kinds that were looked for to the end: what they did not find is over.</param>
/// <param name="Blind">The kinds that the service account's rights, or the server, do not let look for.</param>
/// <param name="Today">The day it is by the scan's calendar.</param>
internal sealed record ScanResult(IReadOnlyList<FoundCase> Found, IReadOnlyList<string> Looked, IReadOnlyList<string> Blind, DateOnly Today);
