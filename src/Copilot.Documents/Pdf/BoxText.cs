using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Pdf;

/// <summary>
/// Reads what <c>pdftotext -bbox-layout</c> writes: pages, lines and words with their boxes. Only its few tags are looked for, as a large document has a
/// hundred bytes of them for each word; everything else (a document type, a title) is passed over, and nothing is ever fetched.
/// </summary>
internal static class BoxText
{
    /// <summary>No page that people read has more words; a page with more is a trap.</summary>
    public const int MostWords = 60_000;

    private const int Room = 1 << 16;

    /// <summary>The longest tag with its text; more can only come from a broken program.</summary>
    private const int MostRoom = 1 << 24;

    /// <summary>Reads pages, one after the other.</summary>
    /// <param name="output">The program's output.</param>
    /// <param name="first">The number of the first page in it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The pages with the boxes as they are given; a page's note says when words were left out.</returns>
    /// <exception cref="InvalidDataException">The output breaks off.</exception>
    public static async IAsyncEnumerable<PlacedPage> ReadAsync(Stream output, int first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(output, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, Room);
        var pages = new BoxPages(first);
        var buffer = ArrayPool<char>.Shared.Rent(Room);
        try
        {
            var (filled, more) = (0, true);
            while (more)
            {
                if (filled == buffer.Length)
                {
                    buffer = Larger(buffer);
                }

                var read = await text.ReadAsync(buffer.AsMemory(filled), cancellationToken);
                more = read > 0;
                filled += read;
                var used = 0;
                while (pages.Take(buffer.AsSpan(used, filled - used), out var taken))
                {
                    used += taken;
                    if (pages.Ended() is { } page)
                    {
                        yield return page;
                    }
                }

                buffer.AsSpan(used, filled - used).CopyTo(buffer);
                filled -= used;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        if (!pages.IsWhole)
        {
            throw new InvalidDataException("The output of pdftotext breaks off.");
        }
    }

    private static char[] Larger(char[] buffer)
    {
        if (buffer.Length >= MostRoom)
        {
            throw new InvalidDataException("The output of pdftotext is not what it should be.");
        }

        var larger = ArrayPool<char>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger, 0);
        ArrayPool<char>.Shared.Return(buffer);
        return larger;
    }
}
