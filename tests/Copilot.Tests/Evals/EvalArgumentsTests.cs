using Copilot.Evals;
using Xunit;

namespace Copilot.Tests.Evals;

public sealed class EvalArgumentsTests
{
    [Fact]
    public void Nothing_means_everything()
    {
        var all = EvalArguments.TryParse([])!;
        Assert.True(all is { AsksGolden: true, AsksRouting: true, AsksRetrieval: true, AsksAnswers: true, Json: false, Out: null });
    }

    [Fact]
    public void A_suite_leaves_the_others_out()
    {
        Assert.True(EvalArguments.TryParse(["routing"]) is { AsksGolden: false, AsksRouting: true, AsksAnswers: false });
        Assert.True(EvalArguments.TryParse(["answers"]) is { AsksGolden: false, AsksRouting: false, AsksAnswers: true });
        Assert.True(EvalArguments.TryParse(["policy", "--json", "--out", "there"]) is { AsksGolden: true, AsksRouting: false, Json: true, Out: "there" });
    }

    [Fact]
    public void A_collection_is_searched_and_nothing_else()
    {
        var asked = EvalArguments.TryParse(["retrieval", "--corpus", "here", "--corpus", "there"])!;
        Assert.True(asked is { AsksGolden: false, AsksRouting: false, AsksRetrieval: true });
        Assert.Equal(["here", "there"], asked.Corpora);
        Assert.True(EvalArguments.TryParse(["--corpus", "here"]) is { AsksGolden: false, AsksRouting: false, AsksRetrieval: true });
    }

    [Fact]
    public void A_file_of_series_is_forecast_and_nothing_else()
    {
        var asked = EvalArguments.TryParse(["--data", "here.jsonl"])!;
        Assert.True(asked is { AsksForecasting: true, AsksGolden: false, AsksRouting: false, AsksRetrieval: false, AsksVoices: false, AsksSafety: false });
        Assert.Equal(["here.jsonl"], asked.Data);
        Assert.True(EvalArguments.TryParse(["forecasting"]) is { AsksForecasting: true, AsksGolden: false });
        Assert.True(EvalArguments.TryParse([]) is { AsksForecasting: true });
    }

    [Fact]
    public void A_folder_of_documents_is_read_and_nothing_else()
    {
        var folder = AppContext.BaseDirectory;
        Assert.True(EvalArguments.TryParse(["--data", folder]) is { AsksDocuments: true, AsksForecasting: false, AsksGolden: false, DocumentFolders: [var asked] } && asked == folder);
        Assert.True(EvalArguments.TryParse(["documents"]) is { AsksDocuments: true, AsksGolden: false });
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("--corpus")]
    [InlineData("--jsn")]
    [InlineData("--out")]
    [InlineData("--help")]
    public void What_is_not_understood_is_refused(string word) => Assert.Null(EvalArguments.TryParse([word]));
}
