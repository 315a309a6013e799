using System.Globalization;
using Copilot.Benchmarks.House;

namespace Copilot.Benchmarks.Stores;

/// <summary>How large the library on PostgreSQL is, what its vectors come from, and whether it stays for another run.</summary>
/// <param name="Rows">How many passages.</param>
/// <param name="Texts">The folder of the texts.</param>
/// <param name="Keep">The schema that is filled once and stays, or null for one that goes.</param>
/// <param name="Cosine">Whether the bare statement is measured with a second index over cosines too, which takes as long to build as the store's own.</param>
internal sealed record PostgresSize(int Rows, string Texts, string? Keep, bool Cosine)
{
    /// <summary>Takes <c>--rows N</c>, <c>--texts FOLDER</c>, <c>--keep SCHEMA</c> and <c>--cosine</c> out of the words of the command line.</summary>
    public static PostgresSize Take(List<string> words)
    {
        string? Value(string name)
        {
            if (words.IndexOf(name) is var at && (at < 0 || at + 1 >= words.Count))
            {
                return null;
            }

            var value = words[at + 1];
            words.RemoveRange(at, 2);
            return value;
        }

        return new PostgresSize(
            int.Parse(Value("--rows") ?? "100000", CultureInfo.InvariantCulture),
            Value("--texts") ?? Path.Combine(Checkout.Path, "knowledge"),
            Value("--keep"),
            words.Remove("--cosine"));
    }
}
