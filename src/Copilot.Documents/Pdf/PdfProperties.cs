using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Pdf;

/// <summary>Asks poppler's <c>pdfinfo</c> how many pages a PDF has, what it is called, and how its pages are framed.</summary>
/// <param name="runner">Runs the program.</param>
internal sealed partial class PdfProperties(ProgramRunner runner)
{
    /// <summary>The Debian package of poppler's programs.</summary>
    public const string Package = "poppler-utils";

    /// <summary>Gets what the PDF says about itself.</summary>
    /// <exception cref="CopilotException">It is encrypted or can't be read, or poppler is missing.</exception>
    public Task<PdfFacts> OfAsync(FileToRead file, CancellationToken cancellationToken) => OfAsync(file, 1, 1, cancellationToken);

    /// <summary>Gets what the PDF says about itself and about some of its pages.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="first">The first page whose frame is wanted.</param>
    /// <param name="last">The last one; it may lie beyond the end.</param>
    /// <param name="cancellationToken">Stops the asking.</param>
    /// <exception cref="CopilotException">It is encrypted or can't be read, the first page lies beyond its end, or poppler is missing.</exception>
    public async Task<PdfFacts> OfAsync(FileToRead file, int first, int last, CancellationToken cancellationToken)
    {
        string[] arguments = ["-box", "-enc", "UTF-8", "-f", Text(first), "-l", Text(last), Path.GetFullPath(file.Path)];
        var (end, text) = await runner.ReadAsync(new("pdfinfo", Package, arguments) { MostOutput = 16 << 20 }, cancellationToken);
        // The count is said first: a page whose boxes break the program off costs only its frame.
        if (!int.TryParse(Value(text, "Pages"), CultureInfo.InvariantCulture, out var pages))
        {
            throw Trouble(file, end);
        }

        return pages > 0
            ? new(pages, Title(Value(text, "Title"))) { Frames = Frames(text) }
            : throw new CopilotException($"\"{file.Name}\" has no pages; open it in a viewer and save it again.");
    }

    /// <summary>Says in words for people why a PDF can't be read.</summary>
    public static CopilotException Trouble(FileToRead file, ProgramEnd end)
    {
        if (end.Ending == ProgramEnding.TimeUp)
        {
            return new($"\"{file.Name}\" takes too long to read; print it to a new PDF, or raise Copilot:Documents:ProgramTime.");
        }

        if (end.Complaint.Contains("password", StringComparison.OrdinalIgnoreCase))
        {
            return new($"\"{file.Name}\" is protected by a password; save it without one.");
        }

        if (end.Code == 3 || end.Complaint.Contains("not allowed", StringComparison.OrdinalIgnoreCase))
        {
            return new($"The author of \"{file.Name}\" does not allow its text to be copied; ask for a version that does.");
        }

        var reason = end.Complaint.Length > 0 ? end.Complaint : $"the program that reads it ended with code {end.Code.ToString(CultureInfo.InvariantCulture)}";
        return new($"\"{file.Name}\" can't be read as a PDF ({reason}); open it in a viewer and save it again.");
    }

    private static Dictionary<int, PageFrame> Frames(string text)
    {
        var media = new Dictionary<int, float[]>();
        var crop = new Dictionary<int, float[]>();
        var rotation = new Dictionary<int, int>();
        foreach (Match match in PageLine().Matches(text))
        {
            var page = int.Parse(match.Groups["page"].ValueSpan, CultureInfo.InvariantCulture);
            var numbers = match.Groups["value"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(v => float.TryParse(v, CultureInfo.InvariantCulture, out var number) ? number : float.NaN).ToArray();
            switch (match.Groups["what"].Value)
            {
                case "rot" when numbers is [var degrees, ..] && float.IsFinite(degrees):
                    rotation[page] = (int)degrees;
                    break;
                case "MediaBox" when numbers.Length == 4 && numbers.All(float.IsFinite):
                    media[page] = numbers;
                    break;
                case "CropBox" when numbers.Length == 4 && numbers.All(float.IsFinite):
                    crop[page] = numbers;
                    break;
            }
        }

        return media.Where(m => m.Value[2] > m.Value[0] && m.Value[3] > m.Value[1])
            .ToDictionary(m => m.Key, m => PageFrame.Of(m.Value, crop.GetValueOrDefault(m.Key, m.Value), rotation.GetValueOrDefault(m.Key)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Value(string text, string key)
        => text.Split('\n').FirstOrDefault(l => l.StartsWith(key + ":", StringComparison.Ordinal))?[(key.Length + 1)..].Trim();

    /// <summary>Programs that print to PDF leave paths and names of their own in the title.</summary>
    private static string? Title(string? title)
    {
        title = title is null ? string.Empty : new string([.. title.Where(c => !char.IsControl(c))]).Trim();
        title = Prefix().Replace(title, string.Empty);
        return title.Length is < 3 or > 300 || NoTitle().IsMatch(title) ? null : title;
    }

    [GeneratedRegex(@"^Page\s+(?<page>\d+)\s+(?<what>rot|MediaBox|CropBox):(?<value>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex PageLine();

    [GeneratedRegex(@"^(Microsoft (Word|PowerPoint|Excel)|Print|Druckauftrag)\s*-\s*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^(file:|https?:|[a-z]:\\|/)|\.(docx?|xlsx?|pptx?|html?|odt|rtf|txt|tmp|indd|dvi|tex|ps|pdf|cdr|qxd)$|^(untitled|unbenannt|sans titre|document\d*|dokument\d*|.*\btmp\d+.*)$|^[^\p{L}]*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NoTitle();
}
