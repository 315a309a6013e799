using System.IO.Compression;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Testing.Documents.Files;
using Xunit;

namespace Copilot.Tests.Documents.Readers;

public sealed class ZipReaderTests
{
    private readonly ZipReader _reader = new(new ZipLimits());

    [Fact]
    public async Task Members_come_out_and_litter_stays_in()
        => Assert.Equal(
            ["2026/terms.txt: a", "b.csv: 1,2"],
            (await Open(ZipSketch.Of(("2026/terms.txt", "a"), ("2026/", ""), ("__MACOSX/._b.csv", "x"), (".DS_Store", "x"), ("sub/Thumbs.db", "x"), ("~$b.docx", "x"), ("b.csv", "1,2")))).Select(m => $"{m.Name}: {Encoding.UTF8.GetString(m.Bytes)}"));

    [Fact]
    public async Task Names_never_become_paths_and_two_members_never_share_one()
        => Assert.Equal(
            ["etc/passwd", "etc/passwd (2)", "win/x.txt", "x.txt", "x (2).txt", "a.txt"],
            (await Open(ZipSketch.Of(("../../../etc/passwd", "1"), ("/etc/passwd", "2"), ("C:\\win\\x.txt", "3"), ("x.txt", "4"), ("./../x.txt", "5"), ("\u202Ea.txt", "6")))).Select(m => m.Name));

    [Fact]
    public async Task Links_are_passed_over()
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var link = zip.CreateEntry("passwd.txt");
            link.ExternalAttributes = unchecked((int)0xA1FF0000);
            using (var to = new StreamWriter(link.Open()))
            {
                to.Write("/etc/passwd");
            }

            using var real = new StreamWriter(zip.CreateEntry("real.txt").Open());
            real.Write("x");
        }

        Assert.Equal(["real.txt"], (await Open(stream.ToArray())).Select(m => m.Name));
    }

    [Theory]
    [InlineData("Größe.txt", 437)]
    [InlineData("Größe.txt", 65001)]
    public async Task Names_without_their_encoding_are_told_by_their_bytes(string name, int codePage)
    {
        var encoding = codePage == 65001 ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
        var place = new string('Q', encoding.GetByteCount(name));
        Assert.Equal([name], (await Open(Replaced(ZipSketch.Of((place, "x")), Encoding.ASCII.GetBytes(place), encoding.GetBytes(name)))).Select(m => m.Name));
    }

    [Fact]
    public async Task A_member_with_a_password_is_told()
    {
        // Bit 0 of the flags in the member's own and the archive's list.
        var zip = ZipSketch.Of(("secret.txt", "x"));
        zip[6] |= 1;
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        Assert.Contains("protected by a password", (await Assert.ThrowsAsync<CopilotException>(() => Open(zip))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bombs_are_refused_before_they_go_off()
    {
        Assert.Contains("ZIP bomb", (await Assert.ThrowsAsync<CopilotException>(() => Open(ZipSketch.Zeros("a.txt", 200L * 1024 * 1024)))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 3 members", (await Assert.ThrowsAsync<CopilotException>(() => Open(ZipSketch.Of(("a", "1"), ("b", "1"), ("c", "1"), ("d", "1")), new ZipLimits { Members = 3 }))).Message, StringComparison.Ordinal);
        Assert.Contains("more than 0 MB", (await Assert.ThrowsAsync<CopilotException>(() => Open(ZipSketch.Of(("a", "1234")), new ZipLimits { Bytes = 3 }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_lies_about_its_size_gives_no_more_than_it_declares()
    {
        var zip = ZipSketch.Zeros("a.txt", 64 * 1024 * 1024);
        zip.AsSpan(zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24, 4).Clear();
        zip[zip.AsSpan().IndexOf("PK\u0001\u0002"u8) + 24] = 100;
        Assert.Equal(100, Assert.Single(await Open(zip)).Bytes.Length);
    }

    [Fact]
    public async Task An_archive_in_an_archive_is_given_as_it_is()
    {
        var inner = ZipSketch.Of(("a.txt", "x"));
        var (name, bytes) = Assert.Single(await Open(ZipSketch.Of([("inner.zip", inner)])));
        Assert.Equal("inner.zip", name);
        Assert.Equal(inner, bytes);
    }

    [Fact]
    public async Task An_office_file_called_zip_is_told()
        => Assert.Equal("this is a Word document named .zip; rename it to .docx and add it again.", (await Assert.ThrowsAsync<CopilotException>(() => Open(Fixtures.Bytes("terms.docx")))).Message);

    [Fact]
    public async Task An_archive_cut_off_is_told()
        => Assert.Contains("damaged or cut off", (await Assert.ThrowsAsync<CopilotException>(() => Open(ZipSketch.Of(("a.txt", new string('x', 1000)))[..60]))).Message, StringComparison.Ordinal);

    private static byte[] Replaced(byte[] bytes, byte[] from, byte[] to)
    {
        for (var at = bytes.AsSpan().IndexOf(from); at >= 0; at = bytes.AsSpan().IndexOf(from))
        {
            to.CopyTo(bytes, at);
        }

        return bytes;
    }

    private Task<IReadOnlyList<(string Name, byte[] Bytes)>> Open(byte[] zip, ZipLimits? limits = null)
        => ReaderTrial.MembersAsync(limits is null ? _reader : new ZipReader(limits), "a.zip", zip);
}
