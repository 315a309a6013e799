namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>The headings and clauses above the place that has been reached.</summary>
/// <param name="clauses">Whether numbers decide what stands below what, beside the levels.</param>
internal sealed class HeadingTrail(bool clauses)
{
    // Clauses in running text stand below every heading.
    private const int BelowHeadings = 100;
    private const int LongestHeading = 300;

    private readonly List<(int Level, string Text, IReadOnlyList<int> Number)> _entries = [];

    /// <summary>Gets the texts, outermost first.</summary>
    public IReadOnlyList<string> Path { get; private set; } = [];

    /// <summary>Goes on below a heading.</summary>
    public void Heading(int level, string text)
    {
        text = text.Length > LongestHeading ? text[..LongestHeading] : text;
        Enter(level, text, clauses ? ClauseReader.NumberOf(text) : []);
    }

    /// <summary>Goes on below a clause.</summary>
    public void Clause(ClauseHead head) => Enter(BelowHeadings + head.Level, head.Label, head.Number);

    private void Enter(int level, string text, IReadOnlyList<int> number)
    {
        _entries.RemoveAll(e => e.Level >= level);
        if (number.Count > 0)
        {
            // "8 Liability" never stands below "7 Delivery", whatever their letters look like.
            var other = _entries.FindIndex(e => e.Number.Count > 0 && !(e.Number.Count < number.Count && e.Number.SequenceEqual(number.Take(e.Number.Count))));
            if (other >= 0)
            {
                _entries.RemoveRange(other, _entries.Count - other);
            }
        }

        _entries.Add((level, text, number));
        Path = [.. _entries.Select(e => e.Text)];
    }
}
