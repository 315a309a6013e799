using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Planning;

namespace Copilot.Conversation;

/// <summary>Shows what the rule planner would do with a question. Runs no tool and asks for no permit.</summary>
public sealed class RoutePreview
{
    private readonly RulePlanner _planner;
    private readonly IEntityCatalog _catalog;
    private readonly TimeProvider _time;

    internal RoutePreview(RulePlanner planner, IEntityCatalog catalog, TimeProvider time)
    {
        _planner = planner;
        _catalog = catalog;
        _time = time;
    }

    /// <summary>Plans a question as the first of a conversation.</summary>
    /// <param name="caller">Who would ask; the names are the caller's.</param>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The decision.</returns>
    public async Task<RouteDecision> DecideAsync(Caller caller, string question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(question);
        var names = await _catalog.GetAsync(caller, cancellationToken);
        var today = new ToolContext { Caller = caller, TurnId = "preview", Question = question, Now = _time.GetUtcNow() }.Today;
        var plan = _planner.Plan(new PlanInput { Question = question, Names = names, Today = today });
        return new RouteDecision
        {
            Tools = [.. plan.Steps.Where(s => !s.Tentative || plan.Steps.All(o => o.Tentative)).Select(s => new RoutedCall(s.Tool.Name, s.Arguments))],
            Score = plan.Score,
            Reply = plan.Reply is { } reply ? OwnWords.English.Reply(reply) : null,
        };
    }
}
