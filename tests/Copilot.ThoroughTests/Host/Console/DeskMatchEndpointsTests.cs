using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Odoo.Client;
using Copilot.Testing.Service;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Console;

/// <summary>What a document of the desk belongs to, over REST, on the practice company: compared, proposed, answered, and all of it in the audit trail.</summary>
public sealed class DeskMatchEndpointsTests : IAsyncLifetime
{
    private const string Documents = "/api/v1/documents";
    private const string Edi = "ISA*00*          *00*          *ZZ*SENDER         *01*123456789      *261114*0930*U*00401*000000042*0*P*>~GS*PO*SENDER*RECEIVER*20261114*0930*7*X*004010~ST*850*0001~BEG*00*SA*PO-17**20261114~PO1*1*5*EA*2.50**VP*A-1~CTT*1~SE*5*0001~GE*1*7~IEA*1*000000042~";

    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(5));
    private CopilotHost? _house;

    [Fact]
    public async Task An_invoice_that_differs_is_compared_and_its_steps_become_proposals_only_as_they_were_shown()
    {
        using var manager = await _house!.SignedInAsync(RoleNames.OperationsManager);
        var paper = await PracticePaper.WriteAsync(_house!.Services.GetRequiredService<IOdooClient>(), PracticeCompany.As(RoleNames.OperationsManager), _folder.Path);
        var id = await LaidAsync(manager, "invoice.xml", await File.ReadAllBytesAsync(paper));

        var match = (await manager.GetFromJsonAsync<JsonObject>($"{Documents}/{id}/match", _limit.Token))!;
        Assert.Equal("sure", match["state"]!.ToString());
        Assert.StartsWith("P", match["orders"]![0]!["name"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains(match["differences"]!.AsArray(), d => !d!["passes"]!.GetValue<bool>() && d["text"]!.ToString().Contains("too much", StringComparison.Ordinal));
        var question = match["steps"]![0]!["question"]!.ToString();
        Assert.StartsWith("Write to the supplier of P", question, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await ProposeAsync(manager, id, 99, null)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await ProposeAsync(manager, id, 0, "Pay everything")).Status);
        var (status, proposal) = await ProposeAsync(manager, id, 0, question);
        Assert.Equal((HttpStatusCode.Created, "odoo.expedite_receipt"), (status, proposal["tool"]!.ToString()));
        Assert.Equal("proposed", proposal["state"]!.ToString());
        Assert.Contains(id, proposal["reason"]!.ToString(), StringComparison.Ordinal);

        var entry = Assert.Single(await _house!.TrailAsync(AuditEntryKind.BusinessDocument), e => e.Content["what"]?.ToString() == "proposed");
        Assert.Equal((id, proposal["reference"]!.ToString()), (entry.Content["document"]!.ToString(), entry.Content["reference"]!.ToString()));
    }

    [Fact]
    public async Task A_paper_of_no_purchase_is_not_compared_and_only_edi_is_answered()
    {
        using var accountant = await _house!.SignedInAsync(RoleNames.Accountant);
        var order = await LaidAsync(accountant, "order.edi", Encoding.ASCII.GetBytes(Edi));
        Assert.Equal("not_compared", (await accountant.GetFromJsonAsync<JsonObject>($"{Documents}/{order}/match", _limit.Token))!["state"]!.ToString());
        using var answer = await accountant.GetAsync($"{Documents}/{order}/acknowledgement");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("AK9*A*1*1*1~", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("order.997.edi", answer.Content.Headers.ContentDisposition!.FileNameStar ?? answer.Content.Headers.ContentDisposition.FileName!.Trim('"'));

        var xml = await LaidAsync(accountant, "order.xml", Encoding.UTF8.GetBytes("<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><b:ID>PO-9</b:ID></Order>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await accountant.GetAsync($"{Documents}/{xml}/acknowledgement")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await accountant.GetAsync($"{Documents}/none/match")).StatusCode);
    }

    [Fact]
    public async Task Who_does_not_work_at_the_desk_compares_and_proposes_nothing()
    {
        using var seller = await _house!.SignedInAsync(RoleNames.SalesRep);
        Assert.Equal(HttpStatusCode.Forbidden, (await seller.GetAsync($"{Documents}/x/match")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ProposeAsync(seller, "x", 0, null)).Status);
    }

    public async Task InitializeAsync() => _house = await CopilotHost.StartAsync(TestHouse.Options(_folder) with { Prepare = HouseParts.Business }, CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _house!.DisposeAsync();
        _limit.Dispose();
        _folder.Dispose();
    }

    private static async Task<(HttpStatusCode Status, JsonObject Body)> ProposeAsync(HttpClient client, string id, int action, string? question)
    {
        using var answer = await client.PostAsJsonAsync($"{Documents}/{id}/propose", new { action, question });
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    private async Task<string> LaidAsync(HttpClient client, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var answer = await client.PostAsync(Documents + "/inbox", form);
        var id = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["documents"]![0]!["id"]!.ToString();
        while ((await client.GetFromJsonAsync<JsonObject>($"{Documents}/{id}", _limit.Token))!["document"]!["state"]!.ToString() == "new")
        {
        }

        return id;
    }
}
