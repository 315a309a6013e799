using System.Diagnostics;
using System.Globalization;
using System.Text;
using Copilot.Evals.Documents;
using Copilot.Evals.Matching;

namespace Copilot.Benchmarks.Bare;

/// <summary>Business documents made for measuring, and the programs alone that stand behind their reading.</summary>
internal sealed class BareDocuments(string folder)
{
    private const int Lines = 20;
    private const int Resolution = 200;
    private const int Seed = 31;

    /// <summary>An invoice of twenty lines in UBL.</summary>
    public string Ubl()
        => Kept("invoice.xml", Encoding.UTF8.GetBytes(UblPaper.Write(new Paper("invoice", "RE-4711", new DateOnly(2026, 11, 3), "P00042", "Schraubenwerk Nordhausen GmbH", [.. Enumerable.Range(1, Lines).Select(i => new PaperLine($"SN-{i:000}", null, $"Hex bolt M8x{20 + i} zinc plated", 10 * i, "C62", 1.25m + i))]))));

    /// <summary>An invoice of twenty lines in EDIFACT.</summary>
    public string Edifact()
    {
        var body = string.Concat(Enumerable.Range(1, Lines).Select(i => string.Create(CultureInfo.InvariantCulture, $"LIN+{i}++40000000{i:00000}:EN'IMD+F++:::Hex bolt M8x{20 + i}'QTY+47:{10 * i}:PCE'MOA+203:{10 * i * (1.25m + i):0.00}'PRI+AAA:{1.25m + i:0.00}'")));
        var net = Enumerable.Range(1, Lines).Sum(i => 10 * i * (1.25m + i));
        var segments = string.Create(CultureInfo.InvariantCulture, $"UNH+1+INVOIC:D:96A:UN'BGM+380+RE4711+9'DTM+137:20261103:102'RFF+ON:P00042'NAD+SU+++Schraubenwerk Nordhausen GmbH'NAD+BY+++Harbor Distribution GmbH'CUX+2:EUR:4'{body}UNS+S'MOA+125:{net:0.00}'MOA+124:{net * 0.2m:0.00}'MOA+128:{net * 1.2m:0.00}'");
        return Kept("invoice.edi", Encoding.ASCII.GetBytes($"UNB+UNOC:3+4000000000001:14+4000000000002:14+261103:0900+77'{segments}UNT+{segments.Count(c => c == '\'') + 1}+1'UNZ+1+77'"));
    }

    /// <summary>An invoice of twenty lines in X12.</summary>
    public string X12()
    {
        var cents = Enumerable.Range(1, Lines).Sum(i => (long)(10 * i * (125 + (100 * i))));
        var body = string.Concat(Enumerable.Range(1, Lines).Select(i => string.Create(CultureInfo.InvariantCulture, $"IT1*{i}*{10 * i}*EA*{1.25m + i:0.00}**VP*SN-{i:000}~PID*F****Hex bolt M8x{20 + i}~")));
        var segments = $"ST*810*0001~BIG*20261103*RE4711**P00042~N1*SE*Midwest Fasteners Inc.~N1*BY*Harbor Distribution Inc.~{body}TDS*{cents}~CTT*{Lines}~";
        return Kept("invoice.x12", Encoding.ASCII.GetBytes(
            $"ISA*00*          *00*          *ZZ*MIDWEST        *ZZ*HARBOR         *261103*0900*U*00401*000000077*0*P*>~GS*IN*MIDWEST*HARBOR*20261103*0900*77*X*004010~{segments}SE*{segments.Count(c => c == '~') + 1}*0001~GE*1*77~IEA*1*000000077~"));
    }

    /// <summary>An invoice of several pages as a PDF with text.</summary>
    public string Pdf() => Kept("invoice.pdf", MadeLayout.Draw(Content(20, 60), new Random(Seed)));

    /// <summary>An invoice of a page, scanned clean or askew and noisy, and its picture as it is drawn for recognition.</summary>
    public async Task<(string Pdf, string Drawn)> ScanAsync(string name, ScanKind kind, CancellationToken cancellationToken)
    {
        var drawn = Kept($"{name}.drawn", MadeLayout.Draw(Content(5, 9), new Random(Seed)));
        var sheet = (await ScannedSheet.DrawAsync(drawn, Resolution, cancellationToken))[0].Scan(kind, new Random(Seed));
        var picture = Path.Combine(folder, name + ".pgm");
        await using (var stream = File.Create(picture))
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{sheet.Width} {sheet.Height}\n255\n")), cancellationToken);
            await stream.WriteAsync(sheet.Pixels, cancellationToken);
        }

        return (Kept(name + ".pdf", ScanFile.Pdf([sheet], Resolution)), picture);
    }

    /// <summary>The program alone on a picture, with the same languages and the same way of looking at the page.</summary>
    public static async Task RecogniseAsync(string picture, string languages, CancellationToken cancellationToken)
    {
        using var program = Process.Start(new ProcessStartInfo("tesseract", [picture, "stdout", "-l", languages, "--psm", "1", "--dpi", "200", "tsv"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var noise = program.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await program.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await noise;
        await program.WaitForExitAsync(cancellationToken);
        if (program.ExitCode != 0)
        {
            throw new InvalidOperationException($"tesseract alone ended with {program.ExitCode}.");
        }
    }

    /// <summary>The languages that are both asked for and installed, as the program wants them.</summary>
    public static async Task<string> LanguagesAsync(IReadOnlyList<string> wanted, CancellationToken cancellationToken)
    {
        using var program = Process.Start(new ProcessStartInfo("tesseract", ["--list-langs"]) { RedirectStandardOutput = true })!;
        var installed = (await program.StandardOutput.ReadToEndAsync(cancellationToken)).Split('\n', StringSplitOptions.TrimEntries);
        return string.Join('+', wanted.Where(installed.Contains));
    }

    private static MadeDocument Content(int least, int most)
    {
        for (var i = 0; ; i++)
        {
            if (MadeContent.Make(MadeLanguage.All[0], "invoice", new Random(Seed + i)) is var made && made.Lines.Count >= least && made.Lines.Count <= most)
            {
                return made;
            }
        }
    }

    private string Kept(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
