using Copilot.Sandbox.Store;

namespace Copilot.Sandbox.Demo;

/// <summary>Writes the demo distributor.</summary>
internal static class DemoCompany
{
    private static readonly int[] First = [1];

    public static void Fill(IRecordSink sink, DateOnly today, DateTimeOffset now, int seed)
    {
        _ = (today, now, seed);
        sink.Add("res.currency", new() { ["name"] = "EUR", ["symbol"] = "€" });
        sink.Add("res.company", new() { ["name"] = "Meridian Industrial Supply", ["currency_id"] = 1, ["partner_id"] = sink.Add("res.partner", new() { ["name"] = "Meridian Industrial Supply", ["is_company"] = true }) });
        sink.Add("res.groups", new() { ["name"] = "Settings / Administrator" });
        sink.Add("res.users", new() { ["id"] = 2, ["login"] = "admin", ["password"] = "admin", ["name"] = "Administrator", ["company_id"] = 1, ["company_ids"] = First, ["group_ids"] = First });
    }
}
