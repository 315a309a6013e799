using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>Opportunities that are neither won nor lost.</summary>
internal sealed class OpportunityTruth(SandboxRpc sandbox)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("opportunity.count", async (a, t) => TruthValue.Number((await OfAsync(a[0], t)).Count)),
        new("opportunity.expected", async (a, t) => TruthValue.Number((await OfAsync(a[0], t)).Sum(o => o.Number("expected_revenue")))),
        new("opportunity.names", async (a, t) => TruthValue.All([.. (await OfAsync(a[0], t)).Select(o => o.Text("name")!)])),
        new("opportunity.biggest", async (_, t) => TruthValue.Words((await ReadAsync("[]", t)).MaxBy(o => o.Number("expected_revenue"))!.Text("name")!)),
    ];

    private Task<IReadOnlyList<JsonObject>> OfAsync(string customer, CancellationToken cancellationToken) => ReadAsync($"[['partner_id.name','=','{customer}']]", cancellationToken);

    private async Task<IReadOnlyList<JsonObject>> ReadAsync(string domain, CancellationToken cancellationToken)
        => [.. (await sandbox.ReadAsync("crm.lead", domain, "name expected_revenue won_status active", cancellationToken)).Where(o => o.Text("won_status") is not ("won" or "lost"))];
}
