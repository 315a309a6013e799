namespace Copilot.Models.Local;

/// <summary>Sums the products of each row's numbers with each other, in a fixed order.</summary>
/// <param name="width">How many numbers a row has.</param>
internal sealed class ProductSum(int width)
{
    // A block of rows is summed in single precision, the blocks in double: fast, and exact enough for a hundred thousand rows.
    private const int Block = 256;

    private readonly float[] _block = new float[width * width];
    private readonly double[] _total = new double[width * width];
    private int _inBlock;

    /// <summary>Adds a row.</summary>
    /// <param name="row">Its numbers.</param>
    public void Add(ReadOnlySpan<float> row)
    {
        for (var i = 0; i < width; i++)
        {
            DenseRows.Add(row[i], row[i..], _block.AsSpan((i * width) + i, width - i));
        }

        if (++_inBlock == Block)
        {
            Flush();
        }
    }

    /// <summary>Gets the sums.</summary>
    /// <returns>A symmetric square, row by row.</returns>
    public double[] Total()
    {
        Flush();
        for (var i = 0; i < width; i++)
        {
            for (var j = 0; j < i; j++)
            {
                _total[(i * width) + j] = _total[(j * width) + i];
            }
        }

        return _total;
    }

    private void Flush()
    {
        for (var i = 0; i < _total.Length; i++)
        {
            _total[i] += _block[i];
        }

        Array.Clear(_block);
        _inBlock = 0;
    }
}
