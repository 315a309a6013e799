using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Exceptions;

/// <summary>Preparing changes nothing, so the company stays as others find it.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed class ResolveExceptionToolTests(PracticeCompany company) : Actions.ActionToolTests(company)
{
    protected override string Name => "exceptions.resolve";

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    protected override async Task<IReadOnlyList<JsonObject>> SamplesAsync()
    {
        var held = await NameAsync("sale.order", OdooDomain.Where("client_order_ref", "=", "BT-1187"));
        var late = await NameAsync("purchase.order", OdooDomain.Where("partner_ref", "=", "SGW-90417"));
        return
        [
            new JsonObject { ["order"] = held, ["kind"] = "credit_hold", ["state"] = "acting" },
            new JsonObject { ["purchase_order"] = late, ["kind"] = "late_receipt", ["state"] = "dismissed", ["message"] = "The supplier has shipped." },
            new JsonObject { ["purchase_order"] = late, ["kind"] = "late_receipt", ["state"] = "dismissed" },
            new JsonObject { ["kind"] = "price_deviation" },
        ];
    }

    [Fact]
    public async Task What_it_would_change_is_said_and_to_dismiss_there_must_be_a_reason()
    {
        var draft = (await RunAsync(Manager, Samples[1])).Action!;
        Assert.Equal(("new", "dismissed", "The supplier has shipped."), (draft.Changes[0].Old, draft.Changes[0].New, draft.Reason));
        var asked = await RunAsync(Manager, Samples[2]);
        Assert.Null(asked.Action);
        Assert.Contains("Why", asked.QuestionBack, StringComparison.Ordinal);
        Assert.Contains("Which", (await RunAsync(Manager, "{}")).QuestionBack, StringComparison.Ordinal);
    }
}
