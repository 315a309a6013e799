using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>Writes the outbound work of a warehouse.</summary>
/// <param name="sheet">Where findings and evidence go.</param>
/// <param name="names">What is asked about.</param>
/// <param name="by">The last day looked at; null for all.</param>
/// <param name="cut">Whether there are more orders than were read.</param>
internal sealed class WarehouseWorkWriter(AnswerSheet sheet, ResolvedNames names, DateOnly? by, bool cut)
{
    private string About
        => (names["customer"] is { } c ? $" for {c.Name}" : string.Empty) + (names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty) + (by is { } day ? $" due by {Phrase.Day(day)}" : string.Empty);

    /// <summary>What to pick first, and why.</summary>
    public ToolResult Pick(IReadOnlyList<Work> work, int count)
    {
        var ready = work.Where(w => w.CanBePicked).ToList();
        var shown = ready.Take(count).ToList();
        var list = Count("work-ready", "Deliveries ready to pick", ready, $"open deliveries{About} with goods reserved and nothing in their way", shown.Count);
        var others = work.Where(w => !w.CanBePicked).ToList();
        if (ready.Count == 0)
        {
            var why = Count("work-blocked", "Deliveries that can't be picked", others, "those that wait for stock or are held");
            sheet.Say(FindingRole.Headline, work.Count == 0 ? $"There is nothing to pick{About}" : $"Nothing{About} can be picked now: {Phrase.Count(others.Count, "delivery waits", "deliveries wait")} for stock or {(others.Count == 1 ? "is" : "are")} held", null, list, why);
            return Finish(list, 0, 0);
        }

        var late = ready.Where(w => w.Due < sheet.Days.Today).ToList();
        var first = ready[0];
        var evidence = new List<string> { list, Add(first) };
        var text = $"Pick {first.Transfer.Name} ({first.Order.Name} for {first.Order.Customer}) first: {Why(first)}; {Phrase.Count(ready.Count, "delivery is", "deliveries are")} ready to pick{About}";
        if (late.Count > 0)
        {
            evidence.Add(Count("work-late", "Ready deliveries past their day", late, "ready deliveries whose promised day is over"));
            text += $", {late.Count} of them past {(late.Count == 1 ? "its" : "their")} day";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var item in shown)
        {
            sheet.Say(FindingRole.Item, $"{item.Transfer.Name} in {item.Order.Warehouse}: {item.Order.Name} for {item.Order.Customer}, {Why(item)}{(item.Transfer.Worker is { } who ? $", {who} has it" : string.Empty)}", item.Transfer.Name, Add(item));
        }

        if (others.Count > 0)
        {
            var blocked = Count("work-blocked", "Deliveries that can't be picked", others, "those that wait for stock or are held");
            var held = others.Where(w => w.IsReady).ToList();
            var heldCount = Count("work-held", "Ready deliveries that are held", held, "goods are there, but a credit hold, a failed pick or a missing document stands in the way");
            sheet.Say(FindingRole.Detail, $"Left out: {Phrase.Count(others.Count, "delivery", "deliveries")}, {held.Count} held although goods are there, the others wait for stock", null, blocked, heldCount);
        }

        sheet.Say(FindingRole.Cause, "Ranked by promised day, then urgency, customer class, complete before partial, and order value", null, list);
        sheet.Show(Table("Pick first", shown, ready.Count));
        return Finish(list, shown.Count, ready.Count);
    }

