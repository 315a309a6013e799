using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Models.Local;

/// <summary>A model fitted on passages: a vector for each word, in whole numbers from -127 to 127 with a scale of its own.</summary>
internal sealed class FittedModel
{
    private const int MostWords = 1_000_000;
    private const int MostDimension = 4096;
    private const int SealLength = 32;
    private const int Largest = 127;

    private static readonly byte[] Mark = "CPLSA\u0001"u8.ToArray();

    private readonly sbyte[] _vectors;

    private FittedModel(string[] words, float[] scales, sbyte[] vectors, int dimension)
    {
        Words = words;
        Scales = scales;
        Dimension = dimension;
        _vectors = vectors;
    }

    /// <summary>Gets the words.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>Gets what the whole numbers of each word are multiplied with; the word's weight is in it.</summary>
    public IReadOnlyList<float> Scales { get; }

    /// <summary>Gets how many numbers a vector has.</summary>
    public int Dimension { get; }

    /// <summary>Gets a word's whole numbers.</summary>
    /// <param name="word">The word's place.</param>
    public ReadOnlySpan<sbyte> Vector(int word) => _vectors.AsSpan(word * Dimension, Dimension);

    /// <summary>Makes a model of words that count by weight.</summary>
    /// <param name="words">The words.</param>
    /// <param name="weights">How much each counts.</param>
    /// <param name="vectors">Where each points.</param>
    public static FittedModel Of(IReadOnlyList<string> words, float[] weights, DenseRows vectors)
    {
        var scales = new float[words.Count];
        var whole = new sbyte[words.Count * vectors.Width];
        for (var word = 0; word < words.Count; word++)
        {
            var row = vectors.Row(word);
            var largest = 0f;
            foreach (var number in row)
            {
                largest = Math.Max(largest, Math.Abs(number));
            }

            scales[word] = weights[word] * largest / Largest;
            for (var i = 0; i < row.Length && largest > 0; i++)
            {
                whole[(word * row.Length) + i] = (sbyte)MathF.Round(row[i] / largest * Largest);
            }
        }

        return new FittedModel([.. words], scales, whole, vectors.Width);
    }

    /// <summary>Gets the model as bytes: a mark, the sizes, words with scales, vectors, and SHA-256 of all that.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Mark);
        writer.Write(Dimension);
        writer.Write(Words.Count);
        for (var word = 0; word < Words.Count; word++)
        {
            writer.Write(Words[word]);
            writer.Write(Scales[word]);
        }

        writer.Write(MemoryMarshal.AsBytes(_vectors.AsSpan()));
        writer.Write(SHA256.HashData(stream.GetBuffer().AsSpan(0, (int)stream.Length)));
        return stream.ToArray();
    }

    /// <summary>Reads a model.</summary>
    /// <param name="bytes">What <see cref="Write"/> gave.</param>
    /// <exception cref="CopilotException">It is something else, of another version, or damaged.</exception>
    public static FittedModel Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length < Mark.Length + SealLength || !bytes.Span.StartsWith(Mark))
        {
            throw Unusable("is not one or was written by another version of this program");
        }

        var content = bytes[..^SealLength];
        if (!SHA256.HashData(content.Span).AsSpan().SequenceEqual(bytes.Span[^SealLength..]))
        {
            throw Unusable("is damaged");
        }

        try
        {
            return ReadContent(content);
        }
        catch (Exception broken) when (broken is EndOfStreamException or FormatException or ArgumentException)
        {
            throw Unusable("is damaged", broken);
        }
    }

    private static FittedModel ReadContent(ReadOnlyMemory<byte> content)
    {
        using var stream = new MemoryStream(content.ToArray());
        using var reader = new BinaryReader(stream, Encoding.UTF8);
        stream.Position = Mark.Length;
        var dimension = reader.ReadInt32();
        var count = reader.ReadInt32();
        if (dimension is < 1 or > MostDimension || count is < 0 or > MostWords || (long)dimension * count > content.Length)
        {
            throw Unusable("is damaged");
        }

        var words = new string[count];
        var scales = new float[count];
        for (var word = 0; word < count; word++)
        {
            words[word] = reader.ReadString();
            scales[word] = reader.ReadSingle();
        }

        var vectors = new sbyte[dimension * count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(vectors.AsSpan()));
        return new FittedModel(words, scales, vectors, dimension);
    }

    private static CopilotException Unusable(string why, Exception? fault = null)
    {
        var text = $"The stored model of the documents' words {why}. Take the documents in again: it is fitted anew.";
        return fault is null ? new CopilotException(text) : new CopilotException(text, fault);
    }
}
