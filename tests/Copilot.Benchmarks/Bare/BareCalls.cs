using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;

namespace Copilot.Benchmarks.Bare;

/// <summary>Everything a turn asked of Odoo and SQLite, ready to be done again without the turn.</summary>
internal sealed class BareCalls(OdooReplay odoo, IReadOnlyList<Func<Task>> knowledge, TurnRows rows, BareStore store) : IDisposable
{
    public int Requests => odoo.Requests;

    public int KnowledgeCalls => knowledge.Count;

    /// <summary>Asks once and keeps the calls made.</summary>
    public static async Task<(BareCalls Calls, AskedTurn Asked)> RecordAsync(RunningHouse house, BareStore store, EverydayQuestion question, CancellationToken cancellationToken)
    {
        AskedTurn? asked = null;
        IReadOnlyList<Func<Task>> knowledge = [];
        var odoo = await OdooRecording.RecordAsync(async () =>
            knowledge = await house.Knowledge.RecordAsync(async () => asked = await house.AskAsync(question.Role, question.Text, cancellationToken)));
        var rows = await TurnRows.ReadAsync(house.Services, asked!.Turn!.TurnId, cancellationToken);
        return (new BareCalls(odoo, knowledge, rows, store), asked);
    }

    /// <summary>Does it all again.</summary>
    public async Task<BareTimes> RunAsync(CancellationToken cancellationToken)
    {
        var inOdoo = await Clock.TimeAsync(() => odoo.RunAsync(cancellationToken));
        var inKnowledge = await Clock.TimeAsync(async () =>
        {
            foreach (var call in knowledge)
            {
                await call();
            }
        });
        var started = Clock.Now;
        store.Turn(rows);
        return new BareTimes(inOdoo, inKnowledge, Clock.Since(started));
    }

    public void Dispose() => odoo.Dispose();
}
