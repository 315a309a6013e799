using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores;

/// <summary>
/// Turns the texts of one document into what is indexed: the one place where that happens, so that every store finds the same. What
/// concerns the whole document is read once.
/// </summary>
internal sealed class IndexedDocument(StoredDocument document)
{
    private readonly string _title = Stems(document, document.Label.Title);
    private readonly string _about = Stems(document, string.Join(' ', document.Label.About));
    private readonly string _named = $"{document.Label.Title} {string.Join(' ', document.Label.About)}";

    /// <summary>Reads a chunk.</summary>
    public IndexedChunk Of(Chunk chunk)
    {
        var headings = string.Join(" > ", chunk.HeadingPath);
        var body = Stems(document, $"{chunk.Lead} {chunk.Text}");
        var codes = CodeWords.Of($"{_named} {headings} {chunk.Lead} {chunk.Text}")
            .Concat(CodeWords.OfClause(chunk.HeadingPath is [.., var last] ? last : string.Empty, chunk.Text));
        return new IndexedChunk
        {
            Title = _title,
            Headings = Stems(document, headings),
            About = _about,
            Body = body,
            Codes = string.Join(' ', codes.Distinct(StringComparer.Ordinal)),
            Words = body.Length == 0 ? 0 : body.AsSpan().Count(' ') + 1,
        };
    }

    /// <summary>Gets the words of a text as they are written, with their stems, each once: typos are put right against them. Short words and numbers are not guessed at.</summary>
    public IEnumerable<(string Text, string Stem)> WordsOf(string text) => WordsOf(document, text);

    /// <summary>Gets the words of the title and the subject.</summary>
    public IEnumerable<(string Text, string Stem)> Words() => WordsOf(_named);

    private static string Stems(StoredDocument document, string text) => WordSplitter.Stems(text, document.Language);

    private static IEnumerable<(string Text, string Stem)> WordsOf(StoredDocument document, string text)
        => WordSplitter.Split(text, document.Language)
            .Where(w => w.Text.Length >= EditDistance.ShortestWord && w.Text.All(char.IsLetter))
            .Select(w => (w.Text, w.Stem))
            .Distinct();
}
