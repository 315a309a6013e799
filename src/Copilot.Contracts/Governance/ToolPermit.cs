namespace Copilot.Contracts;

/// <summary>Proof that governance allowed exactly one tool call. Only Copilot.Governance can create one.</summary>
public sealed class ToolPermit
{
    internal ToolPermit(string callId, string toolName, string argumentsHash, string callerId, string? actionFingerprint = null, bool isShared = false)
    {
        CallId = callId;
        ToolName = toolName;
        ArgumentsHash = argumentsHash;
        CallerId = callerId;
        ActionFingerprint = actionFingerprint;
        IsShared = isShared;
    }

    /// <summary>Gets the one call this permit covers.</summary>
    public string CallId { get; }

    /// <summary>Gets the tool it covers.</summary>
    public string ToolName { get; }

    /// <summary>Gets the SHA-256 of the arguments it covers, lower-case hex, see <see cref="ToolCall.ArgumentsHash"/>.</summary>
    public string ArgumentsHash { get; }

    /// <summary>Gets the caller it was issued to.</summary>
    public string CallerId { get; }

    /// <summary>Gets the fingerprint of the one action it lets run, see <see cref="ActionDraft.Fingerprint"/>; null for a permit that only reads or prepares.</summary>
    public string? ActionFingerprint { get; }

    /// <summary>Gets a value indicating whether the policies call the tool shared: a caller without an account of their own may use it with the service account, within their companies.</summary>
    public bool IsShared { get; }

    /// <summary>Throws when this permit does not cover the execution. Every write runs behind this check.</summary>
    /// <param name="order">The action about to run.</param>
    /// <exception cref="InvalidOperationException">The permit is for another action, another person, or for no execution at all.</exception>
    public void MustCover(ActionOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (ActionFingerprint is null || order.Draft.Tool != ToolName || order.RunsAs.Id != CallerId || order.Draft.Fingerprint() != ActionFingerprint)
        {
            throw new InvalidOperationException($"The permit for {ToolName} does not cover this action of {order.Draft.Tool}.");
        }
    }

    /// <summary>Throws when this permit does not cover the call. Every tool runs behind this check.</summary>
    /// <param name="call">The call about to run.</param>
    /// <param name="caller">Who asks.</param>
    /// <exception cref="InvalidOperationException">The permit is for another call, tool, caller or other arguments.</exception>
    public void MustCover(ToolCall call, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        if (call.Id != CallId || call.Tool != ToolName || caller.Id != CallerId || call.ArgumentsHash() != ArgumentsHash)
        {
            throw new InvalidOperationException($"The permit for {ToolName} does not cover this call of {call.Tool}.");
        }
    }
}
