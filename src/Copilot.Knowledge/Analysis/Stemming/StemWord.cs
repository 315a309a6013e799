using System.Buffers;

namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// A word while its endings are taken off, with the regions of the Snowball algorithms: R1 is what follows the first
/// non-vowel after a vowel, R2 the same within R1, RV is set by the language. A region is the offset at which it begins.
/// </summary>
internal ref struct StemWord
{
    private readonly Span<char> _letters;
    private readonly SearchValues<char> _vowels;

    /// <summary>Copies a word into a buffer with room for it to grow.</summary>
    public StemWord(ReadOnlySpan<char> word, Span<char> room, SearchValues<char> vowels)
    {
        word.CopyTo(room);
        _letters = room;
        _vowels = vowels;
        Length = word.Length;
        R1 = R2 = RV = Length;
    }

    /// <summary>Gets the number of letters left.</summary>
    public int Length { get; private set; }

    /// <summary>Gets or sets where R1 begins.</summary>
    public int R1 { get; set; }

    /// <summary>Gets or sets where R2 begins.</summary>
    public int R2 { get; set; }

    /// <summary>Gets or sets where RV begins.</summary>
    public int RV { get; set; }

    /// <summary>Gets what is left of the word.</summary>
    public readonly Span<char> Text => _letters[..Length];

    /// <summary>Says whether a letter exists and is a vowel.</summary>
    public readonly bool IsVowel(int at) => at >= 0 && at < Length && _vowels.Contains(_letters[at]);

    /// <summary>Says whether a letter exists and is no vowel.</summary>
    public readonly bool IsConsonant(int at) => at >= 0 && at < Length && !_vowels.Contains(_letters[at]);

    /// <summary>Says whether the word has the letter at an offset.</summary>
    public readonly bool Has(int at, char letter) => at >= 0 && at < Length && _letters[at] == letter;

    /// <summary>Gets the offset after the first vowel at an offset or after it, or the length when there is none.</summary>
    public readonly int PastVowel(int from) => Past(Text[Math.Min(from, Length)..].IndexOfAny(_vowels), from);

    /// <summary>Gets the offset after the first non-vowel at an offset or after it, or the length when there is none.</summary>
    public readonly int PastConsonant(int from) => Past(Text[Math.Min(from, Length)..].IndexOfAnyExcept(_vowels), from);

    /// <summary>Marks R1, beginning no earlier than an offset, and R2, which does not know of that offset.</summary>
    public void MarkRegions(int earliest = 0)
    {
        var first = PastConsonant(PastVowel(0));
        R1 = Math.Max(first, earliest);
        R2 = PastConsonant(PastVowel(first));
    }

    /// <summary>Says whether the word ends so.</summary>
    public readonly bool Ends(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>Says whether the word without its last letters ends so.</summary>
    public readonly bool EndsBefore(int letters, string suffix) => Text[..^letters].EndsWith(suffix, StringComparison.Ordinal);

    /// <summary>Gets the letter before the last ones, or a blank when there is none.</summary>
    public readonly char Before(int letters) => Length > letters ? _letters[Length - letters - 1] : ' ';

    /// <summary>Says whether the last letters lie in a region.</summary>
    public readonly bool In(int region, int letters) => Length - letters >= region;

    /// <summary>Takes off the last letters.</summary>
    public void Cut(int letters) => Length -= letters;

    /// <summary>Takes off the last letters when they lie in a region, and says so.</summary>
    public bool CutIn(int region, int letters)
    {
        var inside = In(region, letters);
        Length -= inside ? letters : 0;
        return inside;
    }

    /// <summary>Takes off an ending when the word has it in a region, and says so.</summary>
    public bool CutIn(int region, string suffix) => Ends(suffix) && CutIn(region, suffix.Length);

    /// <summary>Writes other letters in the place of the last ones.</summary>
    public void Put(int letters, string by)
    {
        Length -= letters;
        by.CopyTo(_letters[Length..]);
        Length += by.Length;
    }

    /// <summary>Writes other letters in the place of the last ones when those lie in a region, and says so.</summary>
    public bool PutIn(int region, int letters, string by)
    {
        var inside = In(region, letters);
        if (inside)
        {
            Put(letters, by);
        }

        return inside;
    }

    /// <summary>Writes one letter or two in the place of some letters anywhere.</summary>
    public void Put(int at, int letters, string by)
    {
        var rest = _letters[(at + letters)..Length];
        rest.CopyTo(_letters[(at + by.Length)..]);
        by.CopyTo(_letters[at..]);
        Length += by.Length - letters;
    }

    private readonly int Past(int found, int from) => found < 0 ? Length : Math.Min(from, Length) + found + 1;
}
