using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Actions;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ChangeReceiptDateToolTests(PracticeCompany company) : ActionToolTests(company)
{
    protected override string Name => "odoo.change_receipt_date";

    protected override IReadOnlyList<string> Refused => NotPurchasing;

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync() =>
    [
        new() { ["purchase_order"] = await PendingAsync(), ["expected"] = "2031-01-02", ["message"] = "The supplier confirmed it" },
        new() { ["purchase_order"] = await PendingAsync(), ["product"] = await ProductAsync(), ["expected"] = "2031-01-02" },
        new() { ["purchase_order"] = await PendingAsync() },
        new() { ["purchase_order"] = await NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "full")), ["expected"] = "2031-01-02" },
    ];

    [Fact]
    public async Task Each_outstanding_line_is_moved_to_the_day_and_its_old_day_is_kept_for_going_back()
    {
        var draft = (await RunAsync(Manager, Samples[0])).Action!;
        var (days, before) = (draft.Execution["days"]!.AsObject(), draft.Execution["before"]!.AsObject());
        Assert.NotEmpty(days);
        Assert.Equal(days.Select(d => d.Key), before.Select(d => d.Key));
        Assert.All(days, d => Assert.StartsWith("2031-01-02 ", d.Value!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(draft.Changes, c => Assert.Equal("Thu 2 Jan 2031", c.New));
        Assert.Equal("The supplier confirmed it", draft.Reason);
    }

    [Fact]
    public async Task With_a_product_only_its_lines_are_moved()
        => Assert.Single((await RunAsync(Manager, Samples[1])).Action!.Changes);

    [Fact]
    public async Task Without_a_day_it_asks_for_one_and_a_day_that_is_over_is_refused()
    {
        Assert.Contains("On which day", (await RunAsync(Manager, Samples[2])).QuestionBack, StringComparison.Ordinal);
        var past = new JsonObject { ["purchase_order"] = await PendingAsync(), ["expected"] = "2001-01-02" };
        Assert.Contains("is over", (await RunAsync(Manager, past.ToJsonString())).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_in_full_has_no_day_to_change()
        => Assert.Contains("outstanding", (await RunAsync(Manager, Samples[3])).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_day_on_which_the_company_does_not_work_is_told_with_the_next_one()
    {
        var warnings = (await RunAsync(Manager, Moved(await PendingAsync(), new DateOnly(2031, 1, 4)))).Action!.Warnings;
        Assert.Contains(warnings, w => w.Contains("Sat 4 Jan 2031 is no working day of Meridian", StringComparison.Ordinal) && w.Contains("the next working day is Mon 6 Jan 2031", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_holiday_of_the_company_is_told_by_its_name()
    {
        var today = TimeProvider.System.GetUtcNow();
        var christmas = new DateOnly(today is { Month: 12, Day: > 23 } ? today.Year + 1 : today.Year, 12, 25);
        var warnings = (await RunAsync(Manager, Moved(await PendingAsync(), christmas))).Action!.Warnings;
        Assert.Contains(warnings, w => w.Contains("is a holiday of Meridian", StringComparison.Ordinal) && w.Contains("(Christmas Day)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_working_day_is_not_warned_of()
        => Assert.DoesNotContain((await RunAsync(Manager, Samples[0])).Action!.Warnings, w => w.Contains("working day", StringComparison.Ordinal) || w.Contains("holiday", StringComparison.Ordinal));

    private static string Moved(string order, DateOnly day) => new JsonObject { ["purchase_order"] = order, ["expected"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }.ToJsonString();

    private Task<string> PendingAsync() => NameAsync("purchase.order", OdooDomain.Where("receipt_status", "=", "pending"));

    private async Task<string> ProductAsync()
    {
        var page = await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            Manager, new OdooQuery { Model = "purchase.order.line", Domain = OdooDomain.Where("order_id.name", "=", await PendingAsync()).And("product_id", "!=", null), Fields = ["product_id"], Order = "id", Limit = 1 }, CancellationToken.None);
        return ActionReads.ProductCode(page.Rows[0].Link("product_id")!.Value.Name);
    }
}
