using System.Text.Json.Nodes;
using System.Threading.Channels;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Drafting;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Copilot.Conversation.Streaming;

namespace Copilot.Conversation;

/// <summary>What is known of a turn while it runs; each stage of the pipeline adds its part.</summary>
internal sealed class RunningTurn(TurnRequest request, ChannelWriter<TurnUpdate> updates, DateTimeOffset startedAt, long stamp)
{
    /// <summary>Gets the question.</summary>
    public TurnRequest Request { get; } = request;

    /// <summary>Gets where updates go.</summary>
    public ChannelWriter<TurnUpdate> Updates { get; } = updates;

    /// <summary>Gets when it began.</summary>
    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>Gets the clock's reading at the beginning.</summary>
    public long Stamp { get; } = stamp;

    /// <summary>Gets or sets a value indicating whether the store knows the turn.</summary>
    public bool HasBegun { get; set; }

    /// <summary>Gets or sets a value indicating whether its end is on record.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>Gets or sets what the guard said of the question.</summary>
    public GuardVerdict? Verdict { get; set; }

    /// <summary>Gets or sets the plan.</summary>
    public Plan? Plan { get; set; }

    /// <summary>Gets or sets the uploaded documents the question is about.</summary>
    public IReadOnlyList<string> Attachments { get; set; } = request.Attachments;

    /// <summary>Gets or sets why the answer is of a lesser kind.</summary>
    public string? Degraded { get; set; }

    /// <summary>Gets or sets what was looked up.</summary>
    public IReadOnlyList<ExecutedCall> Calls { get; set; } = [];

    /// <summary>Gets or sets what the planners know of the question.</summary>
    public PlanInput? Input { get; set; }

    /// <summary>Gets or sets the turns before this one, oldest first.</summary>
    public IReadOnlyList<StoredTurn> Recent { get; set; } = [];

    /// <summary>Gets what earlier turns said in short, by their id, as far as this turn had it written; an empty text for one that can't be shortened in other words.</summary>
    public Dictionary<string, string> Summaries { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the kind of text that shall be drafted, or null.</summary>
    public DraftKind? Draft { get; set; }

    /// <summary>Gets or sets what a model said that did not stand, before the rules answered.</summary>
    public IReadOnlyList<string> CutBefore { get; set; } = [];

    /// <summary>Gets what of the answer was shown already.</summary>
    public ReleasedText Released { get; } = new();

    /// <summary>Gets or sets which planner answers.</summary>
    public PlannerKind Planner { get; set; } = PlannerKind.Rules;

    /// <summary>Gets or sets a value indicating whether no model is asked: the rules have read what somebody decided.</summary>
    public bool RulesOnly { get; set; }

    /// <summary>Gets or sets the tools that models are shown, and under which verdict they were chosen: another verdict, another choice.</summary>
    public (GuardVerdict Verdict, IReadOnlyList<ToolDefinition> Tools)? Offered { get; set; }

    /// <summary>Gets or sets what models have used.</summary>
    public TurnUsage Usage { get; set; } = new();

    /// <summary>Gets or sets what the models did, for the audit; null when none was asked.</summary>
    public JsonObject? Models { get; set; }

    /// <summary>Gets what a tool may know of the turn.</summary>
    public ToolContext Context() => new()
    {
        Caller = Request.Caller,
        TurnId = Request.TurnId,
        Question = Request.Question,
        Now = StartedAt,
        Focus = Request.Focus,
        Attachments = Attachments,
    };

    /// <summary>Gets what the house says of its own accord, in the caller's language.</summary>
    public OwnWords Words { get; } = new(request.Caller.Language);

    /// <summary>Tells the caller what is being done.</summary>
    public void Say(string status) => Updates.TryWrite(new StatusUpdate(Words.Say(status)));
}