    /// <summary>Failed picks, and deliveries that can leave only in part or are past their day without goods.</summary>
    public ToolResult Exceptions(IReadOnlyList<Work> work, int count)
    {
        var failed = work.Where(w => w.Troubles(TroubleKind.FailedPick).Any()).ToList();
        var partial = work.Where(w => w.IsPartial && !failed.Contains(w)).ToList();
        var stuck = work.Where(w => !w.IsReady && w.Due < sheet.Days.Today && !failed.Contains(w)).ToList();
        List<Work> all = [.. failed, .. stuck, .. partial];
        var shown = all.Take(count).ToList();
        var list = Count("exceptions", "Pick and pack exceptions", all, $"open deliveries{About} whose pick failed, that are past their day without goods, or that can leave only in part", shown.Count);
        if (all.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No pick or pack exception is noted{About}: no failed pick, nothing partial, nothing overdue without goods", null, list);
            return Finish(list, 0, 0);
        }

        sheet.Say(
            FindingRole.Headline,
            $"{Phrase.Count(all.Count, "pick exception", "pick exceptions")}{About}: {Phrase.Count(failed.Count, "failed pick", "failed picks")}, {stuck.Count} past their day without goods, {partial.Count} that can leave only in part",
            null,
            list,
            Count("exceptions-failed", "Failed picks", failed, "deliveries on which somebody noted a failed pick"),
            Count("exceptions-stuck", "Past their day without goods", stuck, "deliveries past their promised day that wait for stock"),
            Count("exceptions-partial", "Only in part", partial, "deliveries with goods reserved for some lines only"));
        foreach (var item in shown)
        {
            var what = failed.Contains(item) ? Phrase.List(item.Troubles(TroubleKind.FailedPick).Select(t => $"pick failed: {t.Summary}"))
                : item.IsReady ? "only a part can leave" : item.Transfer.StateWords;
            var evidence = new List<string> { Add(item) };
            evidence.AddRange(item.Troubles(TroubleKind.FailedPick).Select(Add));
            var shortages = item.Order.Shortages.Take(2).ToList();
            evidence.AddRange(shortages.Select(s => Add(item, s)));
            var missing = shortages.Count > 0 ? $"; missing {Phrase.List(shortages.Select(s => $"{Phrase.Quantity(s.Missing, s.Unit)} of {s.Product}"))}" : string.Empty;
            sheet.Say(FindingRole.Item, $"{item.Transfer.Name} in {item.Order.Warehouse}: {item.Order.Name} for {item.Order.Customer}{DueWords(item)}, {what}{missing}", item.Transfer.Name, evidence);
        }

        sheet.Show(Table("Pick exceptions", shown, all.Count));
        return Finish(list, shown.Count, all.Count);
    }

    /// <summary>Orders that can't be released because a document or a lot is missing.</summary>
    public ToolResult Documents(IReadOnlyList<Work> work, ILookup<int, string> withoutLot, int count)
    {
        var all = work.Where(w => w.Troubles(TroubleKind.MissingDocument).Any() || withoutLot[w.Transfer.Id].Any()).ToList();
        var shown = all.Take(count).ToList();
        var list = Count("release", "Orders that lack a document or a lot", all, $"open deliveries{About} on which somebody noted a missing document, or whose reserved goods name no lot", shown.Count);
        if (all.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No open delivery{About} is noted to lack a document or a lot", null, list);
            return Finish(list, 0, 0);
        }

        sheet.Say(FindingRole.Headline, $"{Phrase.Count(all.Count, "order lacks", "orders lack")} a document or a lot for release{About}", null, list);
        foreach (var item in shown)
        {
            var troubles = item.Troubles(TroubleKind.MissingDocument).ToList();
            var lots = withoutLot[item.Transfer.Id].Take(3).ToList();
            var parts = troubles.Select(t => t.Summary).Concat(lots.Count > 0 ? [$"no lot named for {Phrase.List(lots)}"] : Array.Empty<string>());
            var evidence = new List<string> { Add(item) };
            evidence.AddRange(troubles.Select(Add));
            if (lots.Count > 0)
            {
                evidence.Add(sheet.Count($"no-lot:{item.Transfer.Id}", $"Products of {item.Transfer.Name} without a lot", withoutLot[item.Transfer.Id], "reserved goods that are tracked by lot and name none", lots.Select(l => FactOf.Code("Product", l))));
            }

            sheet.Say(FindingRole.Item, $"{item.Transfer.Name} in {item.Order.Warehouse}: {item.Order.Name} for {item.Order.Customer}{DueWords(item)}: {string.Join("; ", parts)}", item.Transfer.Name, evidence);
        }

        sheet.Show(Table("Lacking documents or lots", shown, all.Count));
        return Finish(list, shown.Count, all.Count);
    }

