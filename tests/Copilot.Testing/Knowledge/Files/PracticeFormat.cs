using System.Runtime.CompilerServices;
using System.Text;
using Copilot.Contracts;

namespace Copilot.Testing.Knowledge.Files;

/// <summary>
/// A format for tests that has what real ones have: bytes it is known by, pages, hidden text, trouble. <c>%PAGES</c>, then pages with <c>\f</c> between;
/// "HIDDEN " before a line hides it, a page "BROKEN" can't be read, "CRASH" is a fault of the reader, "SLOW" never ends.
/// </summary>
public sealed class PracticeFormat : IFileReader
{
    public const string Head = "%PAGES";

    public string Format => "pages";

    public int Version { get; set; } = 1;

    public IReadOnlyList<string> Extensions { get; } = [".pages"];

    /// <summary>How many files were read.</summary>
    public int Read { get; private set; }

    public static string Of(params string[] pages) => Head + string.Join('\f', pages);

    public bool Knows(ReadOnlySpan<byte> head) => head.StartsWith(Encoding.ASCII.GetBytes(Head));

    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Read++;
        var text = (await File.ReadAllTextAsync(file.Path, cancellationToken))[Head.Length..];
        var number = 0;
        foreach (var page in text.Split('\f'))
        {
            switch (page.Trim())
            {
                case "BROKEN":
                    throw new CopilotException("page " + (number + 1) + " is broken; save the file again.");
                case "CRASH":
                    throw new InvalidOperationException("A fault of the reader.");
                case "SLOW":
                    await Task.Delay(Timeout.Infinite, cancellationToken);
                    break;
            }

            yield return Part(page.Trim() + "\n", ++number);
        }
    }

    private static DocumentPart Part(string text, int page)
    {
        var blocks = new List<TextBlock>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end > at)
            {
                var line = text[at..end];
                blocks.Add(new TextBlock(line.StartsWith("# ", StringComparison.Ordinal) ? BlockKind.Heading : BlockKind.Paragraph, at, end)
                {
                    Level = line.StartsWith("# ", StringComparison.Ordinal) ? 1 : 0,
                    Heading = line.TrimStart('#', ' '),
                    Mark = line.StartsWith("HIDDEN ", StringComparison.Ordinal) ? BlockMark.Hidden : BlockMark.None,
                });
            }

            at = end + 1;
        }

        return new DocumentPart { Text = text, Blocks = blocks, Page = page };
    }
}
