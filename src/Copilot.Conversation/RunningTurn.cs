using System.Threading.Channels;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;

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

    /// <summary>Tells the caller what is being done.</summary>
    public void Say(string status) => Updates.TryWrite(new StatusUpdate(status));
}
