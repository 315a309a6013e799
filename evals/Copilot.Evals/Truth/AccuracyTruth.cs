namespace Copilot.Evals.Truth;

/// <summary>How far off a planner would have been who always expects the last week again, counted from the deliveries themselves.</summary>
internal sealed class AccuracyTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Reach = 4;
    private const int Mondays = 3;
    private const int WeekDays = 7;

    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers => [new("accuracy.naive", NaiveAsync)];

    private async Task<TruthValue> NaiveAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var monday = days.Today;
        while (monday.DayOfWeek != DayOfWeek.Monday)
        {
            monday = monday.AddDays(-1);
        }

        var weeks = (Mondays * Reach) + 1;
        var first = monday.AddDays(-WeekDays * weeks);
        var moves = await sandbox.ReadAsync(
            "stock.move",
            $"[['product_id.default_code','=','{arguments[0]}'],['state','=','done'],['location_dest_id.usage','=','customer'],['date','>=','{days.StartOf(first)}'],['date','<','{days.StartOf(monday)}']]",
            "product_qty date",
            cancellationToken);
        var sums = new decimal[weeks];
        foreach (var move in moves)
        {
            sums[(days.DayOf(move.Text("date"))!.Value.DayNumber - first.DayNumber) / WeekDays] += move.Number("product_qty");
        }

        // The week before the first, fifth and ninth week stands for the four that follow.
        var off = Enumerable.Range(1, weeks - 1).Sum(t => Math.Abs(sums[t] - sums[(t - 1) / Reach * Reach]));
        return TruthValue.Number(Math.Round(100 * off / sums.Skip(1).Sum(), 0, MidpointRounding.AwayFromZero));
    }
}
