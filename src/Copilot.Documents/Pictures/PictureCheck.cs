using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Pictures;

/// <summary>Lets a picture pass only when its header says that it can be decoded within the limits.</summary>
internal static class PictureCheck
{
    /// <summary>Longer sides are beyond what character recognition takes.</summary>
    private const int LongestSide = 32_000;

    /// <summary>Checks a picture file.</summary>
    /// <returns>The sizes of its pictures; at least one.</returns>
    /// <exception cref="CopilotException">It is broken or too large.</exception>
    public static IReadOnlyList<PictureSize> Of(FileToRead file, DocumentsOptions options)
    {
        IReadOnlyList<PictureSize> sizes;
        using (var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read))
        {
            sizes = PictureHeader.Read(stream, options.MostPages + 1);
        }

        if (sizes.Count == 0 || sizes.Any(s => s.Width < 1 || s.Height < 1))
        {
            throw new CopilotException($"\"{file.Name}\" is not a picture that can be read; open it and save it again as PNG or JPEG.");
        }

        var large = sizes.FirstOrDefault(s => s.Width > LongestSide || s.Height > LongestSide || s.Pixels > options.LargestPictureMegapixels * 1_000_000L);
        return large == default
            ? sizes
            : throw new CopilotException(string.Create(CultureInfo.InvariantCulture, $"\"{file.Name}\" has {large.Width} × {large.Height} pixels; pictures of up to {options.LargestPictureMegapixels} million pixels and {LongestSide} a side are read. Save it smaller."));
    }
}
