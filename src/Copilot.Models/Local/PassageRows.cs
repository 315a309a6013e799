namespace Copilot.Models.Local;

/// <summary>How much of each word each passage has: a sparse table, passages by words.</summary>
/// <param name="Words">How many words there are.</param>
/// <param name="Starts">Where each passage begins in the two lists, and where the last ends.</param>
/// <param name="Columns">The words of the passages, one passage after the other.</param>
/// <param name="Values">Their weights.</param>
internal sealed record PassageRows(int Words, int[] Starts, int[] Columns, float[] Values)
{
    /// <summary>Gets how many passages there are.</summary>
    public int Count => Starts.Length - 1;

    /// <summary>Multiplies a table of words by this table and then by its transpose, one passage at a time, so that nothing of the passages' number is kept.</summary>
    /// <param name="words">The table of words.</param>
    /// <param name="product">Where the product goes; as large.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Square(DenseRows words, DenseRows product, CancellationToken cancellationToken)
    {
        product.Clear();
        var place = new float[words.Width];
        for (var passage = 0; passage < Count; passage++)
        {
            Place(passage, words, place);
            for (var i = Starts[passage]; i < Starts[passage + 1]; i++)
            {
                DenseRows.Add(Values[i], place, product.Row(Columns[i]));
            }

            Look(passage, cancellationToken);
        }
    }

    /// <summary>Gets the dot products of the columns of this table times a table of words.</summary>
    /// <param name="words">The table of words.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A symmetric square, row by row.</returns>
    public double[] ColumnProducts(DenseRows words, CancellationToken cancellationToken)
    {
        var sum = new ProductSum(words.Width);
        var place = new float[words.Width];
        for (var passage = 0; passage < Count; passage++)
        {
            Place(passage, words, place);
            sum.Add(place);
            Look(passage, cancellationToken);
        }

        return sum.Total();
    }

    private static void Look(int passage, CancellationToken cancellationToken)
    {
        if (passage % 1024 == 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private void Place(int passage, DenseRows words, float[] place)
    {
        Array.Clear(place);
        for (var i = Starts[passage]; i < Starts[passage + 1]; i++)
        {
            DenseRows.Add(Values[i], words.Row(Columns[i]), place);
        }
    }
}
