using System.Globalization;
using System.Text;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Matching;

/// <summary>Makes the papers of the examination from the practice company's own orders: each kind several times, as UBL and as pages in six languages, the same each time.</summary>
internal sealed class PaperMill
{
    private static readonly string[] Languages = ["en-GB", "de", "fr", "es", "nl", "it"];

    private readonly List<JudgedPaper> _made = [];
    private readonly IReadOnlyList<BoughtOrder> _orders;
    private readonly HashSet<int> _used = [];
    private readonly DateOnly _today;

    private PaperMill(IReadOnlyList<BoughtOrder> orders, DateOnly today) => (_orders, _today) = (orders, today);

    /// <summary>Makes them.</summary>
    /// <param name="sandbox">The practice company.</param>
    /// <param name="days">Its days.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<IReadOnlyList<JudgedPaper>> MakeAsync(SandboxRpc sandbox, CompanyDays days, CancellationToken cancellationToken)
    {
        var mill = new PaperMill(await BoughtOrders.ReadAsync(sandbox, days, cancellationToken), days.Today);
        mill.Bills();
        mill.Strangers();
        mill.Answers();
        await mill.TwinsAsync(sandbox, days, cancellationToken);
        return mill._made;
    }

    private void Bills()
    {
        foreach (var (order, i) in Take(8, o => o.IsBillable))
        {
            Add("clean", Bill(order), i % 2 == 0, [order.Name]);
        }

        foreach (var (order, i) in Again(4, o => o.IsBillable).Concat(Take(3, Received)))
        {
            var paper = Bill(order);
            var first = paper.Lines[0];
            var raised = first with { Price = Math.Round(first.Price * 1.15m, 2) + 1 };
            Add("price", paper with { Lines = [raised, .. paper.Lines.Skip(1)] }, i % 2 == 1, [order.Name], [.. Due(order), "Price"], money: order.IsBillable ? Math.Round((raised.Price - first.Price) * first.Quantity, 2) : null);
        }

        foreach (var (order, i) in Take(5, o => o.IsOpen && o.Ordered <= _today.AddDays(-2)))
        {
            Add("not received", Bill(order), i % 2 == 0, [order.Name], ["Quantity"], money: order.Lines.Sum(l => Math.Round(l.Quantity * l.Price, 2)));
        }

        foreach (var (order, i) in Take(10, o => Received(o) && o.Name.Length >= 6))
        {
            var n = order.Name;
            var said = (i % 5) switch { 0 => $"PO{int.Parse(n[1..], CultureInfo.InvariantCulture)}", 1 => $"{n[..^2]}{n[^1]}{n[^2]}", 2 => n.Replace('0', 'O'), 3 => $"{n[..3]}{n[4..]}", _ => $"{n[0]}-{n[1..]} / {order.Ordered:dd.MM.yyyy}" };
            Add("typo", Bill(order) with { Order = said }, i % 2 == 1, [order.Name], Due(order));
        }

        foreach (var (order, i) in Again(4, o => o.IsBillable && o.Lines.Count > 1))
        {
            var paper = Bill(order);
            Add("partial", paper with { Lines = [.. paper.Lines.Take(paper.Lines.Count - 1).Select(l => l with { Quantity = Math.Max(1, Math.Floor(l.Quantity / 2)) })] }, i % 2 == 0, [order.Name]);
        }

        foreach (var (order, i) in Again(2, o => o.IsBillable && Tens(o)).Concat(Take(4, o => Received(o) && Tens(o))))
        {
            var paper = Bill(order);
            Add("packs", paper with { Lines = [.. paper.Lines.Select(l => l with { Quantity = l.Quantity / 10, Price = l.Price * 10, Unit = "BX" })] }, i % 2 == 1, [order.Name], Due(order));
        }

        foreach (var (order, _) in Again(2, o => o.IsBillable && o.Lines.Count > 1))
        {
            Add("no reference", Bill(order) with { Order = null }, pdf: false, [order.Name]);
        }

        foreach (var (order, _) in Again(2, o => o.IsBillable).Concat(Take(3, Received)))
        {
            var paper = Bill(order);
            Add("names only", paper with { Lines = [.. paper.Lines.Select(l => l with { Theirs = null, Ours = null })] }, pdf: false, [order.Name], Due(order));
        }

        foreach (var (order, i) in Again(3, o => o.IsBillable))
        {
            var paper = Bill(order);
            Add("freight", paper with { Lines = [.. paper.Lines, new PaperLine(null, null, i == 0 ? "Frachtkosten" : i == 1 ? "Freight" : "Frais de port", 1, "C62", 85)] }, i % 2 == 0, [order.Name], ["Charge"], money: 85);
        }

        foreach (var pair in _orders.Where(o => Received(o) && !_used.Contains(o.Id)).GroupBy(o => o.Supplier).Where(g => g.Count() > 1).Take(4).Select(g => g.Take(2).ToList()).ToList())
        {
            var (first, second) = (Bill(pair[0]), Bill(pair[1]));
            _used.UnionWith(pair.Select(o => o.Id));
            Add("two orders", first with { Date = first.Date > second.Date ? first.Date : second.Date, Order = $"{pair[0].Name}, {pair[1].Name}", Lines = [.. first.Lines.Select(l => l with { Order = pair[0].Name }), .. second.Lines.Select(l => l with { Order = pair[1].Name })] }, pdf: false, [pair[0].Name, pair[1].Name], [.. pair.SelectMany(Due).Distinct()]);
        }
    }

