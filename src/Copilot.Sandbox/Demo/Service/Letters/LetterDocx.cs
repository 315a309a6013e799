using System.IO.Compression;
using System.Security;
using System.Text;

namespace Copilot.Sandbox.Demo.Service.Letters;

/// <summary>Writes a letter as a Word document with the least parts a word processor opens. The same letter gives the same bytes.</summary>
internal static class LetterDocx
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Archives keep a time for each member, which must not be that of the moment.
    private static readonly DateTimeOffset Moment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes it.</summary>
    /// <returns>The file.</returns>
    public static byte[] Write(Letter letter)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
                """);
            Add(archive, "_rels/.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="word/document.xml"/></Relationships>
                """);
            Add(archive, "word/_rels/document.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/styles" Target="styles.xml"/></Relationships>
                """);
            Add(archive, "word/styles.xml", $"""
                <w:styles xmlns:w="{Main}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>
                """);
            Add(archive, "word/document.xml", $"<w:document xmlns:w=\"{Main}\"><w:body>{Body(letter)}</w:body></w:document>");
        }

        return file.ToArray();
    }

    private static string Body(Letter letter)
    {
        var body = new StringBuilder();
        body.Append(Paragraph(letter.Sender, null)).Append(Paragraph(letter.Date, null)).Append(Paragraph(letter.Subject, "Heading1"));
        foreach (var paragraph in letter.Paragraphs)
        {
            body.Append(paragraph.StartsWith("# ", StringComparison.Ordinal) ? Paragraph(paragraph[2..], "Heading2") : Paragraph(paragraph, null));
        }

        if (letter.Table.Count > 0)
        {
            body.Append("<w:tbl>").AppendJoin(string.Empty, letter.Table.Select(row => "<w:tr>" + string.Concat(row.Select(cell => $"<w:tc>{Paragraph(cell, null)}</w:tc>")) + "</w:tr>")).Append("</w:tbl>");
        }

        return body.ToString();
    }

    private static string Paragraph(string text, string? style)
        => $"<w:p>{(style is null ? string.Empty : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t xml:space=\"preserve\">{SecurityElement.Escape(text)}</w:t></w:r></w:p>";

    private static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Moment;
        using var to = entry.Open();
        to.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + text));
    }
}
