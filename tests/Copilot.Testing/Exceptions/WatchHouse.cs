using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Exceptions;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Exceptions.Watching;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Copilot.Testing.Exceptions;

/// <summary>The watch of one node, with finders that a test tells what there is.</summary>
internal sealed class WatchHouse
{
    private readonly Dictionary<string, PracticeFinder> finders = Taxonomy.All.ToDictionary(k => k.Name, k => new PracticeFinder(k.Name));

    public WatchHouse(IStoreDatabase database, INodeRoster node, PracticeChanges erp, TimeProvider time, ExceptionOptions? options = null)
    {
        var chosen = Options.Create(options ?? new ExceptionOptions());
        var conventions = Options.Create(new OdooConventions());
        var stock = new StockReader(erp, conventions);
        Cases = new CaseStore(database);
        States = new WatchStore(database);
        var scanner = new Scanner(erp, stock, new ReceiptReader(erp), finders.Values, conventions, chosen, NullLogger<Scanner>.Instance);
        Watch = new ExceptionWatch(States, Cases, scanner, new ChangeLook(erp), node, chosen, time, NullLogger<ExceptionWatch>.Instance);
    }

    public CaseStore Cases { get; }

    public WatchStore States { get; }

    public ExceptionWatch Watch { get; }

    public PracticeFinder this[string kind] => finders[kind];

    /// <summary>A case of a kind.</summary>
    public static FoundCase Some(string kind, string key, decimal amount = 1000, string? summary = null) => new()
    {
        Kind = kind,
        Key = key,
        Title = $"{kind} {key}",
        Summary = summary ?? $"Something is wrong with {key}.",
        Cause = "A test said so.",
        Subjects = [new CaseRecord("sale.order", 7, "S00007")],
        Stakes = [new Stake(new CaseRecord("sale.order", 7, "S00007"), amount, "EUR", "A", new DateOnly(2026, 11, 24))],
    };
}
