using System.Text.Json;
using Copilot.Contracts;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Stores;

/// <summary>The files of documents, each once by its hash, and the words of their pages.</summary>
internal sealed class DeskFileStore(IStoreDatabase database)
{
    /// <summary>Gets a file's bytes; null when it is not kept.</summary>
    public Task<byte[]?> FileAsync(string tenant, string hash, CancellationToken cancellationToken)
        => database.ReadAsync<byte[]?>(
            c => c.Rows(null, "select content from desk_file where tenant = @tenant and hash = @hash", r => (byte[])r.GetValue(0), ("tenant", tenant), ("hash", hash)).FirstOrDefault(), cancellationToken);

    /// <summary>Gets the pages of a file with their words; none for formats without pages.</summary>
    public Task<IReadOnlyList<PlacedPage>> PagesAsync(string tenant, string hash, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<PlacedPage>>(
            c => c.Rows(null, "select page, content from desk_page where tenant = @tenant and hash = @hash order by page", r => Page((int)r.GetInt64(0), r.GetString(1)), ("tenant", tenant), ("hash", hash)), cancellationToken);

    /// <summary>Writes a page as it is kept.</summary>
    public static (int Page, string Content) Row(PlacedPage page)
        => (page.Number, DeskJson.Storable(JsonSerializer.Serialize(new KeptPage(page.Width, page.Height, page.Recognised, [.. page.Words.Select(w => new KeptWord(w.Text, w.X0, w.Y0, w.X1, w.Y1, w.Line, w.Sure, w.Seen is var (a, b, c, d) ? [a, b, c, d] : null))], page.Slant))));

    private static PlacedPage Page(int number, string content)
    {
        var kept = JsonSerializer.Deserialize<KeptPage>(content)!;
        return new PlacedPage(number, kept.Width, kept.Height, [.. kept.Words.Select(w => new PlacedWord(w.T, w.A, w.B, w.C, w.D, w.L) { Sure = w.S, Seen = w.P is [var a, var b, var c, var d] ? (a, b, c, d) : null })]) { Recognised = kept.Recognised, Slant = kept.Slant };
    }

    private sealed record KeptPage(float Width, float Height, bool Recognised, IReadOnlyList<KeptWord> Words, float Slant = 0);

    // Short names: there are thousands of words. P is where a word of a photographed page is seen.
    private sealed record KeptWord(string T, float A, float B, float C, float D, int L, float S, float[]? P = null);
}
