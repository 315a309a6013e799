using System.Globalization;
using Copilot.Contracts;
using Copilot.Evals.Reports;
using Copilot.Evals.Truth;
using Copilot.Forecasting.Lateness;
using Copilot.Sandbox;

namespace Copilot.Evals.Forecasting;

/// <summary>The chance that a line leaves late, on months of the practice company that were kept back: each month is told by what was learnt before it.</summary>
internal static class LatenessRun
{
    private const int Months = 6;
    private const int HistoryDays = 700;

    // What the product promises: at least a fifth better than always telling the share, and no further off than five points.
    private const decimal LeastGain = 20;
    private const decimal MostOff = 0.05m;

    /// <summary>Runs it on a company of its own.</summary>
    public static async Task<LatenessTrial> RunAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, time, cancellationToken);
        using var sandbox = new SandboxRpc(new HttpClient(), server.Address);
        return Run(await ReadAsync(sandbox, new CompanyDays(time), cancellationToken), cancellationToken);
    }

    /// <summary>Tells the last months one by one.</summary>
    public static LatenessTrial Run(ShippingHistory history, CancellationToken cancellationToken)
    {
        var told = new List<ToldLine>();
        for (var month = Months; month > 0; month--)
        {
            told.AddRange(LatenessModel.Tell(history, history.Today.AddMonths(-month), history.Today.AddMonths(1 - month), cancellationToken));
        }

        return told.Count > 0 ? LatenessTrial.Of(told) : throw new CopilotException("The practice company has too few lines to learn from. Look at its sales history.");
    }

    /// <summary>The limits; none when it was not run.</summary>
    public static IEnumerable<Gate> Gates(LatenessTrial? trial)
        => trial is null ? [] :
        [
            new Gate("late lines: better than the base rate, %", Math.Round(100 * (decimal)trial.Gain, 1), LeastGain, 100 * (decimal)trial.Gain >= LeastGain),
            new Gate("late lines: chance against share", Math.Round((decimal)trial.Calibration, 3), MostOff, (decimal)trial.Calibration <= MostOff),
        ];

    /// <summary>One line for people.</summary>
    public static string Words(LatenessTrial trial)
        => string.Create(
            CultureInfo.InvariantCulture,
            $"Late lines: {trial.Lines} of the last {Months} months, {100.0 * trial.Late / trial.Lines:0.0} % late, {100 * trial.Said:0.0} % said; Brier {trial.Brier:0.0000}, base rate {trial.Plain:0.0000} ({100 * trial.Gain:0.0} % better), off by {trial.Calibration:0.000}.");

    private static async Task<ShippingHistory> ReadAsync(SandboxRpc sandbox, CompanyDays days, CancellationToken cancellationToken)
    {
        var from = days.Today.AddDays(-HistoryDays);
        var warehouses = (await sandbox.ReadAsync("stock.picking.type", "[]", "warehouse_id", cancellationToken)).ToDictionary(Rows.Id, t => t.Link("warehouse_id") ?? 0);
        var suppliers = (await sandbox.ReadAsync("stock.picking", "[['picking_type_id.code','=','incoming']]", "partner_id", cancellationToken)).ToDictionary(Rows.Id, p => p.Link("partner_id") ?? 0);
        var moves = await sandbox.ReadAsync(
            "stock.move", $"[['state','not in',['draft','cancel']],['date','>=','{days.StartOf(from)}'],['picking_type_id.code','in',['incoming','outgoing']]]",
            "sale_line_id purchase_line_id product_id picking_type_id picking_id state create_date date date_deadline", cancellationToken);
        var lines = moves.Where(m => m.Link("sale_line_id") is not null && m.Text("date_deadline") is not null).GroupBy(m => m.Link("sale_line_id")!.Value).Select(g => new ShippedLine(
            g.Key, g.Min(m => m.Link("picking_id")!.Value), g.First().Link("product_id")!.Value, warehouses[g.First().Link("picking_type_id")!.Value], g.Min(m => days.DayOf(m.Text("create_date")))!.Value,
            g.Max(m => days.DayOf(m.Text("date_deadline")))!.Value, g.All(m => m.Text("state") == "done") ? g.Max(m => days.DayOf(m.Text("date"))) : null));
        var supplies = moves.Where(m => m.Link("purchase_line_id") is not null).Select(m => new SuppliedLine(
            m.Link("product_id")!.Value, warehouses[m.Link("picking_type_id")!.Value], suppliers[m.Link("picking_id")!.Value], days.DayOf(m.Text("create_date"))!.Value,
            days.DayOf(m.Text("date_deadline"))!.Value, m.Text("state") == "done" ? days.DayOf(m.Text("date")) : null));
        return new ShippingHistory { From = from, Today = days.Today, Lines = [.. lines], Supplies = [.. supplies] };
    }
}
