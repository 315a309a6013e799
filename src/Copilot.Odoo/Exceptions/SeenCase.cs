using Copilot.Contracts;
using Copilot.Odoo.Exceptions.Cases;

namespace Copilot.Odoo.Exceptions;

/// <summary>A case as one person may see it: only the parts that stand on records the person may read now.</summary>
internal sealed record SeenCase(KeptCase Kept, IReadOnlyList<CaseDetail> Details, IReadOnlyList<Stake> Stakes, IReadOnlyList<CaseAction> Actions, bool SeesCost)
{
    public FoundCase Found => Kept.Found;

    public ExceptionKind Kind => Taxonomy.Find(Found.Kind)!;

    /// <summary>What is at stake, when it is in one currency.</summary>
    public Exposure? Revenue => Stakes.Count > 0 && Stakes.Select(s => s.Currency).Distinct().Count() == 1 ? new Exposure(Stakes.Sum(s => s.Amount), Stakes[0].Currency) : null;

    public Exposure? Margin => SeesCost && Found.Margin is { } margin ? new Exposure(margin, Found.MarginCurrency) : null;

    public string? CustomerClass => Stakes.Select(s => s.CustomerClass).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault();

    public DateOnly? Promised => Stakes.Select(s => s.Promised).OfType<DateOnly>().OrderBy(d => d).Select(d => (DateOnly?)d).FirstOrDefault();

    /// <summary>The records, those it is about first.</summary>
    public IReadOnlyList<CaseRecord> Records => [.. Found.Subjects.Concat(Details.Select(d => d.Record)).Concat(Stakes.Select(s => s.Record)).DistinctBy(r => (r.Model, r.Id))];
}
