using System.Globalization;

namespace Copilot.Documents;

/// <summary>How files are read: the limits that keep one file from hurting the service, and the languages of character recognition.</summary>
public sealed class DocumentsOptions
{
    /// <summary>Gets or sets the folder under which work files are kept for as long as a file is read. Default: the system's folder for temporary files. It needs room for the pictures of a few pages.</summary>
    public string WorkFolder { get; set; } = Path.GetTempPath();

    /// <summary>Gets or sets how long one started program may run. Default 2 minutes, range 1 second to 30 minutes. Too short: large scanned pages fail.</summary>
    public TimeSpan ProgramTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets or sets the memory one started program may use, in megabytes. Default 1,024, range 128–16,384. Too small: large pages fail.</summary>
    public int ProgramMegabytes { get; set; } = 1024;

    /// <summary>Gets or sets how many pages are recognised at the same time, 0 for as many as there are processors. Default 0, range 0–64.</summary>
    public int PagesAtOnce { get; set; }

    /// <summary>Gets or sets the resolution at which scanned pages are drawn for recognition, in dots per inch. Default 200, range 72–400. Lower is faster and reads small print badly.</summary>
    public int ScanResolution { get; set; } = 200;

    /// <summary>Gets or sets the largest picture that is decoded, in millions of pixels. Default 100, range 1–500. Larger ones are refused; pages of a PDF are drawn smaller instead.</summary>
    public int LargestPictureMegapixels { get; set; } = 100;

    /// <summary>Gets or sets the most pages read of one file. Default 10,000, range 1–100,000. A note says when a file has more.</summary>
    public int MostPages { get; set; } = 10_000;

    /// <summary>Gets or sets the mean confidence in percent below which a recognised page is flagged. Default 65, range 0–100.</summary>
    public int LeastConfidence { get; set; } = 65;

    /// <summary>Gets or sets the languages of character recognition in the order tried, by their names in tesseract. Default English, German, French, Spanish, Italian, Dutch; those not installed are left out.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["eng", "deu", "fra", "spa", "ita", "nld"];

    /// <summary>Gets what is wrong with the values, each with its key, the value found and the repair; empty when all is well.</summary>
    /// <returns>Messages for people.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Text(!string.IsNullOrWhiteSpace(WorkFolder), nameof(WorkFolder), "empty", "name a folder that the service may write to");
        Text(ProgramTime >= TimeSpan.FromSeconds(1) && ProgramTime <= TimeSpan.FromMinutes(30), nameof(ProgramTime), ProgramTime.ToString(), "use 00:00:01 to 00:30:00");
        Number(ProgramMegabytes, 128, 16_384, nameof(ProgramMegabytes));
        Number(PagesAtOnce, 0, 64, nameof(PagesAtOnce));
        Number(ScanResolution, 72, 400, nameof(ScanResolution));
        Number(LargestPictureMegapixels, 1, 500, nameof(LargestPictureMegapixels));
        Number(MostPages, 1, 100_000, nameof(MostPages));
        Number(LeastConfidence, 0, 100, nameof(LeastConfidence));
        foreach (var language in Languages.Where(l => l is not { Length: >= 3 and <= 20 } || !l.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
        {
            faults.Add($"Copilot:Documents:Languages holds \"{language}\"; use names as tesseract --list-langs prints them, for example deu.");
        }

        return faults;

        void Number(int value, int least, int most, string key)
            => Text(value >= least && value <= most, key, value.ToString(CultureInfo.InvariantCulture), $"use a number from {least} to {most}");

        void Text(bool fine, string key, string found, string repair)
        {
            if (!fine)
            {
                faults.Add($"Copilot:Documents:{key} is {found}; {repair}.");
            }
        }
    }
}
