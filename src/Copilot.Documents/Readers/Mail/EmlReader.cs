using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Readers.Html;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Reads e-mail messages: who wrote what to whom and when. Attachments are files of their own, given by <see cref="EmlAttachments"/>.</summary>
internal sealed class EmlReader : IFileReader
{
    private const int MostNames = 50;
    private static readonly string[] People = ["From", "To", "Cc"];
    private static readonly string[] Dates = ["d MMM yyyy H:mm:ss zzz", "d MMM yyyy H:mm zzz", "d MMM yy H:mm:ss zzz"];

    /// <inheritdoc/>
    public string Format => "eml";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".eml"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => MimeMessage.Knows(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var message = await MimeMessage.ReadAsync(file, cancellationToken);
        await foreach (var part in CarefulReading.Of(Read(message, cancellationToken), cancellationToken))
        {
            yield return part;
        }
    }

    private static IEnumerable<DocumentPart> Read(MimeMessage message, CancellationToken cancellationToken)
    {
        var writer = new PartWriter();
        var headers = message.Root.Headers;
        var content = new MimeContent(message.Root);
        var subject = CleanText.Line(headers.Text("Subject") ?? string.Empty);
        subject = subject.Length == 0 ? "(no subject)" : subject;
        writer.Heading(1, subject);
        writer.Paragraph(string.Join('\n', People
            .Select(n => (Name: n, Value: CleanText.Line(headers.Text(n) ?? string.Empty)))
            .Append(("Date", DateOf(headers.Raw("Date"))))
            .Where(l => l.Item2.Length > 0).Select(l => $"{l.Item1}: {l.Item2}")));
        if (content.Attachments.Count > 0)
        {
            var more = content.Attachments.Count > MostNames ? $" and {content.Attachments.Count - MostNames} more" : string.Empty;
            writer.Paragraph("Attachments: " + string.Join(", ", content.Attachments.Take(MostNames).Select(a => CleanText.Line(a.Name))) + more);
        }

        foreach (var note in content.Notes)
        {
            writer.Note(note);
        }

        foreach (var (plain, html) in content.Bodies)
        {
            foreach (var _ in Body(message, plain, html, writer))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return writer.Take(title: subject);
            }
        }

        if (writer.HasSomething)
        {
            yield return writer.Take(title: subject);
        }
    }

    private static IEnumerable<bool> Body(MimeMessage message, MimePart? plain, MimePart? html, PartWriter writer)
    {
        var text = plain is null ? null : Noted(MimeContent.TextOf(message, plain, out var plainNote), plainNote, writer).ToString();
        var page = html is null ? (ReadOnlyMemory<char>?)null : Noted(MimeContent.TextOf(message, html, out var pageNote), pageNote, writer);
        if (text is not null && (page is null || SameText.In(page.Value, text)))
        {
            return new PlainMail(writer).Write(text, string.Equals(plain!.Type["format"], "flowed", StringComparison.OrdinalIgnoreCase));
        }

        return Page(page.GetValueOrDefault(), text, writer);
    }

    private static IEnumerable<bool> Page(ReadOnlyMemory<char> page, string? text, PartWriter writer)
    {
        foreach (var full in new HtmlBlocks(writer, isMail: true).Write(page))
        {
            yield return full;
        }

        // Mail programs show the page. A plain text that says something else is seen by programs only.
        if (text is not null && text.Any(char.IsLetter) && !SameText.IsStandIn(text))
        {
            writer.Note("its plain text says something else than its formatted text, which is what people see; the plain text is marked as hidden");
            writer.Paragraph(text, BlockMark.Hidden);
        }
    }

    private static ReadOnlyMemory<char> Noted(ReadOnlyMemory<char> text, string? note, PartWriter writer)
    {
        if (note is not null)
        {
            writer.Note(note);
        }

        return text;
    }

    private static string DateOf(string? date)
    {
        if (date is null)
        {
            return string.Empty;
        }

        var plain = date.Split('(', 2)[0].Trim();
        plain = plain.IndexOf(',', StringComparison.Ordinal) is >= 0 and < 12 and var comma ? plain[(comma + 1)..].Trim() : plain;
        plain = plain.Replace(" GMT", " +0000", StringComparison.Ordinal).Replace(" UT", " +0000", StringComparison.Ordinal).Replace("+0000C", "+0000", StringComparison.Ordinal);
        return DateTimeOffset.TryParseExact(plain, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var parsed)
            ? parsed.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)
            : CleanText.Line(date);
    }
}
