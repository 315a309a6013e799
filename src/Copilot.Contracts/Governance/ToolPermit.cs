namespace Copilot.Contracts;

/// <summary>Proof that governance allowed exactly one tool call. Only Copilot.Governance can create one.</summary>
public sealed class ToolPermit
{
    internal ToolPermit(string callId, string toolName, string argumentsHash, string callerId)
    {
        CallId = callId;
        ToolName = toolName;
        ArgumentsHash = argumentsHash;
        CallerId = callerId;
    }

    /// <summary>Gets the one call this permit covers.</summary>
    public string CallId { get; }

    /// <summary>Gets the tool it covers.</summary>
    public string ToolName { get; }

    /// <summary>Gets the SHA-256 of the arguments it covers, lower-case hex, see <see cref="ToolCall.ArgumentsHash"/>.</summary>
    public string ArgumentsHash { get; }

    /// <summary>Gets the caller it was issued to.</summary>
    public string CallerId { get; }

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
