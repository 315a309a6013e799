namespace Copilot.Models.Local;

/// <summary>
/// The directions in which passages differ most: the first right singular vectors of the table of passages and words, found by randomized
/// subspace iteration (Halko, Martinsson and Tropp, "Finding structure with randomness", SIAM Review 53, 2011, algorithm 4.4).
/// </summary>
internal static class WordSubspace
{
    private const int Spare = 32;

    // Measured on two collections: one round loses 0.01 nDCG@10, more than three gain nothing.
    private const int Rounds = 3;

    /// <summary>Finds the directions.</summary>
    /// <param name="passages">The table.</param>
    /// <param name="dimension">How many; fewer than there are passages and words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A row for each word.</returns>
    public static DenseRows Of(PassageRows passages, int dimension, CancellationToken cancellationToken)
    {
        var width = Math.Min(dimension + Spare, Math.Min(passages.Count, passages.Words));
        var words = Signs(passages.Words, width);
        var product = new DenseRows(passages.Words, width);
        for (var round = 0; round < Rounds; round++)
        {
            passages.Square(words, product, cancellationToken);
            product.Orthonormalise(cancellationToken);
            (words, product) = (product, words);
        }

        var turn = SymmetricEigen.VectorsOf(passages.ColumnProducts(words, cancellationToken), width, cancellationToken);
        return words.Times(turn, Math.Min(dimension, width));
    }

    private static DenseRows Signs(int words, int width)
    {
        var signs = new DenseRows(words, width);
        var place = 0UL;
        for (var word = 0; word < words; word++)
        {
            foreach (ref var sign in signs.Row(word))
            {
                sign = (Scatter.Of(place++) & 1) == 0 ? 1 : -1;
            }
        }

        return signs;
    }
}
