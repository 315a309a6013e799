namespace Copilot.Host.Start;

/// <summary>Reaches the business system, and with it starts the sandbox where there is no other.</summary>
internal sealed class ErpStart(ErpProbe probe) : IStartStep
{
    /// <summary>The part's name in <c>/readyz</c>.</summary>
    public const string Name = "erp";

    /// <inheritdoc/>
    public string Part => Name;

    /// <inheritdoc/>
    public Task<PartState> RunAsync(CancellationToken cancellationToken) => probe.AskAsync(cancellationToken);
}
