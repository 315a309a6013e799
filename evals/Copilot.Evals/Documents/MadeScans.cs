using System.Globalization;

namespace Copilot.Evals.Documents;

/// <summary>Scans made of made documents: drawn as pictures and spoilt as scanners, cameras and stamps spoil them, the same each time for a seed.</summary>
internal static class MadeScans
{
    private const int LongestDocument = 12;
    private const int MostTries = 20;

    /// <summary>What cameras write for want of a resolution.</summary>
    private const int Camera = 72;

    /// <summary>Every so many one-page scans come as pictures, the others as PDFs.</summary>
    private const int EveryPicture = 4;

    private static readonly string[] Types = ["invoice", "order_confirmation", "delivery_note", "invoice", "credit_note", "purchase_order"];

    /// <summary>Makes one of each country's documents.</summary>
    /// <param name="folder">Where the files go.</param>
    /// <param name="seed">Where chance begins.</param>
    /// <param name="kind">What happens to them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<List<JudgedDocument>> MakeAsync(string folder, int seed, ScanKind kind, CancellationToken cancellationToken)
    {
        var made = new List<JudgedDocument>();
        for (var i = 0; i < MadeLanguage.All.Count; i++)
        {
            var chance = new Random((seed * 100_000) + (ScanKind.All.ToList().IndexOf(kind) * 100) + i);
            var name = string.Create(CultureInfo.InvariantCulture, $"{kind.Name.Replace(' ', '-')}-{i}");
            var path = Path.Combine(folder, name + ".drawn");
            var (document, drawn) = await DrawAsync(MadeLanguage.All[i], Types[(i + ScanKind.All.ToList().IndexOf(kind)) % Types.Length], kind, path, chance, cancellationToken);
            var sheets = drawn.Select(s => s.Scan(kind, chance)).ToList();
            File.Delete(path);
            var isPicture = sheets.Count == 1 && (kind.IsPhotographed || i % EveryPicture == 1);
            name += isPicture ? ".png" : ".pdf";
            path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, isPicture ? ScanFile.Png(sheets[0], kind.IsPhotographed ? Camera : kind.DotsPerInch) : ScanFile.Pdf(sheets, kind.DotsPerInch), cancellationToken);
            made.Add(MadeDocuments.Judged(name, path, document));
        }

        return made;
    }

    /// <summary>A document on its pages; what is photographed has one, as nobody knows which pictures belong together.</summary>
    private static async Task<(MadeDocument Document, IReadOnlyList<ScannedSheet> Sheets)> DrawAsync(MadeLanguage language, string type, ScanKind kind, string path, Random chance, CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var document = Short(language, type, chance);
            await File.WriteAllBytesAsync(path, MadeLayout.Draw(document, chance, kind.IsStamped), cancellationToken);
            var sheets = await ScannedSheet.DrawAsync(path, kind.DotsPerInch, cancellationToken);
            if (sheets.Count == 1 || !kind.IsPhotographed || i == MostTries)
            {
                return (document, sheets);
            }
        }
    }

    private static MadeDocument Short(MadeLanguage language, string type, Random chance)
    {
        for (var i = 0; ; i++)
        {
            if (MadeContent.Make(language, type, chance) is var document && (document.Lines.Count <= LongestDocument || i == MostTries))
            {
                return document;
            }
        }
    }
}
