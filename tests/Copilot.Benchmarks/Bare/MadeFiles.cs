using System.Globalization;
using System.Text;

namespace Copilot.Benchmarks.Bare;

/// <summary>Files made by chance as a distributor has them: procedures in Markdown, agreements in plain text, pages in HTML, price lists in CSV. Words by Zipf's law, grammar included.</summary>
internal sealed class MadeFiles : IDisposable
{
    private const int Vocabulary = 30_000;

    private readonly Random _random = new(7);
    private readonly double[] _shares;
    private readonly string[] _words;

    public MadeFiles(int each)
    {
        _words = [.. Enumerable.Range(0, Vocabulary).Select(_ => string.Concat(Enumerable.Range(0, _random.Next(1, 5)).Select(_ => "bcdfglmnprst"[_random.Next(12)].ToString() + "aeiou"[_random.Next(5)])))];
        _shares = new double[Vocabulary];
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++)
        {
            _shares[i] = sum += 1.0 / (i + 1);
        }

        for (var i = 0; i < each; i++)
        {
            Write("md", i, $"---\nreaders: all\ntitle: Procedure {i}\n---\n# Procedure {i}\n\n{Sections("## ")}");
            Write("txt", i, Sections(string.Empty));
            Write("html", i, $"<html><head><title>Page {i}</title></head><body>{Sections("<h2>").Replace("\n\n", "</p>\n<p>", StringComparison.Ordinal)}</body></html>");
            Write("csv", i, "sku,name,quantity,price,remark\n" + string.Concat(Enumerable.Range(0, 150).Select(r => $"SKU-{i}-{r},{Words(3)},{_random.Next(99)},{_random.Next(999)}.50,{Words(6)}\n")));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("made-files-").FullName;

    public long Bytes { get; private set; }

    public IReadOnlyList<string> Of(string extension) => Directory.GetFiles(Folder, "*." + extension);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string extension, int number, string text)
    {
        File.WriteAllText(Path.Combine(Folder, string.Create(CultureInfo.InvariantCulture, $"{extension}{number:0000}.{extension}")), text);
        Bytes += Encoding.UTF8.GetByteCount(text);
    }

    private string Sections(string mark) => string.Concat(Enumerable.Range(1, 8).Select(s => $"{mark}{s} {Words(3)}\n\n{Sentences(60)}\n\n{Sentences(80)}\n\n"));

    private string Sentences(int words) => Words(words / 2) + ". " + Words(words / 2) + ".";

    private string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Word()));

    private string Word()
    {
        var at = Array.BinarySearch(_shares, _random.NextDouble() * _shares[^1]);
        return _words[at < 0 ? ~at : at];
    }
}
