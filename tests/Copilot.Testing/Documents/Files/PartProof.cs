using Copilot.Contracts;
using Xunit;

namespace Copilot.Testing.Documents.Files;

/// <summary>What must hold for the parts of every reader and every file.</summary>
public static class PartProof
{
    /// <summary>Proves that blocks are in order, inside the text, whole, and cover all words.</summary>
    public static void Prove(IReadOnlyList<DocumentPart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Assert.NotEmpty(parts);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            Assert.True(i == parts.Count - 1 || part.Text.Length == 0 || part.Text.EndsWith('\n'), "A part that is not the last ends with a line break.");
            Assert.True(i == 0 || part.Title is null, "Only the first part has the title.");
            Assert.DoesNotContain('\r', part.Text);
            Assert.DoesNotContain('\0', part.Text);
            var from = 0;
            foreach (var block in part.Blocks)
            {
                Prove(part.Text, block, from);
                from = block.End;
            }

            Assert.True(part.Text.AsSpan(from).IsWhiteSpace(), "All words are in a block.");
        }
    }

    private static void Prove(string text, TextBlock block, int from)
    {
        Assert.InRange(block.Start, from, text.Length);
        Assert.InRange(block.End, block.Start + 1, text.Length);
        Assert.True(text.AsSpan(from, block.Start - from).IsWhiteSpace(), "No words between blocks.");
        Assert.True(!char.IsLowSurrogate(text[block.Start]) && !char.IsHighSurrogate(text[block.End - 1]), "No letter is torn.");
        var last = block.Start;
        foreach (var seam in block.Seams)
        {
            Assert.InRange(seam, last + 1, block.End - 1);
            Assert.Equal('\n', text[seam - 1]);
            last = seam;
        }

        if (block.Kind == BlockKind.Heading)
        {
            Assert.InRange(block.Level, 1, 9);
            Assert.Equal(block.Heading, text[block.Start..block.End]);
            Assert.DoesNotContain('\n', block.Heading);
        }
        else
        {
            Assert.Equal(0, block.Level);
            Assert.Equal(string.Empty, block.Heading);
        }
    }
}
