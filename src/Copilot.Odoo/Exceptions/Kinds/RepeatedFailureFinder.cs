using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Products and suppliers that were in at least three cases within ninety days: what is kept of them, and what this scan found. Runs behind all others.</summary>
internal sealed class RepeatedFailureFinder : IExceptionFinder
{
    private const int Often = 3;

    // Of one scarce product many orders are at risk: what follows from a failure is no further failure.
    private static readonly string[] Failures = [Taxonomy.StockOut, Taxonomy.LateReceipt, Taxonomy.QualityHold, Taxonomy.InventoryVariance, Taxonomy.PriceDeviation, Taxonomy.PickFailure];

    public string Kind => Taxonomy.RepeatedFailure;

    public Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var past = reads.Past.Where(p => Failures.Contains(p.Kind)).ToList();
        var known = past.Select(p => (p.Kind, p.Key)).ToHashSet();
        var fresh = reads.Found.Where(f => Failures.Contains(f.Kind) && !known.Contains((f.Kind, f.Key))).Select(f => new PastCase(f.Kind, f.Key, f.Title, 1, f.About));
        return Task.FromResult<IReadOnlyList<FoundCase>>(
        [
            .. past.Concat(fresh).SelectMany(p => p.About.Select(a => (About: a, Case: p)))
                .GroupBy(p => (p.About.Model, p.About.Id))
                .Where(g => g.Sum(p => p.Case.Times) >= Often)
                .OrderBy(g => g.Key.Model, StringComparer.Ordinal).ThenBy(g => g.Key.Id)
                .Select(g => Case(g.First().About, [.. g.Select(p => p.Case)])),
        ]);
    }

    private static FoundCase Case(CaseRecord about, IReadOnlyList<PastCase> cases)
    {
        var isSupplier = about.Model == "res.partner";
        var kinds = cases.GroupBy(c => c.Kind).Select(g => $"{(Taxonomy.Find(g.Key)?.Title ?? g.Key).ToLowerInvariant()} ({Phrase.Number(g.Sum(c => c.Times))})");
        return new FoundCase
        {
            Kind = Taxonomy.RepeatedFailure,
            Key = FormattableString.Invariant($"{about.Model}:{about.Id}"),
            Title = $"Repeated failure: {about.Name}",
            Summary = $"{about.Name} was in {Phrase.Number(cases.Sum(c => c.Times))} cases within ninety days.",
            Cause = $"They were {Phrase.List(kinds)}.",
            Subjects = [about],
            Touches = isSupplier || cases.Any(c => c.Kind is Taxonomy.LateReceipt or Taxonomy.PriceDeviation) ? [DataClass.Purchasing] : [],
            Confidence = 0.8,
            Actions = [CaseActions.ToDo(isSupplier ? "supplier" : "product", about.Name, "Find out why this fails again and again")],
        };
    }
}