    private bool Received(BoughtOrder order) => order.IsReceived && order.Ordered >= _today.AddDays(-250);

    private static bool Tens(BoughtOrder order) => order.Lines.All(l => l.Quantity % 10 == 0);

    // What is billed already can't be billed again.
    private static IReadOnlyList<string> Due(BoughtOrder order) => order.Lines.Any(l => l.Billed > 0) ? ["Quantity"] : [];

    private void Strangers()
    {
        foreach (var (order, i) in Take(4, Received))
        {
            var paper = Bill(order);
            Add("unknown order", paper with { Order = $"P{98000 + i}", Lines = [.. paper.Lines.Select(l => l with { Quantity = l.Quantity + 7 + i })] }, i % 2 == 0, []);
        }

        foreach (var i in Enumerable.Range(0, 3))
        {
            Add("unknown supplier", new Paper("invoice", $"GW-{880 + i}", _today.AddDays(-4), i == 0 ? null : $"4500{71230 + i}", "Zephyr Generatorenbau Quakenbrück", [new($"ZG-{100 + i}", null, "Diesel generator 40 kVA", 1 + i, "C62", 8450), new(null, null, "Commissioning on site", 1, "C62", 900)]), i % 2 == 0, []);
        }
    }

    private void Answers()
    {
        foreach (var (order, i) in Again(3, o => o.IsOpen))
        {
            Add("later day", Bill(order) with { Type = "order_confirmation", Number = $"AB{71000 + i}", Date = order.Ordered.AddDays(1), Delivery = order.Planned.AddDays(12) }, pdf: false, [order.Name], ["Date"]);
        }

        foreach (var (order, i) in Again(2, o => o.IsOpen))
        {
            var paper = Bill(order) with { Type = "order_confirmation", Number = $"AB{72000 + i}", Date = order.Ordered.AddDays(1), Delivery = order.Planned };
            Add("less confirmed", paper with { Lines = [paper.Lines[0] with { Quantity = paper.Lines[0].Quantity - 1 }, .. paper.Lines.Skip(1)] }, pdf: false, [order.Name], ["Quantity"]);
        }

        foreach (var (order, i) in Again(4, o => o.IsOpen))
        {
            Add("delivery", Bill(order) with { Type = "delivery_note", Number = $"LS{73000 + i}" }, i % 2 == 0, [order.Name]);
        }

        foreach (var (order, i) in Again(2, o => o.IsOpen))
        {
            var paper = Bill(order) with { Type = "delivery_note", Number = $"LS{74000 + i}" };
            Add("too much", paper with { Lines = [paper.Lines[0] with { Quantity = paper.Lines[0].Quantity + 5 }, .. paper.Lines.Skip(1)] }, i % 2 == 1, [order.Name], ["Quantity"]);
        }
    }

