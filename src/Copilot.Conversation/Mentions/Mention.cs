using Copilot.Contracts;

namespace Copilot.Conversation.Mentions;

/// <summary>A place in a question that speaks of a thing the business knows.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last character.</param>
/// <param name="Candidates">What it may mean, best first; never empty.</param>
/// <param name="Said">Its words, typos put right: what to hand on when it means no single thing.</param>
internal sealed record Mention(int Start, int End, IReadOnlyList<MentionCandidate> Candidates, string Said)
{
    /// <summary>Gets the best reading.</summary>
    public MentionCandidate Best => Candidates[0];

    /// <summary>Gets the best reading's slot.</summary>
    public SlotKind Kind => Candidates[0].Kind;

    /// <summary>Gets the readings of one slot.</summary>
    public IReadOnlyList<MentionCandidate> Of(SlotKind kind) => [.. Candidates.Where(c => c.Kind == kind)];
}
