using System.Text.Json.Nodes;
using Copilot.Host.Commands;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Commands;

public sealed class ForecastCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_series_gets_one_line_of_json_with_the_agreed_names_and_lengths()
    {
        var (code, output, error) = await RunAsync(Months("nuts", 36) + Months("bolts", 30), "--horizon", "4", "--json");

        Assert.Equal(0, code);
        Assert.Empty(error);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).ToList();
        Assert.Equal(["nuts", "bolts"], lines.Select(l => (string?)l["series"]));
        Assert.All(lines, l => Assert.NotEmpty((string)l["method"]!));
        Assert.All(lines, l => Assert.All((string[])["mean", "lower80", "upper80", "lower95", "upper95"], name => Assert.Equal(4, l[name]!.AsArray().Count)));
    }

    [Fact]
    public async Task The_same_file_gives_the_same_bytes()
    {
        var table = string.Concat(Enumerable.Range(0, 12).Select(i => Months($"s{i}", 24 + i)));
        Assert.Equal((await RunAsync(table, "--horizon", "6", "--json")).Output, (await RunAsync(table, "--horizon", "6", "--json")).Output);
    }

    [Fact]
    public async Task People_get_a_table_with_named_periods_and_what_it_rests_on()
    {
        var (code, output, _) = await RunAsync(Months("nuts", 36), "--horizon", "2");

        Assert.Equal(0, code);
        Assert.Contains("nuts", output, StringComparison.Ordinal);
        Assert.Contains("from 36 periods", output, StringComparison.Ordinal);
        Assert.Contains("2023-01", output, StringComparison.Ordinal);
        Assert.Contains("2023-02", output, StringComparison.Ordinal);
        Assert.Contains("4 of 5", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_that_can_t_be_forecast_is_told_and_the_others_are_done()
    {
        var (code, output, error) = await RunAsync(Months("nuts", 24) + "empty,2024-01,NaN\nmixed,2024-01,1\nmixed,2024-W02,1\n", "--horizon", "2", "--json");

        Assert.Equal(1, code);
        Assert.Contains("empty holds no number", error, StringComparison.Ordinal);
        Assert.Contains("mixed", error, StringComparison.Ordinal);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!.AsObject()).ToDictionary(l => (string)l["series"]!);
        Assert.Equal(2, lines["nuts"]["mean"]!.AsArray().Count);
        Assert.Equal("none", (string?)lines["empty"]["method"]);
        Assert.Empty(lines["mixed"]["mean"]!.AsArray());
    }

    [Fact]
    public async Task Quotes_semicolons_and_decimal_commas_are_read()
    {
        var (code, output, _) = await RunRawAsync("Period;Series;Value\n2024-01;\"bolts; \"\"M8\"\"\";1,5\n2024-02;\"bolts; \"\"M8\"\"\";1,5\n", "--horizon", "1", "--json");

        Assert.Equal(0, code);
        var line = JsonNode.Parse(output)!;
        Assert.Equal("bolts; \"M8\"", (string?)line["series"]);
        Assert.Equal(1.5, (double)line["mean"]![0]!);
    }

    [Theory]
    [InlineData("", "first line should be")]
    [InlineData("series,period,value\n", "no rows")]
    [InlineData("name,when,much\na,2024,1\n", "no column series")]
    [InlineData("series,period,value\na,2024,1\na,2025,many\n", "Line 3")]
    [InlineData("series,period,value\na,someday,1\n", "Line 2")]
    [InlineData("series,period,value\na,2024\n", "2 of 3 columns")]
    public async Task What_can_t_be_read_ends_with_2_and_says_where(string file, string expected)
    {
        var (code, output, error) = await RunRawAsync(file, "--horizon", "3");

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--horizon", "0")]
    [InlineData("--horizon", "1001")]
    [InlineData("--horizon", "some")]
    [InlineData("--horizon", "3", "--frequency", "0")]
    [InlineData("--horizon", "3", "--frequency", "NaN")]
    [InlineData("--json")]
    public async Task Options_out_of_range_end_with_2(params string[] options)
    {
        var (code, output, error) = await RunAsync(Months("nuts", 24), options);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_2()
    {
        var terminal = Terminal(out _, out var error);
        Assert.Equal(2, await CopilotCommands.RunAsync(["forecast", "--input", _folder.Join("nosuch.csv"), "--horizon", "1"], terminal, CancellationToken.None));
        Assert.Contains("nosuch.csv", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_drawn_only_for_who_watches()
    {
        await File.WriteAllTextAsync(_folder.Join("watched.csv"), "series,period,value\n" + Months("nuts", 12));
        var terminal = Terminal(out var output, out var error) with { ErrorIsWatched = true };
        Assert.Equal(0, await CopilotCommands.RunAsync(["forecast", "--input", _folder.Join("watched.csv"), "--horizon", "1", "--json"], terminal, CancellationToken.None));
        Assert.Contains("forecasting [", error.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("{", output.ToString(), StringComparison.Ordinal);
    }

    private static string Months(string name, int count)
        => string.Concat(Enumerable.Range(0, count).Select(t => $"{name},{2020 + (t / 12)}-{(t % 12) + 1:00},{50 + t + (10 * (t % 12 == 11 ? 1 : 0))}\n"));

    private Task<(int Code, string Output, string Error)> RunAsync(string rows, params string[] options) => RunRawAsync("series,period,value\n" + rows, options);

    private async Task<(int Code, string Output, string Error)> RunRawAsync(string file, params string[] options)
    {
        await File.WriteAllTextAsync(_folder.Join("table.csv"), file);
        var code = await CopilotCommands.RunAsync(["forecast", "--input", _folder.Join("table.csv"), .. options], Terminal(out var output, out var error), CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private Terminal Terminal(out StringWriter output, out StringWriter error)
        => new() { Out = output = new StringWriter(), Error = error = new StringWriter(), House = TestHouse.Options(_folder) };
}
