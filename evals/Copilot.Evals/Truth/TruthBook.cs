using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>All providers by name. They read the practice company with their own requests, never through the tools that are examined.</summary>
internal sealed class TruthBook : ITruth
{
    private readonly Dictionary<string, TruthProvider> _providers = new(StringComparer.Ordinal);

    /// <summary>Opens the book.</summary>
    /// <param name="sandbox">The company's address, as administrator.</param>
    /// <param name="time">The clock; days are those of Europe/Paris, like the company's.</param>
    public TruthBook(SandboxRpc sandbox, TimeProvider time)
    {
        var days = new CompanyDays(time);
        foreach (var (name, provider) in new StockTruth(sandbox, days).Providers
            .Concat(new InventoryTruth(sandbox).Providers)
            .Concat(new ProductTruth(sandbox).Providers)
            .Concat(new OrderTruth(sandbox, days).Providers)
            .Concat(new RiskTruth(sandbox, days).Providers)
            .Concat(new InvoiceTruth(sandbox, days).Providers)
            .Concat(new ReceivableTruth(sandbox, days).Providers)
            .Concat(new InvoicedTruth(sandbox, days).Providers)
            .Concat(new WorkTruth(sandbox, days).Providers)
            .Concat(new ReceiptTruth(sandbox, days).Providers)
            .Concat(new CustomerTruth(sandbox, days).Providers)
            .Concat(new PartnerTruth(sandbox, days).Providers)
            .Concat(new MasterTruth(sandbox, days).Providers)
            .Concat(new DeliveryTruth(sandbox, days).Providers)
            .Concat(new OpportunityTruth(sandbox).Providers)
            .Concat(new SalesTruth(sandbox, days).Providers)
            .Concat(new AccountTruth(sandbox, days).Providers)
            .Concat(new KpiTruth(sandbox, days).Providers)
            .Concat(new PurchaseTruth(sandbox, days).Providers)
            .Concat(new PromiseTruth(sandbox, days).Providers)
            .Concat(new VolumeTruth(sandbox, days).Providers)
            .Concat(new TicketTruth(sandbox, days, time).Providers)
            .Concat(new ForecastTruth(sandbox, days).Providers)
            .Concat(new LatenessTruth(sandbox, days).Providers)
            .Concat(new AccuracyTruth(sandbox, days).Providers)
            .Concat(new ActionTruth(sandbox, days).Providers)
            .Concat(new ExceptionTruth(sandbox, days).Providers)
            .Concat(new PaperTruth(sandbox, days).Providers)
            .Concat(new ProofTruth(sandbox).Providers))
        {
            _providers.Add(name, provider);
        }
    }

    /// <summary>Gets the names, for messages and for the test that no case asks for one that does not exist.</summary>
    public IReadOnlyCollection<string> Names => _providers.Keys;

    /// <inheritdoc/>
    public Task<TruthValue> OfAsync(string expression, CancellationToken cancellationToken)
    {
        if (FactExpression.TryParse(expression) is not { } call)
        {
            return Task.FromResult(TruthValue.Words(expression.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        }

        return _providers.TryGetValue(call.Provider, out var provider)
            ? provider(call.Arguments, cancellationToken)
            : throw new CopilotException($"There is no fact provider \"{call.Provider}\"; there are {string.Join(", ", _providers.Keys.Order())}.");
    }
}
