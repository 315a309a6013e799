using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

public sealed class FileTextTests : IDisposable
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
    public async Task Files_above_the_limit_are_refused_with_the_limit()
    {
        await File.WriteAllBytesAsync(_path, new byte[(1024 * 1024) + 1]);

        var refused = await Assert.ThrowsAsync<CopilotException>(() => FileText.ReadAsync(_path, 1024 * 1024, CancellationToken.None));

        Assert.Contains("larger than 1 MB", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private async Task<FileText> ReadAsync(byte[] bytes)
    {
        await File.WriteAllBytesAsync(_path, bytes);
        return await FileText.ReadAsync(_path, 1024 * 1024, CancellationToken.None);
    }
}
