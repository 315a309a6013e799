using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Testing.Odoo.Actions;

/// <summary>
/// What every writing tool keeps to, asked of one server: preparing writes nothing and stands on evidence, carrying out does what was
/// prepared and leaves its trace, and a second time changes nothing.
/// </summary>
internal sealed class ActionTrial(OdooServerUnderTest server) : IDisposable
{
    private const string Address = "http://127.0.0.1:1/console/proposals?id=7&<script>";

    private readonly BrittleClient client = new(server.Client);
    private ServiceProvider? services;

    public BrittleClient Connection => client;

    public void Dispose() => services?.Dispose();

    public IActionTool Tool(string name)
        => (services ??= server.ServicesOver(client)).GetServices<ITool>().OfType<IActionTool>().Single(t => t.Definition.Name == name);

    /// <summary>Prepares, with a question for the words around the names.</summary>
    public async Task<ToolResult> PrepareAsync(Caller caller, string tool, JsonObject arguments, string question = "", RecordRef? focus = null)
    {
        var call = new ToolCall { Id = "c", Tool = tool, Arguments = arguments };
        var context = new ToolContext { Caller = caller, TurnId = "t", Question = question, Now = TimeProvider.System.GetUtcNow(), Focus = focus };
        return await Tool(tool).RunAsync(context, call, Permits.For(call, caller), CancellationToken.None);
    }

    /// <summary>Prepares what must be possible: a draft whose every figure stands on its evidence, and nothing written by it.</summary>
    public async Task<ActionDraft> DraftAsync(Caller caller, string tool, JsonObject arguments, string question = "")
    {
        var before = client.Written;
        var result = await PrepareAsync(caller, tool, arguments, question);
        Assert.True(result is { Outcome: ToolOutcome.Ok, Found: true, Action: not null }, $"{tool}: {result.Outcome} {result.Reason}{result.QuestionBack}");
        Assert.Equal(before, client.Written);
        Assert.True(FigureCheck.Unsupported(result) is var unsupported && unsupported.Count == 0, string.Join("; ", unsupported));
        var draft = result.Action!;
        Assert.Equal(tool, draft.Tool);
        Assert.NotEmpty(draft.Records);
        Assert.NotEmpty(draft.Changes);
        Assert.NotEmpty(draft.EvidenceIds);
        Assert.All(draft.EvidenceIds, id => Assert.Contains(result.Evidence, e => e.Id == id));
        var again = (await PrepareAsync(caller, tool, (JsonObject)arguments.DeepClone(), question)).Action!;
        Assert.Equal(draft.Fingerprint(), again.Fingerprint());
        return draft;
    }

    /// <summary>An approved order of a draft, with a reference of its own.</summary>
    public static ActionOrder Approved(ActionDraft draft, Caller caller) => new()
    {
        ProposalId = "p1",
        Reference = "DC-" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant(),
        Draft = draft,
        RunsAs = caller,
        RequestedBy = "Sofia <b>Marin</b>",
        ApprovedBy = ["Henrik Aalto"],
        EvidenceUri = Address,
        Now = TimeProvider.System.GetUtcNow(),
    };

    public Task<ActionOutcome> ExecuteAsync(ActionOrder order)
        => Tool(order.Draft.Tool).ExecuteAsync(order, new ToolPermit("e", order.Draft.Tool, string.Empty, order.RunsAs.Id, order.Draft.Fingerprint()), CancellationToken.None);

    public Task<ActionOutcome> ReconcileAsync(ActionOrder order) => Tool(order.Draft.Tool).ReconcileAsync(order, CancellationToken.None);

    /// <summary>Prepares, carries out, looks it up and carries out again.</summary>
    public async Task<(ActionDraft Draft, ActionOutcome Outcome, ActionOrder Order)> CarryOutAsync(Caller caller, string tool, JsonObject arguments, string question = "")
        => await CarryOutAsync(await DraftAsync(caller, tool, arguments, question), caller);

    /// <summary>Carries a draft out, looks it up and carries it out again.</summary>
    public async Task<(ActionDraft Draft, ActionOutcome Outcome, ActionOrder Order)> CarryOutAsync(ActionDraft draft, Caller caller)
    {
        var order = Approved(draft, caller);
        var before = await ReconcileAsync(order);
        Assert.True(before.Kind == ActionOutcomeKind.NotYet, $"{draft.Tool} before: {before.Kind} {before.Summary}");
        var outcome = await ExecuteAsync(order);
        Assert.True(outcome.Kind == ActionOutcomeKind.Done, $"{draft.Tool}: {outcome.Kind} {outcome.Summary}");
        Assert.All(outcome.Steps, s => Assert.True(s.Done, s.Text));
        var found = await ReconcileAsync(order);
        Assert.True(found.Kind == ActionOutcomeKind.Done, $"{draft.Tool} looked up: {found.Kind} {found.Summary}");

        var written = client.Written;
        var second = await ExecuteAsync(order);
        Assert.True(second.Kind == ActionOutcomeKind.Done, $"{draft.Tool} again: {second.Kind} {second.Summary}");
        Assert.Equal(written, client.Written);
        await LeftItsTraceAsync(order, caller);
        return (draft, outcome, order);
    }

    /// <summary>The one message with the reference says who asked and who approved, as text.</summary>
    public async Task LeftItsTraceAsync(ActionOrder order, Caller caller)
    {
        var traces = (await server.Client.SearchReadAsync(
            caller, new OdooQuery { Model = "mail.message", Domain = OdooDomain.Where("body", "ilike", $"Reference {order.Reference}. Request"), Fields = ["body"] }, CancellationToken.None)).Rows;
        var body = Assert.Single(traces).Text("body")!;
        Assert.Contains("Asked by Sofia &lt;b&gt;Marin&lt;/b&gt;, approved by Henrik Aalto.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", body, StringComparison.Ordinal);
    }
}
