using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>Something an answer says.</summary>
/// <param name="Role">Its part in the answer.</param>
/// <param name="Text">Plain text; outside text may stand in it.</param>
/// <param name="EvidenceIds">What it stands on.</param>
/// <param name="Topic">What it is about.</param>
internal sealed record Statement(FindingRole Role, string Text, IReadOnlyList<string> EvidenceIds, string? Topic)
{
    /// <summary>Gets a value indicating whether the composer itself says it, from its own closed set of sentences; it claims nothing of the business. A mark on it only leads to the records it is about.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Gets the sentences that stood the citation check, with their marks.</summary>
    public IReadOnlyList<(string Text, IReadOnlyList<string> EvidenceIds)> Sentences { get; init; } = [];
}
