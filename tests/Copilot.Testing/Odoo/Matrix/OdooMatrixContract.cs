using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.Testing.Odoo.Matrix;

/// <summary>
/// Each role with each tool, in its own company and in one it does not work in. What comes back is held against the server itself, asked beside the program:
/// no record of another company, none that the account may not read, no word of what was planted there; and nothing is prepared that the account could not do.
/// </summary>
public abstract class OdooMatrixContract(OdooServerUnderTest server) : OdooContract(server)
{
    /// <summary>Actions that a plain order gives no reason for.</summary>
    private static readonly string[] NeedsMore = ["odoo.release_credit_hold", "odoo.draft_vendor_bill"];

    private static readonly ConditionalWeakTable<OdooServerUnderTest, Task<(MatrixWorld Own, MatrixWorld Far)>> Worlds = [];

    public static TheoryData<string> Roles { get; } = new(RoleNames.All);

    [SkippableTheory]
    [MemberData(nameof(Roles))]
    public async Task A_look_up_gives_a_role_nothing_of_another_company_and_nothing_it_may_not_read(string role)
    {
        var (own, far) = await WorldsAsync();
        var caller = Server.Caller(Server.AccountOf(role), own.Company.Id);
        var watch = new MatrixWatch(this, caller, own.Company.Id, far);
        var faults = new List<string>();
        foreach (var tool in Server.Tools.Where(t => !t.Definition.Writes))
        {
            foreach (var (arguments, isFar) in Questions(tool.Definition, own, far))
            {
                var result = await RunAsync(tool, caller, arguments);
                faults.AddRange((await watch.FaultsAsync(result, arguments)).Select(f => $"{tool.Definition.Name} {arguments.ToJsonString()}: {f}"));
                if (isFar && result is { Outcome: ToolOutcome.Ok, Found: true } && result.Evidence.Any(e => e.Record is not null))
                {
                    // A name of the other company must not be found; the records were looked at above.
                    faults.AddRange(far.Names.Where(n => !arguments.ToJsonString().Contains(n, StringComparison.Ordinal) && Words(result).Contains(n, StringComparison.Ordinal)).Select(n => $"{tool.Definition.Name} tells of {n}"));
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [SkippableTheory]
    [MemberData(nameof(Roles))]
    public async Task An_action_is_prepared_only_where_the_account_could_do_it_itself(string role)
    {
        var (own, far) = await WorldsAsync();
        var caller = Server.Caller(Server.AccountOf(role), own.Company.Id);
        var watch = new MatrixWatch(this, caller, own.Company.Id, far);
        var faults = new List<string>();
        var prepared = new List<string>();
        foreach (var tool in Server.Tools.Where(t => t.Definition.Writes))
        {
            if (own.Action(tool.Definition.Name) is not { } mine || far.Action(tool.Definition.Name) is not { } theirs)
            {
                continue;
            }

            var result = await RunAsync(tool, caller, mine, own.Words(tool.Definition.Name));
            faults.AddRange((await watch.FaultsAsync(result, mine)).Select(f => $"{tool.Definition.Name} {mine.ToJsonString()}: {f}"));
            if (result.Action is { } draft)
            {
                prepared.Add(tool.Definition.Name);
                foreach (var record in draft.Records.Where(r => r.Record.Model is not ("product.product" or "product.supplierinfo" or "stock.warehouse" or "res.partner" or "stock.quant" or "stock.location")))
                {
                    if (tool.Definition.Name != "odoo.draft_vendor_bill" && !await watch.MayAsync(record.Record.Model, record.Record.Id, "write"))
                    {
                        faults.Add($"{tool.Definition.Name} is prepared, but {role} may not write {record.Record.Model} {record.Record.Id}");
                    }
                }
            }
            else if (role == RoleNames.OperationsManager && !NeedsMore.Contains(tool.Definition.Name))
            {
                faults.Add($"{tool.Definition.Name} is not prepared for who may: {result.Outcome} {result.Reason}{result.QuestionBack}");
            }

            var foreign = await RunAsync(tool, caller, theirs, far.Words(tool.Definition.Name));
            faults.AddRange((await watch.FaultsAsync(foreign, theirs)).Select(f => $"{tool.Definition.Name} {theirs.ToJsonString()}: {f}"));
            if (foreign.Action is { } strange)
            {
                faults.Add($"{tool.Definition.Name} {theirs.ToJsonString()} is prepared in a company {role} does not work in: {string.Join(", ", strange.Records.Select(r => $"{r.Record.Model} {r.Record.Id}"))}; {Words(foreign)}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(role != RoleNames.Auditor || prepared.Count == 0, string.Join(", ", prepared));
    }

    [SkippableFact]
    public async Task The_watch_sees_what_another_company_has_when_it_is_shown()
    {
        var (own, far) = await WorldsAsync();
        var everywhere = Server.Caller(Server.Admin, own.Company.Id, far.Company.Id);
        var arguments = new JsonObject { ["order"] = far.Order };
        var shown = await RunAsync(Server.Tool("odoo.order_status"), everywhere, arguments);
        Assert.True(shown.Found, shown.Reason);

        Assert.NotEmpty(await new MatrixWatch(this, Server.Caller(Server.Admin, own.Company.Id), own.Company.Id, far).FaultsAsync(shown, []));
        Assert.NotEmpty(await new MatrixWatch(this, Server.Caller(Server.Stockkeeper, own.Company.Id), own.Company.Id, own).FaultsAsync(
            shown with { Evidence = [.. shown.Evidence.Take(1).Select(e => e with { Record = new RecordRef("account.move", 1) })] }, []));
    }

    /// <summary>Each look-up with nothing said, with the first name it takes of the own company, and with every name of the other one.</summary>
    private static IEnumerable<(JsonObject Arguments, bool IsFar)> Questions(ToolDefinition tool, MatrixWorld own, MatrixWorld far)
    {
        yield return ([], false);
        var named = tool.Parameters.Where(p => own.For(p.Slot) is not null && far.For(p.Slot) is not null).ToList();
        foreach (var parameter in named.Where(p => p.Slot != SlotKind.Company).Take(1))
        {
            yield return (new JsonObject { [parameter.Name] = own.For(parameter.Slot) }, false);
        }

        foreach (var parameter in named)
        {
            yield return (new JsonObject { [parameter.Name] = far.For(parameter.Slot) }, true);
        }
    }

    private static string Words(ToolResult result) => MatrixWatch.Words(result);

    private static Task<ToolResult> RunAsync(ITool tool, Caller caller, JsonObject arguments, string question = "")
    {
        var call = new ToolCall { Id = "m", Tool = tool.Definition.Name, Arguments = arguments };
        var context = new ToolContext { Caller = caller, TurnId = "t", Question = question, Now = TimeProvider.System.GetUtcNow() };
        return tool.RunAsync(context, call, Permits.For(call, caller), None);
    }

    /// <summary>The two companies' records, made once for all tests of a server: nothing here changes them.</summary>
    private Task<(MatrixWorld Own, MatrixWorld Far)> WorldsAsync() => Worlds.GetValue(Server, _ => MakeWorldsAsync());

    private async Task<(MatrixWorld Own, MatrixWorld Far)> MakeWorldsAsync()
    {
        var seller = Assert.Single(await FindAsync("res.users", OdooDomain.Where("login", "=", Server.Salesperson.Login), null, "company_id"));
        var home = seller.Link("company_id")!.Value;
        var houses = await FindAsync("stock.warehouse", OdooDomain.All, "id", "company_id");
        var abroad = houses.Select(h => h.Link("company_id")!.Value).First(c => c.Id != home.Id);
        return (
            await MatrixWorld.MakeAsync(this, new CompanyRef(home.Id, home.Name), Mark, seller.Id),
            await MatrixWorld.MakeAsync(this, new CompanyRef(abroad.Id, abroad.Name), "zx" + Guid.NewGuid().ToString("N")[..10], seller.Id));
    }
}
