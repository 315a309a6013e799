using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Commands;
using Copilot.Testing.Service;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Copilot.ThoroughTests.Host.Commands;

public sealed class CopilotCommandsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Ask_prints_the_answer_its_cards_and_sources()
    {
        var (code, output, error) = await RunAsync("ask", "Where is it?", "--as", "sales-rep");

        Assert.Equal(0, code);
        Assert.Contains("It is late [S1].", output);
        Assert.Contains("Orders [bold]", output);
        Assert.Contains("1 of 7 rows", output);
        Assert.Contains("[S1] Sales order S00042", output);
        Assert.Empty(error);
    }

    [Fact]
    public async Task A_failed_turn_ends_with_1()
        => Assert.Equal(1, (await RunAsync("ask", ScriptedRunner.Breaks)).Code);

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", " ")]
    [InlineData("ask", "Where?", "--as", "boss")]
    [InlineData("sing")]
    [InlineData("search")]
    [InlineData("search", "x", "--top", "0")]
    [InlineData("search", "--queries", "q.jsonl")]
    [InlineData("search", "x", "--as-of", "yesterday")]
    [InlineData("route")]
    [InlineData("route", "--queries", "nosuch.jsonl")]
    [InlineData("audit", "export", "--since", "yesterday")]
    [InlineData("serve", "--urls", "somewhere")]
    [InlineData("ingest")]
    [InlineData("ingest", "--status", "returns.md")]
    [InlineData("migrate")]
    [InlineData("mcp", "--as", "boss")]
    [InlineData("prompts")]
    [InlineData("prompts", "diff", "no/such")]
    [InlineData("prompts", "record")]
    [InlineData("prompts", "record", "nosuch.json")]
    public async Task Bad_input_ends_with_2_and_says_what_is_wrong(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.NotEmpty(error);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("search")]
    [InlineData("route")]
    [InlineData("ingest")]
    [InlineData("migrate")]
    [InlineData("eval")]
    [InlineData("serve")]
    [InlineData("audit")]
    [InlineData("audit", "verify")]
    [InlineData("mcp")]
    [InlineData("prompts")]
    [InlineData("prompts", "check")]
    public async Task Every_verb_has_help(params string[] verb)
    {
        var (code, output, _) = await RunAsync([.. verb, "--help"]);

        Assert.Equal(0, code);
        Assert.Contains("Usage:", output);
    }

    [Fact]
    public async Task Audit_finds_the_chain_whole_and_then_the_entry_that_was_changed()
    {
        Assert.Equal(0, (await IngestAsync("# Returns\n\nGoods come back within 45 days.")).Code);
        var (code, output, _) = await RunAsync("audit", "verify", "--json");
        Assert.Equal(0, code);
        Assert.True(JsonDocument.Parse(output).RootElement.GetProperty("entries").GetInt64() >= 1);

        await using (var connection = new SqliteConnection($"Data Source={folder.Join("data/copilot.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "drop trigger audit_entry_no_update; update audit_entry set caller_id = 'nobody' where seq = 1";
            await command.ExecuteNonQueryAsync();
        }

        var (broken, said, _) = await RunAsync("audit", "verify");
        Assert.Equal(1, broken);
        Assert.Contains("broken at entry 1", said);
    }

    [Fact]
    public async Task Audit_exports_one_json_object_a_line_and_shows_no_turn_that_is_not_there()
    {
        await IngestAsync("# Returns\n\nGoods come back within 45 days.");

        var (_, output, _) = await RunAsync("audit", "export");
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal("knowledge_changed", JsonDocument.Parse(line).RootElement.GetProperty("kind").GetString()));
        Assert.Empty((await RunAsync("audit", "export", "--until", "2020-01-01")).Output);
        var (code, _, error) = await RunAsync("audit", "show", "nosuch");
        Assert.Equal(1, code);
        Assert.Contains("no turn nosuch", error);
    }

    [Fact]
    public async Task Audit_in_a_folder_without_a_store_is_an_error_and_makes_none()
    {
        var (code, _, error) = await RunAsync("audit", "verify");

        Assert.Equal(1, code);
        Assert.Contains("There is no store", error);
        Assert.False(Directory.Exists(folder.Join("data")));
    }

    [Fact]
    public async Task What_was_ingested_is_found_by_those_who_may_read_it_and_by_nobody_else()
    {
        Assert.Equal(0, (await IngestAsync("# Returns\n\nDamaged goods come back within 45 days.", "--acl", "accountant")).Code);

        Assert.Contains("45 days", (await RunAsync("search", "damaged goods return days", "--as", "accountant")).Output);
        Assert.DoesNotContain("45 days", (await RunAsync("search", "damaged goods return days", "--as", "sales-rep")).Output);
        var (_, json, _) = await RunAsync("search", "damaged goods return days", "--as", "accountant", "--json");
        Assert.Equal("returns", JsonDocument.Parse(json).RootElement.GetProperty("hits")[0].GetProperty("place").GetProperty("documentId").GetString());
    }

    [Fact]
    public async Task A_search_explains_itself_and_names_hidden_documents_to_operators_only()
    {
        await IngestAsync("# Returns\n\nDamaged goods come back within 45 days.", "--acl", "accountant");

        var (_, json, _) = await RunAsync("search", "damaged goods", "--as", "accountant", "--explain", "--json");
        var (_, text, _) = await RunAsync("search", "damaged goods", "--as", "accountant", "--explain");
        var (_, hidden, _) = await RunAsync("search", "damaged goods", "--as", "operations-manager", "--explain");
        var (_, nothing, _) = await RunAsync("search", "damaged goods", "--as", "sales-rep", "--explain");

        var parts = JsonDocument.Parse(json).RootElement.GetProperty("explanation").GetProperty("hits")[0].GetProperty("parts");
        Assert.Equal(1, parts.GetProperty("wordsRank").GetInt32());
        Assert.Contains("words 1 (", text);
        Assert.Contains("filtered: returns (reader)", hidden);
        Assert.DoesNotContain("returns", nothing);
    }

    [Fact]
    public async Task A_file_of_queries_becomes_a_trec_run()
    {
        await IngestAsync("# Returns\n\nDamaged goods come back within 45 days.", "--acl", "all");
        await File.WriteAllLinesAsync(folder.Join("q.jsonl"), ["{\"id\":\"q1\",\"query\":\"damaged goods\"}", "", "{\"id\":7,\"query\":\"days\"}"]);

        Assert.Equal(0, (await RunAsync("search", "--queries", folder.Join("q.jsonl"), "--top", "5", "--run", folder.Join("r.trec"))).Code);

        var run = await File.ReadAllLinesAsync(folder.Join("r.trec"));
        Assert.Matches(@"^q1 Q0 returns 1 [0-9.]+ copilot$", run[0]);
        Assert.StartsWith("7 Q0 returns 1 ", run[1]);
    }

    [Fact]
    public async Task A_line_that_is_no_query_is_named()
    {
        await File.WriteAllLinesAsync(folder.Join("q.jsonl"), ["{\"id\":\"q1\",\"query\":\"x\"}", "{\"id\":"]);

        var (code, _, error) = await RunAsync("route", "--queries", folder.Join("q.jsonl"), "--json");

        Assert.Equal(2, code);
        Assert.Contains("Line 2 of q.jsonl", error);
    }

    [Fact]
    public async Task A_file_that_is_refused_ends_with_1_and_the_reason()
    {
        var (code, _, error) = await RunAsync("ingest", folder.Join("nosuch.md"));

        Assert.Equal(1, code);
        Assert.Contains("nosuch.md", error);
    }

    [Fact]
    public async Task The_queue_shows_what_was_done_and_what_failed_and_why()
    {
        Assert.Equal(1, (await IngestAsync("---\nreaders: [emperor]\n---\n# Returns\n\nGoods come back.")).Code);

        var (code, output, _) = await RunAsync("ingest", "--status");
        var (_, json, _) = await RunAsync("ingest", "--status", "--json");

        Assert.Equal(0, code);
        Assert.Contains("0 files wait, 0 are being read", output);
        Assert.Contains("1 of 1 files", output);
        Assert.Contains("emperor", output.Split('\n').Single(line => line.StartsWith("refused: ", StringComparison.Ordinal)));
        Assert.Contains("emperor", JsonDocument.Parse(json).RootElement.GetProperty("failed")[0].GetProperty("message").GetString());
    }

    [Fact]
    public async Task Configuration_on_the_command_line_counts_and_its_faults_are_errors()
    {
        var (code, _, error) = await RunAsync("ask", "Where?", "--Copilot:Sandbox:Port=many");

        Assert.Equal(1, code);
        Assert.Contains("Copilot__Sandbox__Port is 'many'", error);
    }

    [Fact]
    public void Text_from_outside_cannot_steer_the_terminal()
        => Assert.Equal("red[31m\ttitle\n", TerminalText.Clean("red\u001b[31m\ttitle\u0007\u009b\r\n"));

    private async Task<(int Code, string Output, string Error)> IngestAsync(string text, params string[] more)
    {
        await File.WriteAllTextAsync(folder.Join("returns.md"), text);
        return await RunAsync(["ingest", folder.Join("returns.md"), .. more]);
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, House = TestHouse.Options(folder) };
        var code = await CopilotCommands.RunAsync(args, terminal, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
