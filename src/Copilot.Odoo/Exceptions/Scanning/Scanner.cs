using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions.Scanning;

/// <summary>Looks through the business system once, with the service account, for the kinds asked for.</summary>
internal sealed class Scanner(
    IOdooClient client,
    StockReader stock,
    ReceiptReader receipts,
    IEnumerable<IExceptionFinder> finders,
    IOptions<OdooConventions> conventions,
    IOptions<ExceptionOptions> options,
    ILogger<Scanner> logger)
{
    // In the order of the taxonomy, whose last finds what repeats among all before.
    private readonly IReadOnlyList<IExceptionFinder> inOrder = [.. Taxonomy.All.Select(k => finders.Single(f => f.Kind == k.Name))];

    /// <summary>Scans.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="kinds">The kinds to look for.</param>
    /// <param name="past">The cases of the last ninety days.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="OdooException">The business system can't be reached; nothing is known.</exception>
    public async Task<ScanResult> RunAsync(string tenant, IReadOnlyCollection<string> kinds, IReadOnlyList<PastCase> past, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var caller = ServiceAccount.Of(tenant) with { TimeZone = options.Value.TimeZone };
        var context = new ToolContext { Caller = caller, TurnId = "scan", Question = string.Empty, Now = now };
        var reads = new ScanReads(client, stock, receipts, conventions, context, cancellationToken) { Past = past };
        List<string> looked = [], blind = [];
        foreach (var finder in inOrder.Where(f => kinds.Contains(f.Kind)))
        {
            try
            {
                reads.Found.AddRange((await finder.FindAsync(reads, cancellationToken)).DistinctBy(f => f.Key));
                looked.Add(finder.Kind);
            }
            catch (OdooException refused) when (refused.Fault is OdooFault.AccessDenied or OdooFault.BadCall or OdooFault.Validation)
            {
                // What can't be looked for stays as it was, and people are told; the other kinds are looked for all the same.
                Log.KindNotScanned(logger, finder.Kind, refused.Fault.ToString());
                blind.Add(finder.Kind);
            }
        }

        return new ScanResult(reads.Found, looked, blind, context.Today);
    }
}
