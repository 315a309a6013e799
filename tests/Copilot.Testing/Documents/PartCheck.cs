using Copilot.Contracts;
using Xunit;

namespace Copilot.Testing.Documents;

/// <summary>What holds for every part that a reader gives.</summary>
public static class PartCheck
{
    /// <summary>Checks that blocks, seams and boxes lie within the text and in order.</summary>
    public static void Holds(DocumentPart part)
    {
        var from = 0;
        foreach (var block in part.Blocks)
        {
            Assert.InRange(block.Start, from, block.End - 1);
            Assert.InRange(block.End, block.Start + 1, part.Text.Length);
            Assert.Equal(block.Seams.Order().Distinct(), block.Seams);
            Assert.All(block.Seams, s => Assert.InRange(s, block.Start + 1, block.End - 1));
            Assert.Equal(block.Kind == BlockKind.Heading, block.Level > 0);
            from = block.End;
        }

        var at = 0;
        foreach (var word in part.Layout?.Words ?? [])
        {
            Assert.InRange(word.Start, at, word.End - 1);
            Assert.InRange(word.End, word.Start + 1, part.Text.Length);
            Assert.False(part.Text.AsSpan(word.Start, word.End - word.Start).ContainsAny(' ', '\n'));
            at = word.End;
        }

        Assert.True(part.Text.Length == 0 || part.Text[^1] == '\n');
    }
}
