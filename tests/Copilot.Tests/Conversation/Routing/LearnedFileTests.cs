using Copilot.Conversation.Routing;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.Tests.Conversation.Routing;

/// <summary>What was learned at an earlier start is taken again exactly, and never for other examples or from a damaged file.</summary>
public sealed class LearnedFileTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Groups = new(StringComparer.Ordinal) { ["late"] = ["late"], ["overdue"] = ["late"] };
    private static readonly RoutingExample[] Examples =
    [
        new("orders", "which orders are late"), new("orders", "late orders of {customer}"), new("stock", "how many {product} are in stock"),
        new("stock", "stock of {product}"), new("stock", "which orders are late", IsNot: true), new("_smalltalk", "hello"),
    ];

    [Fact]
    public void What_was_learned_is_taken_again_to_the_last_bit()
    {
        using var folder = new TemporaryFolder();
        var learned = Scores(folder, Examples);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var written = File.GetLastWriteTimeUtc(file);

        Assert.Equal(learned, Scores(folder, Examples));
        Assert.Equal(LinearClassifier.Train(Examples, Asked).Score(Asked.Of("orders overdue")), learned);
        Assert.Equal(written, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void A_file_that_fits_is_not_written_again()
    {
        using var folder = new TemporaryFolder();
        Scores(folder, Examples);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch);

        Scores(folder, Examples);

        Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file));
    }

    [Fact]
    public void Other_examples_are_learned_anew()
    {
        using var folder = new TemporaryFolder();
        Scores(folder, Examples);
        RoutingExample[] more = [.. Examples, new("stock", "orders overdue")];

        Assert.Equal(LinearClassifier.Train(more, Asked).Score(Asked.Of("orders overdue")), Scores(folder, more));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(5_000)]
    public void A_file_that_ends_too_early_is_learned_anew_and_mended(int length)
        => HoldsAfter(file =>
        {
            using var cut = File.OpenWrite(file);
            cut.SetLength(length);
        });

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.999)]
    public void A_file_with_a_turned_bit_is_learned_anew_and_mended(double at)
        => HoldsAfter(file =>
        {
            var bytes = File.ReadAllBytes(file);
            bytes[(int)(at * bytes.Length)] ^= 8;
            File.WriteAllBytes(file, bytes);
        });

    [Fact]
    public void A_folder_that_takes_no_file_costs_only_time()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "no-folder");
        File.WriteAllText(file, "a file");

        var scores = new LearnedFile(file).ClassifierOf(Examples, Asked, Groups).Score(Asked.Of("orders overdue"));

        Assert.Equal(LinearClassifier.Train(Examples, Asked).Score(Asked.Of("orders overdue")), scores);
    }

    [Fact]
    public void Files_of_earlier_examples_do_not_pile_up()
    {
        using var folder = new TemporaryFolder();
        for (var n = 0; n < 6; n++)
        {
            Scores(folder, [.. Examples, new("stock", $"another question {n}")]);
        }

        Assert.InRange(Directory.GetFiles(folder.Path).Length, 1, 3);
    }

    private static Features Asked { get; } = new(Groups);

    private static void HoldsAfter(Action<string> damage)
    {
        using var folder = new TemporaryFolder();
        var learned = Scores(folder, Examples);
        var file = Assert.Single(Directory.GetFiles(folder.Path));
        var whole = File.ReadAllBytes(file);
        damage(file);

        Assert.Equal(learned, Scores(folder, Examples));
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    private static float[] Scores(TemporaryFolder folder, RoutingExample[] examples) => new LearnedFile(folder.Path).ClassifierOf(examples, Asked, Groups).Score(Asked.Of("orders overdue"));
}
