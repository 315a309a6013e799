namespace Copilot.Evals.Voices;

/// <summary>What a scripted model answers to one request.</summary>
/// <param name="Text">Its text, streamed in small pieces.</param>
/// <param name="Calls">The tools it wants called.</param>
internal sealed record VoiceReply(string Text, IReadOnlyList<VoiceCall> Calls)
{
    /// <summary>Only words.</summary>
    /// <param name="text">The words.</param>
    public static VoiceReply Says(string text) => new(text, []);

    /// <summary>Only calls.</summary>
    /// <param name="calls">The calls.</param>
    public static VoiceReply Asks(IReadOnlyList<VoiceCall> calls) => new(string.Empty, calls);
}
