namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>A row of postings: where one term stands in a piece of one document.</summary>
/// <param name="Term">The term.</param>
/// <param name="Piece">Counts the rows of the same term and document, from 0.</param>
/// <param name="Holders">How many chunks hold it here.</param>
/// <param name="Fields">Whether some hold it as a word, as a code, or both.</param>
/// <param name="Entries">The chunks, by <see cref="PostingBytes"/>; ordinals begin anew with each row.</param>
internal sealed record PostingRow(string Term, int Piece, int Holders, short Fields, byte[] Entries)
{
    /// <summary>The bit of <see cref="Fields"/> for words.</summary>
    public const int AsWord = 1;

    /// <summary>The bit of <see cref="Fields"/> for codes.</summary>
    public const int AsCode = 2;
}