    /// <summary>Batches and waves with their work, and what is in none.</summary>
    public ToolResult Waves(IReadOnlyList<Work> work, IReadOnlyList<OdooRow> batches, bool known, int count)
    {
        var list = Count("work", "Open deliveries", work, $"open deliveries{About}");
        if (!known)
        {
            sheet.Say(FindingRole.Headline, $"This Odoo has no batch or wave transfers, or your account may not read them; {Phrase.Count(work.Count, "delivery is", "deliveries are")} open{About}", null, list);
            return Finish(list, 0, 0);
        }

        var free = work.Where(w => w.Transfer.Batch is null).ToList();
        var groups = batches.Select(b => (Batch: b, Work: work.Where(w => w.Transfer.Batch?.Id == b.Id).ToList())).Where(g => g.Work.Count > 0).OrderBy(g => g.Work.Min(w => w.Due ?? DateOnly.MaxValue)).ThenBy(g => g.Batch.Id).ToList();
        var counted = sheet.Count("waves", "Waves with open work", groups.Select(g => g.Batch.Text("name") ?? string.Empty), $"batches and waves with open deliveries{About}", FactOf.Number("Shown", Math.Min(count, groups.Count)));
        var none = Count("work-free", "Open deliveries in no wave", free, "open deliveries that belong to no batch or wave");
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(groups.Count, "wave has", "waves have")} open work{About}; {Phrase.Count(free.Count, "open delivery is", "open deliveries are")} in no wave", null, counted, none);
        foreach (var (batch, own) in groups.Take(count))
        {
            var name = batch.Text("name") ?? string.Empty;
            var first = own.Min(w => w.Due);
            var record = sheet.Record(
                "stock.picking.batch", batch.Id, $"Wave {name}", $"{name} is {BatchState(batch)}, {own.Count} deliveries open", batch,
                [FactOf.Code("Wave", name), FactOf.Number("Open deliveries", own.Count), FactOf.Text("Picker", batch.Link("user_id")?.Name), .. first is { } day ? [FactOf.Date("First due", day)] : Array.Empty<Fact>()]);
            sheet.Say(
                FindingRole.Item,
                $"{name}: {BatchState(batch)}{(batch.Link("user_id") is { } who ? $", picked by {who.Name}" : ", nobody assigned")}, {Phrase.Count(own.Count, "delivery", "deliveries")} open{(first is { } due ? $", the first due {Phrase.Day(due)}" : string.Empty)}",
                name,
                record);
        }

