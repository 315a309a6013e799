using System.Security.Cryptography;

namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>The hash of a file's bytes, front matter left out, so that a changed label does not look like a changed text.</summary>
internal static class ContentHash
{
    private const int HeadLength = 20 * 1024;

    /// <summary>Computes it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="frontMatter">Whether the file may begin with front matter.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>SHA-256 in lower case hexadecimal.</returns>
    public static async Task<string> OfAsync(string path, bool frontMatter, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, useAsync: true);
        if (frontMatter)
        {
            var head = new byte[HeadLength];
            var length = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
            file.Position = BehindFrontMatter(head.AsSpan(0, length));
        }

        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>Where the text begins behind the closing fence, or 0. Other encodings than those that hold ASCII are hashed whole.</summary>
    private static int BehindFrontMatter(ReadOnlySpan<byte> head)
    {
        var at = head.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 0;
        for (var line = 0; at < head.Length; line++)
        {
            var end = head[at..].IndexOf((byte)'\n');
            var words = (end < 0 ? head[at..] : head.Slice(at, end)).TrimEnd(" \t\r"u8);
            var fence = words.SequenceEqual("---"u8) || (line > 0 && words.SequenceEqual("..."u8));
            if (line == 0 && !fence)
            {
                return 0;
            }

            at = end < 0 ? head.Length : at + end + 1;
            if (line > 0 && fence)
            {
                return at;
            }
        }

        return 0;
    }
}
