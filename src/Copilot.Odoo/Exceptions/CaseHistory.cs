using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions;

/// <summary>The cases that came to an end in some spans of time, each person's own view of them.</summary>
internal sealed class CaseHistory(CaseStore cases, CaseSight sight)
{
    public const int RoundTrips = CaseSight.RoundTrips;

    /// <summary>The most cases of a span that are looked at, the latest first.</summary>
    private const int Most = 2000;

    /// <summary>Reads them.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="spans">The first and last moments, UTC.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The ends within the spans, and whether there are more cases than are looked at.</returns>
    /// <exception cref="OdooException">Odoo can't be asked what the caller may see.</exception>
    public async Task<(IReadOnlyList<EndedCase> Ended, bool IsCut)> EndedAsync(Caller caller, IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> spans, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, (KeptCase Case, IReadOnlyList<CaseEvent> Events)>(StringComparer.Ordinal);
        var isCut = false;
        foreach (var (from, to) in spans)
        {
            var found = await cases.EndedAsync(caller.Tenant, from, to, Most, cancellationToken);
            isCut |= found.Count == Most;
            foreach (var one in found)
            {
                known[one.Case.Id] = one;
            }
        }

        var seen = await SeenAsync(caller, [.. known.Values.Select(k => k.Case)], cancellationToken);
        return
        (
            [.. seen.SelectMany(s => CaseLife.Ends(known[s.Kept.Id].Events).Where(e => spans.Any(p => e.Ended >= p.From && e.Ended <= p.To)).Select(e => new EndedCase(s, e.Began, e.Ended))).OrderBy(e => e.Ended)],
            isCut);
    }

    private async Task<IReadOnlyList<SeenCase>> SeenAsync(Caller caller, IReadOnlyList<KeptCase> kept, CancellationToken cancellationToken)
    {
        try
        {
            return await sight.SeeAsync(caller, kept, cancellationToken);
        }
        catch (OdooException refused) when (refused.Fault == OdooFault.AccessDenied)
        {
            return [];
        }
    }
}
