using System.Globalization;
using System.Text;

namespace Copilot.Documents.Pictures;

/// <summary>A gray picture: a byte a pixel, 0 for black, row by row from the top.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Pixels">Its pixels.</param>
internal sealed record GrayPicture(int Width, int Height, byte[] Pixels)
{
    private const int FaintInk = 60;
    private const int MostPreviewPixels = 4_000_000;

    /// <summary>Reads the next preview of a stream of binary portable graymaps, as <c>pdftoppm -gray</c> writes them.</summary>
    /// <returns>The picture, or null at the end.</returns>
    /// <exception cref="InvalidDataException">It is something else, breaks off, or is larger than a preview is.</exception>
    public static Task<GrayPicture?> ReadAsync(Stream stream, CancellationToken cancellationToken) => ReadAsync(stream, MostPreviewPixels, cancellationToken);

    /// <summary>Reads the next picture of a stream of binary portable graymaps.</summary>
    /// <param name="stream">The stream, buffered: heads are read byte by byte.</param>
    /// <param name="most">The most pixels that are taken.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The picture, or null at the end.</returns>
    /// <exception cref="InvalidDataException">It is something else, breaks off, or is larger.</exception>
    public static async Task<GrayPicture?> ReadAsync(Stream stream, long most, CancellationToken cancellationToken)
    {
        if (await WordAsync(stream, cancellationToken) is not { Length: > 0 } magic)
        {
            return null;
        }

        var width = await NumberAsync(stream, cancellationToken);
        var height = await NumberAsync(stream, cancellationToken);
        var white = await NumberAsync(stream, cancellationToken);
        if (magic != "P5" || white != 255 || width < 1 || height < 1 || (long)width * height > most)
        {
            throw new InvalidDataException("The output is no gray picture of the size asked for.");
        }

        var pixels = new byte[width * height];
        await stream.ReadExactlyAsync(pixels, cancellationToken);
        return new(width, height, pixels);
    }

    /// <summary>Writes it as a binary portable graymap.</summary>
    public async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"P5\n{Width} {Height}\n255\n")), cancellationToken);
        await stream.WriteAsync(Pixels, cancellationToken);
    }

    /// <summary>Makes it smaller: each pixel becomes the mean of a square.</summary>
    /// <param name="factor">The square's side in pixels, 1 or more.</param>
    public GrayPicture Smaller(int factor)
    {
        var (width, height) = (Width / factor, Height / factor);
        if (factor == 1 || width == 0 || height == 0)
        {
            return this;
        }

        var small = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var sum = 0;
                for (var row = y * factor; row < (y + 1) * factor; row++)
                {
                    foreach (var pixel in Pixels.AsSpan((row * Width) + (x * factor), factor))
                    {
                        sum += pixel;
                    }
                }

                small[(y * width) + x] = (byte)(sum / (factor * factor));
            }
        }

        return new GrayPicture(width, height, small);
    }

    /// <summary>Gets the difference between the lightest and the darkest pixel within a box, given in shares of the picture's sides.</summary>
    /// <returns>0 to 255; 0 outside of the picture.</returns>
    public int Contrast(float x0, float y0, float x1, float y1)
    {
        var (left, right) = (Math.Clamp((int)(x0 * Width), 0, Width), Math.Clamp((int)MathF.Ceiling(x1 * Width), 0, Width));
        var (top, bottom) = (Math.Clamp((int)(y0 * Height), 0, Height), Math.Clamp((int)MathF.Ceiling(y1 * Height), 0, Height));
        byte least = 255, most = 0;
        for (var y = top; y < bottom; y++)
        {
            foreach (var pixel in Pixels.AsSpan((y * Width) + left, Math.Max(0, right - left)))
            {
                least = Math.Min(least, pixel);
                most = Math.Max(most, pixel);
            }
        }

        return Math.Max(0, most - least);
    }

    /// <summary>Gets the share of pixels that differ from the background, outside of some boxes, given in shares of the picture's sides.</summary>
    /// <returns>0 to 1.</returns>
    public double InkOutside(IEnumerable<(float X0, float Y0, float X1, float Y1)> boxes)
    {
        var covered = new bool[Pixels.Length];
        foreach (var (x0, y0, x1, y1) in boxes)
        {
            var (left, right) = (Math.Clamp((int)(x0 * Width) - 1, 0, Width), Math.Clamp((int)MathF.Ceiling(x1 * Width) + 1, 0, Width));
            var (top, bottom) = (Math.Clamp((int)(y0 * Height) - 1, 0, Height), Math.Clamp((int)MathF.Ceiling(y1 * Height) + 1, 0, Height));
            for (var y = top; y < bottom; y++)
            {
                covered.AsSpan((y * Width) + left, Math.Max(0, right - left)).Fill(true);
            }
        }

        var shades = new int[256];
        foreach (var pixel in Pixels)
        {
            shades[pixel]++;
        }

        // Faint print on gray paper is ink as well.
        var background = Array.IndexOf(shades, shades.Max());
        var ink = 0;
        for (var i = 0; i < Pixels.Length; i++)
        {
            ink += Math.Abs(Pixels[i] - background) > FaintInk && !covered[i] ? 1 : 0;
        }

        return (double)ink / Pixels.Length;
    }

    private static async Task<int> NumberAsync(Stream stream, CancellationToken cancellationToken)
        => int.TryParse(await WordAsync(stream, cancellationToken), CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static async Task<string> WordAsync(Stream stream, CancellationToken cancellationToken)
    {
        var one = new byte[1];
        var word = string.Empty;
        while (word.Length < 16 && await stream.ReadAsync(one, cancellationToken) == 1)
        {
            if (!char.IsWhiteSpace((char)one[0]))
            {
                word += (char)one[0];
            }
            else if (word.Length > 0)
            {
                break;
            }
        }

        return word;
    }
}
