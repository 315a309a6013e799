using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Recognition;

/// <summary>Reads drawn pages by character recognition as they should have been scanned: flat, evenly lit, without specks, straight, and the right way up. The words are said to stand where they are seen on the page as it came.</summary>
/// <param name="recognition">Reads pictures.</param>
internal sealed class StraightReading(PageRecognition recognition)
{
    /// <summary>A reading that is less sure than this, in percent, may be that of a page on its head.</summary>
    private const float Poor = 60;

    /// <summary>With fewer letters it is a picture with something written on it, not a page.</summary>
    private const int FewestLetters = 40;

    /// <summary>Another way up must read this much surer to be believed, in percent.</summary>
    private const float Surer = 8;
    private const long MostPixels = 25_000_000;

    /// <summary>The longer side of the small picture that goes with the words.</summary>
    private const int LookSide = 800;

    /// <summary>Reads a page.</summary>
    /// <param name="graymap">The page drawn as a binary portable graymap; the file may be written over.</param>
    /// <param name="dotsPerInch">Its resolution.</param>
    /// <param name="number">The page, from 1.</param>
    /// <param name="folder">The folder to work in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page, marked and with a note when it reads badly or can't be read.</returns>
    /// <exception cref="Copilot.Contracts.CopilotException">Tesseract or its data is not installed.</exception>
    public async Task<PlacedPage> ReadAsync(string graymap, float dotsPerInch, int number, string folder, CancellationToken cancellationToken)
    {
        var drawn = await LoadAsync(graymap, cancellationToken);
        var view = PaperOnTable.Of(drawn);
        var clean = PictureLight.Clean(view?.Flat(drawn) ?? drawn);
        var slant = PictureSkew.Of(clean);
        var straight = slant == 0 ? clean : PictureTurn.Straight(clean, slant);
        if (!ReferenceEquals(straight, drawn))
        {
            await SaveAsync(straight, graymap, cancellationToken);
        }

        var read = await OnceAsync(graymap, straight, dotsPerInch, number, folder, cancellationToken);

        // Where the page stands upright its picture stands as its words do.
        read = read.Slant == 0 && view is null
            ? read with { Look = straight.Smaller(Math.Max(1, Math.Max(straight.Width, straight.Height) / LookSide)) }
            : read;
        if (Sure(read) < Poor && Letters(read) >= FewestLetters)
        {
            read = await OtherwiseAsync(read, graymap, straight, dotsPerInch, number, folder, cancellationToken);
        }

        var seen = slant == 0 ? read : Straightening.Back(Straightening.Of(read), read.Slant + (float)slant);
        return view is null ? seen : FlatReading.OnPhotograph(seen, view, drawn, dotsPerInch);
    }

    /// <summary>Reads a page on its head and on its sides, and takes the surest reading.</summary>
    private async Task<PlacedPage> OtherwiseAsync(PlacedPage first, string graymap, GrayPicture straight, float dotsPerInch, int number, string folder, CancellationToken cancellationToken)
    {
        var best = first;
        foreach (var quarters in (int[])[2, 1, 3])
        {
            var turned = PictureTurn.ByQuarters(straight, quarters);
            await SaveAsync(turned, graymap, cancellationToken);
            var read = await OnceAsync(graymap, turned, dotsPerInch, number, folder, cancellationToken);
            if (Letters(read) >= FewestLetters && Sure(read) > Sure(best) + Surer)
            {
                // What stands upright in the turned picture is turned the other way in the page.
                best = Straightening.Back(Straightening.Of(read), (read.Slant + 360 - (90 * quarters)) % 360);
            }

            if (Sure(best) >= Poor)
            {
                break;
            }
        }

        return best;
    }

    private Task<PlacedPage> OnceAsync(string graymap, GrayPicture picture, float dotsPerInch, int number, string folder, CancellationToken cancellationToken)
        => recognition.ReadAsync(graymap, null, (long)picture.Width * picture.Height, dotsPerInch, number, folder, cancellationToken);

    private static async Task<GrayPicture> LoadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = new BufferedStream(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read), 1 << 16);
        return await GrayPicture.ReadAsync(stream, MostPixels, cancellationToken) ?? throw new InvalidDataException("The drawn page is empty.");
    }

    private static async Task SaveAsync(GrayPicture picture, string file, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None);
        await picture.WriteAsync(stream, cancellationToken);
    }

    private static int Letters(PlacedPage page) => page.Words.Sum(w => w.Text.Count(char.IsLetterOrDigit));

    private static float Sure(PlacedPage page)
        => Letters(page) is > 0 and var letters ? page.Words.Sum(w => w.Sure * w.Text.Count(char.IsLetterOrDigit)) / letters : 0;
}
