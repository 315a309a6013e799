using System.Globalization;
using System.Text;
using System.Xml;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, lines and words with their boxes.</summary>
internal static class BoxText
{
    /// <summary>No page that people read has more words; a page with more is a trap.</summary>
    public const int MostWords = 60_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        Async = true,

        // The output names a document type; it is passed over, and nothing is ever fetched.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersFromEntities = 0,
    };

    /// <summary>Reads pages, one after the other.</summary>
    /// <param name="output">The program's output.</param>
    /// <param name="first">The number of the first page in it.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <returns>The pages with the boxes as they are given; a page's note says when words were left out.</returns>
    /// <exception cref="XmlException">The output breaks off.</exception>
    public static async IAsyncEnumerable<PlacedPage> ReadAsync(Stream output, int first, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new PlainText(new StreamReader(output, Encoding.UTF8));
        using var xml = XmlReader.Create(text, Settings);
        var words = new List<PlacedWord>();
        var (number, line, dropped, width, height) = (first, 0, 0, 0f, 0f);
        while (await xml.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "page")
            {
                yield return Page();
                number++;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                switch (xml.LocalName)
                {
                    case "page":
                        (words, dropped, width, height) = ([], 0, Number(xml, "width"), Number(xml, "height"));
                        if (xml.IsEmptyElement)
                        {
                            yield return Page();
                            number++;
                        }

                        break;
                    case "line":
                        line++;
                        break;
                    case "word" when words.Count >= MostWords:
                        dropped++;
                        break;
                    case "word":
                        await AddAsync();
                        break;
                }
            }
        }

        PlacedPage Page() => new(number, width, height, words)
        {
            Notes = dropped == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"page {number} holds {MostWords + dropped} words; those after the first {MostWords} were left out")],
        };

        async Task AddAsync()
        {
            var (x0, y0, x1, y1) = (Number(xml, "xMin"), Number(xml, "yMin"), Number(xml, "xMax"), Number(xml, "yMax"));
            if (xml.IsEmptyElement || !await xml.ReadAsync() || xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA))
            {
                return;
            }

            if (WordCleaning.Clean(xml.Value) is { Length: > 0 } word && float.IsFinite(x0 + y0 + x1 + y1))
            {
                words.Add(new(word, Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1), line));
            }
        }
    }

    private static float Number(XmlReader xml, string name)
        => float.TryParse(xml.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? number : float.NaN;
}
