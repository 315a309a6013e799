using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

public sealed class TextFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public async Task A_byte_order_mark_is_not_text() => Assert.Equal("é", (await ReadAsync([0xEF, 0xBB, 0xBF, 0xC3, 0xA9])).Text);

    [Fact]
    public async Task Old_windows_files_are_read_and_it_is_said()
    {
        var file = await ReadAsync([(byte)'5', 0x80, (byte)' ', 0xE9]);

        Assert.Equal("5€ é", file.Text);
        Assert.Contains("Windows-1252", file.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Utf16_is_read() => Assert.Equal("né", (await ReadAsync([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("né")])).Text);

    [Fact]
    public async Task Line_ends_are_made_one_kind() => Assert.Equal("a\nb\nc", (await ReadAsync("a\r\nb\rc"u8.ToArray())).Text);

    [Fact]
    public async Task Binary_files_are_refused()
        => Assert.Contains("not text", (await Assert.ThrowsAsync<CopilotException>(() => ReadAsync([1, 2, 0, 4]))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Runs_of_a_long_file_tear_no_letter_and_no_line_end()
    {
        var text = string.Concat(Enumerable.Range(0, 40_000).Select(i => $"é{i}😀\r\n"));

        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), (await ReadAsync(Encoding.UTF8.GetBytes(text))).Text);
    }

    [Fact]
    public async Task A_bad_byte_at_the_end_of_a_long_file_makes_it_an_old_windows_file()
        => Assert.Contains("Windows-1252", (await ReadAsync([.. Enumerable.Repeat((byte)'a', 300_000), 0xE9])).Note, StringComparison.Ordinal);

    public void Dispose() => File.Delete(_path);

    private async Task<(string Text, string? Note)> ReadAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(_path, bytes);
        var file = await TextFile.OpenAsync(_path, CancellationToken.None);
        var text = new StringBuilder();
        await foreach (var run in file.RunsAsync(CancellationToken.None))
        {
            Assert.InRange(run.Length, 1, TextFile.RunLength + 1);
            text.Append(run);
        }

        return (text.ToString(), file.Note);
    }
}