        return Finish(counted, Math.Min(count, groups.Count), groups.Count);
    }

    /// <summary>What must leave on each day against what leaves on a usual one.</summary>
    public ToolResult Load(IReadOnlyList<Work> work, IReadOnlyList<(DateOnly Day, int Count)> throughput)
    {
        var list = Count("work", "Open deliveries", work, $"open deliveries{About}");
        var left = throughput.Sum(t => t.Count);
        var evidence = new List<string> { list };
        var text = $"{Phrase.Count(work.Count, "delivery must", "deliveries must")} leave{About}";
        var usual = throughput.Count == 0 ? 0 : Math.Round((decimal)left / throughput.Count, 1);
        if (throughput.Count > 0)
        {
            evidence.Add(sheet.Calculate(
                "throughput", "Deliveries on a usual day", CalculationOperation.Ratio, [FactOf.Number("Deliveries that left in four weeks", left), FactOf.Number("Days on which something left", throughput.Count)], FactOf.Number("A day", usual),
                "deliveries that left in the last four weeks divided by the days on which something left", FactOf.Number("Left", left), FactOf.Number("Days", throughput.Count)));
            text += $"; on a usual day {Phrase.Number(usual)} leave ({Phrase.Number(left)} on {Phrase.Count(throughput.Count, "day", "days")} of the last four weeks)";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var day in work.GroupBy(w => w.Due is { } d && d < sheet.Days.Today ? sheet.Days.Today.AddDays(-1) : w.Due ?? DateOnly.MaxValue).OrderBy(g => g.Key))
        {
            Day(day.Key, [.. day], usual);
        }

        if (throughput.Count == 0)
        {
            sheet.Say(FindingRole.Caveat, "Nothing left in the last four weeks, so there is no usual day to compare with", null, list);
        }

        return Finish(list, work.Count, work.Count);
    }

    private void Day(DateOnly day, List<Work> work, decimal usual)
    {
        var id = day.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture);
        var overdue = day < sheet.Days.Today;
        var name = overdue ? "Past their day" : day == DateOnly.MaxValue ? "Without a day" : Phrase.Day(day);
        var ready = work.Where(w => w.CanBePicked).ToList();
        var evidence = new List<string>
        {
            sheet.Count($"load:{id}", $"{name}: deliveries", work.Select(w => w.Transfer.Name), "open deliveries of that day", overdue || day == DateOnly.MaxValue ? [] : [FactOf.Date("Day", day)]),
            Count($"load-ready:{id}", $"{name}: ready to pick", ready, "those with goods reserved and nothing in their way"),
        };
        var text = $"{name}: {Phrase.Count(work.Count, "delivery", "deliveries")}, {ready.Count} ready to pick";
        if (usual > 0)
        {
            var share = Math.Round(100 * work.Count / usual, 1);
            evidence.Add(sheet.Calculate(
                $"load-share:{id}", $"{name}: share of a usual day", CalculationOperation.Share, [FactOf.Number("Deliveries", work.Count), FactOf.Number("On a usual day", usual)], FactOf.Percent("Share of a usual day", share), "deliveries of that day divided by those of a usual day"));
            text += $", {Phrase.Percent(share)} of a usual day";
        }

        sheet.Say(FindingRole.Item, text, name, evidence);
    }

    private static string BatchState(OdooRow batch) => batch.Text("state") switch { "draft" => "a draft", "in_progress" => "in progress", "done" => "done", "cancel" => "cancelled", var s => s ?? "open" };

    private string Why(Work work)
    {
        var reasons = new List<string>();
        if (work.Due is { } due)
        {
            reasons.Add(due < sheet.Days.Today ? $"promised {Phrase.Day(due)} and past its day" : due == sheet.Days.Today ? $"promised for today, {Phrase.Day(due)}" : $"promised {Phrase.Day(due)}");
        }

        if (work.Transfer.Urgent)
        {
            reasons.Add("marked urgent");
        }

        if (work.Order.CustomerClass is { } customerClass)
        {
            reasons.Add($"customer class {customerClass}");
        }

        reasons.Add(work.IsPartial ? "a part of it can leave" : "all goods reserved");
        return string.Join(", ", reasons);
    }

    private static string DueWords(Work work) => work.Due is { } due ? $", due {Phrase.Day(due)}" : string.Empty;

    private string Count(string id, string title, IReadOnlyList<Work> work, string formula, int? shown = null)
        => sheet.Count(
            id, title, work.Select(w => w.Transfer.Name), formula,
            [.. shown is { } s ? [FactOf.Number("Shown", s)] : Array.Empty<Fact>(), .. by is { } day ? [FactOf.Date("By", day)] : Array.Empty<Fact>(), .. names.Facts]);

    private string Add(Work work)
        => sheet.Record(
            "stock.picking",
            work.Transfer.Id,
            $"Delivery {work.Transfer.Name} — {work.Order.Customer}",
            $"{work.Transfer.Name} in {work.Order.Warehouse}: {work.Order.Name} for {work.Order.Customer}, {work.Transfer.StateWords}{(work.Blocks.Count > 0 ? ", " + string.Join(", ", work.Blocks) : string.Empty)}",
            work.Transfer.Row,
            [
                FactOf.Code("Delivery", work.Transfer.Name),
                FactOf.Code("Order", work.Order.Name),
                FactOf.Text("Customer", work.Order.Customer),
                FactOf.Code("Warehouse", work.Order.Warehouse),
                FactOf.Text("State", work.Transfer.StateWords),
                .. work.Due is { } due ? [FactOf.Date("Due", due)] : Array.Empty<Fact>(),
                .. work.Order.CustomerClass is { } c ? [FactOf.Text("Customer class", c)] : Array.Empty<Fact>(),
                .. work.Transfer.Worker is { } who ? [FactOf.Text("Picker", who)] : Array.Empty<Fact>(),
            ]);

    private string Add(Trouble trouble)
        => sheet.Record("mail.activity", trouble.Row.Id, trouble.Kind == TroubleKind.FailedPick ? "Pick exception" : "Document missing", trouble.Summary, trouble.Row, FactOf.Text("Noted", trouble.Summary));

    private string Add(Work work, Shortage shortage)
        => sheet.Aggregate(
            $"shortage:{work.Order.Id}:{shortage.ProductId}", $"Shortage of {shortage.Product} for {work.Order.Name}", $"{Phrase.Quantity(shortage.Missing, shortage.Unit)} of {shortage.Product} are not on the shelf for {work.Order.Name}",
            FactOf.Code("Product", shortage.Product), FactOf.Quantity("Missing", shortage.Missing, shortage.Unit));

    private ToolResult Finish(string list, int shown, int total)
    {
        if (shown < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown} of {total}", null, list);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "There are more open orders than I can weigh at once; name a warehouse or a day to see all", null, list);
        }

        return sheet.Finish(new ListCut(shown, total));
    }

    private TableCard Table(string title, List<Work> shown, int total) => new()
    {
        Title = title,
        Columns =
        [
            new("delivery", "Delivery", FactKind.Code), new("order", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text), new("class", "Class", FactKind.Text), new("warehouse", "Warehouse", FactKind.Code),
            new("due", "Due", FactKind.Date), new("state", "State", FactKind.Text),
        ],
        Rows = [.. shown.Select(w => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(w.Transfer.Name), JsonValue.Create(w.Order.Name), JsonValue.Create(w.Order.Customer), JsonValue.Create(w.Order.CustomerClass), JsonValue.Create(w.Order.Warehouse),
            w.Due is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null, JsonValue.Create(w.Blocks.Count > 0 ? string.Join(", ", w.Blocks) : "ready to pick"),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(Add)],
    };
}
