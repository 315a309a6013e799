namespace Copilot.Evals.Answering;

/// <summary>One question to the documents, asked as a whole turn.</summary>
/// <param name="Set">The file it stands in.</param>
/// <param name="Id">Its id.</param>
/// <param name="Question">The question.</param>
/// <param name="Expected">The sections that answer it; none when it must be declined.</param>
/// <param name="First">The section or record that the answer names first; null when there was no answer.</param>
/// <param name="Mark">How it was answered.</param>
public sealed record AnswerResult(string Set, string Id, string Question, IReadOnlyList<string> Expected, string? First, AnswerMark Mark)
{
    /// <summary>Gets a value indicating whether a turn without a sure answer showed the right section as one that comes near.</summary>
    public bool IsNear { get; init; }

    /// <summary>Gets a value indicating whether it must be declined.</summary>
    public bool MustDecline => Expected.Count == 0;
}
