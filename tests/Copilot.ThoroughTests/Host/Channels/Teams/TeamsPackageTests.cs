using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Package;
using Copilot.Host.Commands;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>The app to upload, and how long texts are divided.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_verb_writes_a_zip_that_Teams_takes()
    {
        var (code, _, error) = await RunAsync("teams", "package", "--app-id", PracticeTeams.AppId, "--address", "https://copilot.meridian.example", "--company", "Meridian", "--out", "app.zip");

        Assert.True(code == 0, error);
        using var zip = ZipFile.OpenRead(folder.Join("app.zip"));
        Assert.Equal(["color.png", "manifest.json", "outline.png"], zip.Entries.Select(e => e.FullName).Order());
        var manifest = JsonNode.Parse(Read(zip, "manifest.json"))!;
        Assert.Equal((PracticeTeams.AppId, PracticeTeams.AppId), ((string)manifest["id"]!, (string)manifest["bots"]![0]!["botId"]!));
        Assert.Equal("copilot.meridian.example", (string)manifest["validDomains"]![0]!);
        Assert.DoesNotContain("{{", manifest.ToJsonString());
        Assert.Equal((192, 192), Size(Read(zip, "color.png")));
        Assert.Equal((32, 32), Size(Read(zip, "outline.png")));
    }

    [Fact]
    public void The_outline_is_white_on_nothing()
    {
        var pixels = Pixels(BotIcon.Outline(), 32);

        Assert.Equal([0xFFFFFF00u, 0xFFFFFFFFu], pixels.Distinct().Order());
    }

    [Theory]
    [InlineData("--address", "http://copilot.example", "https")]
    [InlineData("--app-id", "mybot", "GUID")]
    [InlineData("--company", "A company whose name is much too long for Teams", "name has")]
    [InlineData("--app-version", "1.0", "three numbers")]
    public async Task What_Teams_would_refuse_is_said_before_anything_is_written(string option, string value, string said)
    {
        var options = new Dictionary<string, string> { ["--app-id"] = PracticeTeams.AppId, ["--address"] = "https://copilot.example", ["--company"] = "Meridian", ["--app-version"] = "1.0.0", [option] = value };
        var (code, _, error) = await RunAsync([.. options.SelectMany(o => new[] { o.Key, o.Value }).Prepend("package").Prepend("teams"), "--out", "app.zip"]);

        Assert.Equal(1, code);
        Assert.Contains(said, error);
        Assert.False(File.Exists(folder.Join("app.zip")));
    }

    [Fact]
    public async Task Without_a_bot_or_an_address_the_verb_asks_for_them()
    {
        Assert.Contains("--app-id", (await RunAsync("teams", "package")).Error);
        Assert.Contains("--address", (await RunAsync("teams", "package", "--app-id", PracticeTeams.AppId)).Error);
        Assert.Contains("Copilot__Teams__AppId", (await RunAsync("teams", "invite", "sales-rep")).Error);
    }

    [Theory]
    [InlineData("short", 1)]
    [InlineData("", 1)]
    public void A_text_that_fits_is_one_part(string text, int parts) => Assert.Equal(parts, MessageParts.Of(text, 100).Count);

    [Fact]
    public void Parts_end_between_paragraphs_and_lose_nothing_but_the_space_between()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 40).Select(i => $"Paragraph {i} of the answer."));
        var parts = MessageParts.Of(text, 200);

        Assert.All(parts, part => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(part), 1, 200));
        Assert.All(parts, part => Assert.EndsWith("answer.", part));
        Assert.Equal(text, string.Join("\n\n", parts));
    }

    [Fact]
    public void A_word_without_end_is_cut_between_characters()
    {
        var text = string.Concat(Enumerable.Repeat("😀倉é", 200));
        var parts = MessageParts.Of(text, 100);

        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(part))));
    }

    [Fact]
    public void A_table_that_is_cut_goes_on_under_its_heading()
    {
        var text = "| Order | Late |\n|---|---|\n" + string.Join('\n', Enumerable.Range(1, 60).Select(i => $"| S{i:00000} | {i} |"));
        var parts = MessageParts.Of(text, 400);

        Assert.True(parts.Count > 2);
        Assert.All(parts, part => Assert.StartsWith("| Order | Late |\n|---|---|\n", part));
        Assert.All(Enumerable.Range(1, 60), i => Assert.Single(parts, part => part.Contains($"| S{i:00000} |", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("It is late [S", "It is late")]
    [InlineData("It is late [S12", "It is late")]
    [InlineData("It is late [S1]", "It is late [1]")]
    [InlineData("a < b [S1][S22]", "a &lt; b [1][22]")]
    public void A_mark_is_shown_once_it_is_whole(string text, string shown) => Assert.Equal(shown, MarkedText.Beginning(text));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CopilotCommands.RunAsync(arguments, new Terminal { Out = output, Error = error, House = TestHouse.Options(folder) }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static byte[] Read(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static (int Width, int Height) Size(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        return (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));
    }

    private static List<uint> Pixels(byte[] png, int size)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zip = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var rows = new MemoryStream();
        zip.CopyTo(rows);
        var bytes = rows.ToArray();
        return [.. Enumerable.Range(0, size).SelectMany(y => Enumerable.Range(0, size).Select(x => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan((y * ((size * 4) + 1)) + 1 + (x * 4)))))];
    }
}