    private async Task TwinsAsync(SandboxRpc sandbox, CompanyDays days, CancellationToken cancellationToken)
    {
        var bills = await sandbox.ReadAsync("account.move", $"[['move_type','=','in_invoice'],['state','=','posted'],['ref','!=',false],['invoice_origin','!=',false],['invoice_date','>=','{_today.AddDays(-200):yyyy-MM-dd}']]", "name ref amount_untaxed amount_total invoice_date invoice_origin", cancellationToken);
        var repeated = bills.GroupBy(b => b.Text("ref")).Where(g => g.Count() > 1).SelectMany(g => g).Select(b => b.Id()).ToHashSet();
        var billed = bills.Where(b => !repeated.Contains(b.Id())).Select(b => (Bill: b, Order: _orders.FirstOrDefault(o => o.Name == b.Text("invoice_origin")))).Where(p => p.Order is not null && p.Order.Lines.Sum(l => Math.Round(l.Billed * l.Price, 2)) == p.Bill.Number("amount_untaxed")).Take(5);
        foreach (var ((bill, order), i) in billed.Select((b, i) => (b, i)))
        {
            var paper = Bill(order!) with { Number = i % 2 == 0 ? bill.Text("ref")! : bill.Text("ref")!.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant(), Date = days.DayOf(bill.Text("invoice_date"))!.Value };
            Add("duplicate", paper with { Lines = [.. order!.Lines.Where(l => l.Billed > 0).Select(l => Line(l, l.Billed))] }, pdf: false, [order.Name], ["Quantity"], bill.Text("name"));
        }
    }

    private Paper Bill(BoughtOrder order)
        => new("invoice", $"{order.Supplier[..2].ToUpperInvariant()}-{order.Id + 50000}", Earlier(order.Planned.AddDays(1), _today), order.Name, order.Supplier, [.. order.Lines.Select(l => Line(l, l.Quantity))]);

    private static PaperLine Line(BoughtLine line, decimal quantity) => new(line.SupplierCode, line.SupplierCode is null ? line.Code : null, line.Name, quantity, "C62", line.Price);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private IEnumerable<(BoughtOrder Order, int Index)> Take(int count, Func<BoughtOrder, bool> which)
    {
        var chosen = _orders.Where(o => !_used.Contains(o.Id) && which(o)).Take(count).ToList();
        _used.UnionWith(chosen.Select(o => o.Id));
        return chosen.Select((o, i) => (o, i));
    }

    /// <summary>The same, whether they served before or not.</summary>
    private IEnumerable<(BoughtOrder Order, int Index)> Again(int count, Func<BoughtOrder, bool> which) => _orders.Where(which).Take(count).Select((o, i) => (o, i));

    private void Add(string kind, Paper paper, bool pdf, IReadOnlyList<string> orders, IReadOnlyList<string>? differences = null, string? twin = null, decimal? money = null)
    {
        var number = _made.Count;
        var name = $"{number:000}-{kind.Replace(' ', '-')}.{(pdf ? "pdf" : "xml")}";
        var content = pdf ? PdfPaper.Write(paper, Languages[number % Languages.Length], new Random(9000 + number)) : Encoding.UTF8.GetBytes(UblPaper.Write(paper));
        _made.Add(new JudgedPaper(name, kind, content, orders, differences ?? [], twin) { Money = money });
    }
}
