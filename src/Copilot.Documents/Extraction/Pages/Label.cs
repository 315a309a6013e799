using Copilot.Documents.Layout;

namespace Copilot.Documents.Extraction.Pages;

/// <summary>Words on a page that name a value.</summary>
/// <param name="Meaning">What its words mean together.</param>
/// <param name="Row">Its row's place in the list of rows.</param>
/// <param name="Cell">Its cell's place in the row.</param>
/// <param name="Words">The words of the label.</param>
/// <param name="Rest">The words behind it in the same cell, up to the next label.</param>
/// <param name="IsMarked">It ends with a colon.</param>
internal sealed record Label(Meaning Meaning, int Row, int Cell, IReadOnlyList<PlacedWord> Words, IReadOnlyList<PlacedWord> Rest, bool IsMarked)
{
    /// <summary>Gets a value indicating whether it names two values at once: "Number/Date", "Auftrag / Datum".</summary>
    public bool IsNumberAndDate => Is(Meaning.Date) && (Meaning & ~(Meaning.Date | Meaning.Filler)) != 0 && Words.Any(w => w.Text.Contains('/', StringComparison.Ordinal) || (Is(Meaning.Number) && w.Text is "and" or "und" or "et" or "y" or "en" or "e" or "&"));

    /// <summary>Says whether it means all of these.</summary>
    public bool Is(Meaning all) => (Meaning & all) == all;

    /// <summary>Says whether it means one of these.</summary>
    public bool Any(Meaning some) => (Meaning & some) != 0;

    /// <summary>Says whether it means nothing besides these.</summary>
    public bool Only(Meaning some) => (Meaning & ~(some | Meaning.Filler)) == 0;
}
