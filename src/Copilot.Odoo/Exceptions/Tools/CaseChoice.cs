using Copilot.Contracts;
using Copilot.Odoo.Actions;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Exceptions.Tools;

/// <summary>Finds the cases that somebody speaks of: by a record's name, the record in view, or the kind.</summary>
internal sealed class CaseChoice(NameResolver names, CaseDesk desk)
{
    /// <summary>One name, and the sight of the cases.</summary>
    public const int RoundTrips = NameResolver.RoundTripsPerName + CaseSight.RoundTrips;

    /// <summary>The parameters that name a record.</summary>
    public static IReadOnlyList<ToolParameter> Records { get; } = [Subject.Order, Subject.Purchase, Subject.Transfer, Subject.Invoice, Subject.Customer, Subject.Supplier, Subject.Product];

    /// <summary>The cases about what was said, the most pressing first; or the answer that ends the call.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="arguments">What was said.</param>
    /// <param name="all">Whether cases that are over count.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    /// <returns>The cases, and whether any of them was named.</returns>
    public async Task<(IReadOnlyList<SeenCase> Cases, string? About, ToolResult? Stop)> FindAsync(ToolContext context, ToolArguments arguments, bool all, CancellationToken cancellationToken)
    {
        RecordRef? record = null;
        string? about = null;
        if (Records.FirstOrDefault(p => arguments.Text(p.Name) is not null) is { } said)
        {
            var resolved = await names.ResolveAsync(context, arguments, [said], cancellationToken);
            if (resolved.Stop is { } stop)
            {
                return ([], null, stop);
            }

            var name = resolved[said.Name]!;
            (record, about) = (new RecordRef(NameSource.For(said.Slot).Model, name.Id), name.Code ?? name.Name);
        }
        else if (context.Focus is { } focus)
        {
            (record, about) = (focus, "the record in view");
        }

        var kind = arguments.Text("kind");
        var seen = (await desk.SeenAsync(context.Caller, all, cancellationToken))
            .Where(s => (kind is null || s.Found.Kind == kind) && (record is null || s.Records.Concat(s.Found.About).Any(r => r.Ref == record)))
            .ToList();

        // What a case is about comes before what it also hits.
        return ([.. seen.OrderByDescending(s => record is not null && s.Found.Subjects.Any(r => r.Ref == record)).ThenByDescending(s => s.Kept.Score).ThenBy(s => s.Kept.Id, StringComparer.Ordinal)], about, null);
    }
}
