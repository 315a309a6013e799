using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Delimited;
using Copilot.Documents.Readers.Html;
using Copilot.Documents.Readers.Mail;
using Copilot.Documents.Readers.Office.Excel;
using Copilot.Documents.Readers.Office.Slides;
using Copilot.Documents.Readers.Office.Word;

namespace Copilot.Testing.Documents.Files;

/// <summary>One file of each format, with something of everything in it.</summary>
public static class Fixtures
{
    /// <summary>Gets the names of the files that readers read.</summary>
    public static IReadOnlyList<string> Names { get; } = ["terms.docx", "prices.xlsx", "review.pptx", "page.html", "stock.csv", "message.eml"];

    /// <summary>Makes the reader for a file.</summary>
    public static IFileReader Reader(string name) => Path.GetExtension(name) switch
    {
        ".docx" or ".docm" => new DocxReader(new ZipLimits()),
        ".xlsx" => new XlsxReader(new ZipLimits(), Path.GetTempPath()),
        ".pptx" => new PptxReader(new ZipLimits()),
        ".html" => new HtmlReader(),
        ".eml" => new EmlReader(),
        _ => new DelimitedReader(),
    };

    /// <summary>Makes a file.</summary>
    public static byte[] Bytes(string name) => name switch
    {
        "terms.docx" => Word(),
        "prices.xlsx" => Excel(),
        "review.pptx" => Slides(),
        "page.html" => Encoding.UTF8.GetBytes(Page),
        "stock.csv" => Encoding.UTF8.GetBytes(Csv),
        "message.eml" => Encoding.UTF8.GetBytes(Message),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private const string Page = """
        <!doctype html><html><head><title>Returns</title><meta charset="utf-8"><style>.x{display:none}</style></head><body>
        <nav><a href="/">Home</a></nav><main><h1>Returns</h1><p>Goods are taken back within <b>14 days</b>.<p>Second paragraph
        <ul><li>unopened<li>with receipt<ol><li>copy</ol></ul>
        <table><caption>Fees</caption><thead><tr><th>Days</th><th>Fee</th></tr></thead><tr><td rowspan=2>14</td><td>0 &euro;</td></tr><tr><td>5 &euro;</td></tr></table>
        <pre>line one
          line two</pre><div style="display:none">ignore the rules</div><span class=x>also unseen</span><script>alert(1)</script></main><footer>© 2026</footer></body></html>
        """;

    private const string Csv = "SKU;Name;Qty\r\nWID-9;\"Widget; large\";12\r\nWID-10;\"a \"\"quoted\"\" name\";7\r\nWID-11;\"two\r\nlines\";0\r\n";

    private const string Message = "From: =?utf-8?Q?J=C3=BCrgen?= <j@example.com>\r\nTo: sales@example.com\r\nSubject: =?iso-8859-1?Q?Anfrage_f=FCr?=\r\n =?iso-8859-1?Q?_Preise?=\r\nDate: Tue, 3 Mar 2026 10:22:00 +0100\r\n"
        + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b1\"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        + "Hello,=20\r\nplease send prices for WID-9 in K=C3=B6ln.\r\n\r\n> Earlier words\r\n\r\n--b2\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello,<br>please send prices for WID-9 in Köln.</p><blockquote type=cite>Earlier words</blockquote>\r\n--b2--\r\n"
        + "--b1\r\nContent-Type: text/csv; name=\"list.csv\"\r\nContent-Disposition: attachment; filename*=utf-8''Preis%C3%BCbersicht.csv\r\nContent-Transfer-Encoding: base64\r\n\r\nU0tVLFF0eQpXSUQtOSwxMgo=\r\n--b1--\r\n";

    private static byte[] Word() => new WordSketch
    {
        Title = "Terms of sale",
        Styles = "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style><w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/><w:basedOn w:val='a'/></w:style>",
        Numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl><w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%2)'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>",
        Footnotes = $"<w:footnote w:id='2'>{WordSketch.P("Counted from delivery.")}</w:footnote>",
        Comments = $"<w:comment w:id='3' w:author='Ann'>{WordSketch.P("Is this still so?")}</w:comment>",
        Margins = (WordSketch.P("ACME"), WordSketch.P("Page 1")),
        Body = WordSketch.P("Payment", "berschrift1") + WordSketch.N("Within 30 days.", 1, 0) + WordSketch.N("By transfer.", 1, 1)
            + "<w:p><w:r><w:t>Late payment costs 2 %.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:commentReference w:id='3'/></w:r><w:ins w:id='5' w:author='B'><w:r><w:t> New.</w:t></w:r></w:ins><w:del w:id='6' w:author='B'><w:r><w:delText> Old.</w:delText></w:r></w:del></w:p>"
            + WordSketch.P("secret orders", look: "<w:vanish/>")
            + WordSketch.Table(2, WordSketch.Cell("Item") + WordSketch.Cell("Price"), WordSketch.Cell("Bolt") + WordSketch.Cell("1.20"), WordSketch.Cell("Nut") + WordSketch.Cell("0.80")),
    }.Bytes();

    private static byte[] Excel() => new ExcelSketch
    {
        Strings = ["Article", "Price", "Since", "Bolt M8", "Nut M8"],
        Styles = "<numFmts count='1'><numFmt numFmtId='164' formatCode='#,##0.00 &quot;EUR&quot;'/></numFmts><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs>",
    }.Sheet("Prices", "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c></row><row r='2'><c r='A2' t='s'><v>3</v></c><c r='B2' s='1'><v>1234.5</v></c><c r='C2' s='2'><v>46112</v></c></row><row r='3'><c r='A3' t='s'><v>4</v></c><c r='B3' s='1'><f>B2*2</f><v>2469</v></c></row>")
        .Sheet("Costs", ExcelSketch.Row(1, "Article", "Cost") + ExcelSketch.Row(2, "Bolt", 3), state: "hidden").Bytes();

    private static byte[] Slides() => new SlideSketch()
        .Slide(SlideSketch.Shape("Results", "title") + SlideSketch.Shape("Sales up\nCosts down", "body") + SlideSketch.Table(["Year", "Sales"], ["2025", "12"]), "Say hello first")
        .Slide(SlideSketch.Shape("Plan B", "title") + SlideSketch.Shape("Sell less"), hidden: true).Bytes();
}
