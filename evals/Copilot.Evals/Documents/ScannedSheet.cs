using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Copilot.Evals.Documents;

/// <summary>A page as a gray picture, 0 for black, row by row, that suffers what scanners do to pages.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Pixels">Its pixels.</param>
internal sealed record ScannedSheet(int Width, int Height, byte[] Pixels)
{
    /// <summary>Draws the pages of a PDF with <c>pdftoppm</c>.</summary>
    public static async Task<IReadOnlyList<ScannedSheet>> DrawAsync(string pdf, int dotsPerInch, CancellationToken cancellationToken)
    {
        using var program = Process.Start(new ProcessStartInfo("pdftoppm", ["-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), pdf]) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await program.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        await program.WaitForExitAsync(cancellationToken);
        var (bytes, at, sheets) = (output.ToArray(), 0, new List<ScannedSheet>());
        while (at < bytes.Length)
        {
            // Magic, width, height and the value of white, each followed by one blank or line end.
            var words = new string[4];
            for (var w = 0; w < words.Length; w++)
            {
                var end = Array.FindIndex(bytes, at, b => b is (byte)' ' or (byte)'\n');
                (words[w], at) = (Encoding.ASCII.GetString(bytes, at, end - at), end + 1);
            }

            var (width, height) = (int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture));
            sheets.Add(new ScannedSheet(width, height, bytes[at..(at + (width * height))]));
            at += width * height;
        }

        return sheets;
    }

    /// <summary>Scans it.</summary>
    /// <param name="kind">What happens to it.</param>
    /// <param name="chance">How much of it, and where.</param>
    public ScannedSheet Scan(ScanKind kind, Random chance)
    {
        if (kind.IsPhotographed)
        {
            return PhotographedSheet.Of(this, chance);
        }

        var sign = chance.Next(2) == 0 ? -1 : 1;
        var sheet = kind.Skew > 0 ? Askew(sign * kind.Skew * (0.3 + (0.7 * chance.NextDouble()))) : this;
        sheet = sheet.Lit(kind, chance);
        return kind.IsTurned ? sheet.Turned(chance.Next(1, 4)) : sheet;
    }

    private ScannedSheet Askew(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var to = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var (dx, dy) = (x - (Width / 2.0), y - (Height / 2.0));
                to[(y * Width) + x] = Between((Width / 2.0) + (dx * cos) + (dy * sin), (Height / 2.0) - (dx * sin) + (dy * cos));
            }
        }

        return this with { Pixels = to };
    }

    private byte Between(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left + 1 >= Width || top + 1 >= Height)
        {
            return 255;
        }

        var (right, down, at) = (x - left, y - top, (top * Width) + left);
        return (byte)Math.Round((((Pixels[at] * (1 - right)) + (Pixels[at + 1] * right)) * (1 - down)) + (((Pixels[at + Width] * (1 - right)) + (Pixels[at + Width + 1] * right)) * down));
    }

    /// <summary>Paper and print get their shades, a corner lies in shadow, shades stray, and dust falls on it.</summary>
    private ScannedSheet Lit(ScanKind kind, Random chance)
    {
        var (cornerX, cornerY) = (chance.Next(2), chance.Next(2));
        var to = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var near = 1 - (Math.Abs(cornerX - (x / (double)Width)) + Math.Abs(cornerY - (y / (double)Height))) / 2;
                var shade = (kind.Ink + (Pixels[(y * Width) + x] / 255.0 * (kind.Paper - kind.Ink))) * (1 - (kind.Shadow * near * near));
                shade += kind.Noise == 0 ? 0 : kind.Noise * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
                to[(y * Width) + x] = (byte)Math.Clamp(kind.Specks > 0 && chance.NextDouble() < kind.Specks ? 255 * chance.Next(2) : shade, 0, 255);
            }
        }

        return this with { Pixels = to };
    }

    private ScannedSheet Turned(int quarters)
    {
        var to = new byte[Pixels.Length];
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                to[quarters switch { 1 => (x * Height) + Height - 1 - y, 2 => ((Height - 1 - y) * Width) + Width - 1 - x, _ => ((Width - 1 - x) * Height) + y }] = Pixels[(y * Width) + x];
            }
        }

        return quarters == 2 ? this with { Pixels = to } : new ScannedSheet(Height, Width, to);
    }
}
