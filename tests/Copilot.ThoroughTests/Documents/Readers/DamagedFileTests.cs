using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Mail;
using Copilot.Testing.Documents.Files;
using Xunit;

namespace Copilot.ThoroughTests.Documents.Readers;

/// <summary>Whatever happens to a file's bytes, a reader gives parts in good form or says in words what is wrong.</summary>
public sealed class DamagedFileTests
{
    private const int Rounds = 700;

    [Theory]
    [InlineData("page.html")]
    [InlineData("stock.csv")]
    [InlineData("message.eml")]
    public async Task Damaged_text_is_read_or_refused(string name)
    {
        var random = new Random(20260321);
        var whole = Fixtures.Bytes(name);
        for (var i = 0; i < Rounds; i++)
        {
            await HostileFileTests.PartsOrFault(name, Damaged(whole, random));
        }
    }

    [Theory]
    [InlineData("terms.docx")]
    [InlineData("prices.xlsx")]
    [InlineData("review.pptx")]
    public async Task Damaged_packages_are_read_or_refused(string name)
    {
        var random = new Random(20260322);
        var whole = Fixtures.Bytes(name);
        for (var i = 0; i < Rounds; i++)
        {
            await HostileFileTests.PartsOrFault(name, Damaged(whole, random));
        }
    }

    [Theory]
    [InlineData("terms.docx")]
    [InlineData("prices.xlsx")]
    [InlineData("review.pptx")]
    public async Task Whole_packages_of_damaged_parts_are_read_or_refused(string name)
    {
        var random = new Random(20260323);
        var whole = Fixtures.Bytes(name);
        var read = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var damaged = ZipSketch.Changed(whole, (_, bytes) => random.Next(12) switch
            {
                0 => null,
                1 or 2 => Damaged(bytes, random),
                3 or 4 or 5 => Shuffled(bytes, random),
                _ => bytes,
            });
            read += await HostileFileTests.PartsOrFault(name, damaged) is null ? 0 : 1;
        }

        // Else this proves nothing about what comes after the opening.
        Assert.InRange(read, Rounds / 20, Rounds);
    }

    [Fact]
    public async Task Damaged_containers_are_opened_or_refused()
    {
        var random = new Random(20260324);
        var zip = ZipSketch.Of(("a.txt", "some words to pack"), ("b/c.csv", "1,2,3"), ("Größe.txt", "x"));
        var mail = Fixtures.Bytes("message.eml");
        for (var i = 0; i < Rounds; i++)
        {
            await MembersOrFault(new ZipReader(new ZipLimits()), "a.zip", Damaged(zip, random));
            await MembersOrFault(new EmlAttachments(), "a.eml", Damaged(mail, random));
        }
    }

    private static async Task MembersOrFault(IContainerReader reader, string name, byte[] bytes)
    {
        try
        {
            await ReaderTrial.MembersAsync(reader, name, bytes);
        }
        catch (CopilotException e)
        {
            Assert.True(e.Message.Length > 20, e.Message);
        }
    }

    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var n = random.Next(1, 6); n > 0 && bytes.Count > 0; n--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.Insert(at, (byte)"<>&\"'=;,|\n\r\0-"[random.Next(13)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)));
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(10) == 0 ? bytes.Count - at : 0);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Changes markup so that it stays well formed: values of attributes and texts, and whole elements that come twice or not at all.</summary>
    private static byte[] Shuffled(byte[] bytes, Random random)
    {
        var text = Encoding.UTF8.GetString(bytes);
        string[] values = ["0", "-1", "99999999999", "2147483647", "x", "", "..", "/", "../../x.xml", "NaN", "1e999", "A0", "XFE1", "#,##0;;;\"", "[", "%1%2%99", "true"];
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var quote = text.IndexOf("=\"", random.Next(text.Length), StringComparison.Ordinal);
            var end = quote < 0 ? -1 : text.IndexOf('"', quote + 2);
            if (end > 0)
            {
                text = text[..(quote + 2)] + values[random.Next(values.Length)].Replace("\"", "&quot;", StringComparison.Ordinal) + text[end..];
            }

            var single = text.IndexOf("/>", random.Next(text.Length), StringComparison.Ordinal);
            var open = single < 0 ? -1 : text.LastIndexOf('<', single);
            if (open >= 0 && text.IndexOf('>', open) == single + 1)
            {
                text = random.Next(2) == 0 ? text.Remove(open, single + 2 - open) : text.Insert(open, text[open..(single + 2)]);
            }
        }

        return Encoding.UTF8.GetBytes(text);
    }
}
