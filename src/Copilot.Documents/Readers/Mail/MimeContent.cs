using System.Text;
using Copilot.Documents.Readers.Html;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Readers.Mail;

/// <summary>Sorts the parts of a message: which are its text, which are attachments, and what can't be read.</summary>
internal sealed class MimeContent
{
    /// <summary>Sorts a message.</summary>
    public MimeContent(MimePart root) => Sort(root, alternative: false);

    /// <summary>Gets the parts that are its text, in order; of the same text in two forms, both stand together.</summary>
    public List<(MimePart? Plain, MimePart? Html)> Bodies { get; } = [];

    /// <summary>Gets the attachments with their names.</summary>
    public List<(MimePart Part, string Name)> Attachments { get; } = [];

    /// <summary>Gets remarks for people.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>Decodes a text part.</summary>
    public static ReadOnlyMemory<char> TextOf(MimeMessage message, MimePart part, out string? note)
    {
        using var bytes = new MemoryStream();
        message.Write(part, bytes);
        bytes.Position = 0;
        return HtmlText.Decode(bytes, Charsets.Find(part.Type["charset"]) ?? (part.Type.Name == "text/html" ? null : Encoding.UTF8), out note);
    }

    private void Sort(MimePart part, bool alternative)
    {
        switch (part.Type.Name)
        {
            case "multipart/alternative":
                Alternative(part);
                break;
            case "multipart/encrypted":
                Notes.Add("the message is encrypted; open it in the mail program and save it decrypted");
                break;
            case var name when name.StartsWith("multipart/", StringComparison.Ordinal) && part.Parts.Count > 0:
                foreach (var inner in part.Parts)
                {
                    Sort(inner, alternative);
                }

                break;
            case "text/plain" or "text/html" or "text" or "" or "message/delivery-status" or "text/enriched" when part.Disposition != "attachment" && (part.FileName is null || part.Disposition == "inline" && Bodies.Count == 0):
                Bodies.Add(part.Type.Name == "text/html" ? (null, part) : (part, null));
                break;
            default:
                Attach(part);
                break;
        }
    }

    private void Alternative(MimePart part)
    {
        MimePart? plain = null, html = null;
        foreach (var inner in part.Parts)
        {
            if (inner.Type.Name == "text/plain" && plain is null)
            {
                plain = inner;
            }
            else if (inner.Type.Name == "text/html" && html is null)
            {
                html = inner;
            }
            else if (inner.Type.Name is "multipart/related" or "multipart/mixed" && html is null)
            {
                // The page with its pictures counts as one form of the text.
                html = inner.Parts.FirstOrDefault(p => p.Type.Name == "text/html");
                foreach (var other in inner.Parts.Where(p => p != html))
                {
                    Sort(other, alternative: true);
                }
            }
            else
            {
                Sort(inner, alternative: true);
            }
        }

        if (plain is not null || html is not null)
        {
            Bodies.Add((plain, html));
        }
    }

    private void Attach(MimePart part)
    {
        var type = part.Type.Name;
        var name = part.FileName;
        if (type is "application/pkcs7-signature" or "application/x-pkcs7-signature" or "application/pgp-signature" or "application/pgp-encrypted" or "message/external-body" || part.Start == part.End)
        {
            return;
        }

        if (type is "application/ms-tnef" or "application/vnd.ms-tnef" || string.Equals(name, "winmail.dat", StringComparison.OrdinalIgnoreCase))
        {
            Notes.Add("winmail.dat holds attachments in a form of Outlook's own, which is not read; ask the sender to send them as ordinary attachments");
            return;
        }

        if (type is "application/pkcs7-mime" or "application/x-pkcs7-mime")
        {
            Notes.Add("the message is encrypted or signed as a whole (S/MIME); open it in the mail program and save it decrypted");
            return;
        }

        Attachments.Add((part, NameOf(part, name)));
    }

    private string NameOf(MimePart part, string? name)
    {
        if (!string.IsNullOrWhiteSpace(name))
        {
            return part.Type.Name == "message/rfc822" && !name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase) ? name + ".eml" : name;
        }

        var extension = part.Type.Name switch
        {
            "message/rfc822" => ".eml",
            "application/pdf" => ".pdf",
            "text/html" => ".html",
            "text/csv" => ".csv",
            "text/plain" => ".txt",
            "text/calendar" => ".ics",
            "image/png" => ".png",
            "image/jpeg" => ".jpg",
            "image/gif" => ".gif",
            "image/tiff" => ".tif",
            "application/zip" => ".zip",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
            _ => ".bin",
        };
        return $"attachment {Attachments.Count + 1}{extension}";
    }
}
