namespace Copilot.Evals.Truth;

/// <summary>How many lines left late in the past, and how many orders are promised for the coming week, counted from the moves themselves.</summary>
internal sealed class LatenessTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int HistoryDays = 365;
    private const int Beginning = 60;
    private const int Week = 7;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("late.share", async (_, t) => await ShareAsync(t)),
        new("late.due", async (a, t) => TruthValue.Number((await OpenOrders.ReadAsync(sandbox, days, t)).Of(a[0]).Count(o => o.Promised >= days.Today && o.Promised <= days.Today.AddDays(Week)))),
    ];

    private async Task<TruthValue> ShareAsync(CancellationToken cancellationToken)
    {
        var from = days.Today.AddDays(-HistoryDays);
        var moves = await sandbox.ReadAsync(
            "stock.move", $"[['sale_line_id','!=',false],['state','not in',['draft','cancel']],['location_dest_id.usage','=','customer'],['date','>=','{days.StartOf(from)}']]",
            "sale_line_id state create_date date date_deadline", cancellationToken);
        var (all, late) = (0, 0);
        foreach (var line in moves.GroupBy(m => m.Link("sale_line_id")!.Value))
        {
            var promised = line.Max(m => days.DayOf(m.Text("date_deadline")));
            if (promised < days.Today && promised >= from.AddDays(Beginning) && line.Min(m => days.DayOf(m.Text("create_date"))) <= promised)
            {
                all++;
                late += line.Any(m => m.Text("state") != "done") || line.Max(m => days.DayOf(m.Text("date"))) > promised ? 1 : 0;
            }
        }

        return TruthValue.Number(Math.Round(100m * late / all, 0, MidpointRounding.AwayFromZero));
    }
}
