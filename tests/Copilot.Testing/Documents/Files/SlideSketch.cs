using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;

namespace Copilot.Testing.Documents.Files;

/// <summary>Makes presentations from a few lines of their markup; packed by the usual library, so that they are as real ones.</summary>
public sealed class SlideSketch
{
    private const string Space = "xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    private readonly List<(string Shapes, string? Notes, bool Hidden)> _slides = [];

    /// <summary>Makes a shape.</summary>
    /// <param name="text">Paragraphs, one a line.</param>
    /// <param name="place">The placeholder's type; null for a free text box.</param>
    /// <param name="look">Properties of its text.</param>
    /// <param name="shape">Properties of the shape.</param>
    public static string Shape(string text, string? place = null, string look = "", string shape = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"<p:sp><p:nvSpPr><p:cNvPr id='1' name='s'/><p:cNvSpPr/><p:nvPr>{(place is null ? "" : $"<p:ph type='{place}'/>")}</p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr><p:txBody><a:bodyPr/>"
            + string.Concat(text.Split('\n').Select(t => $"<a:p><a:r><a:rPr lang='en'{(look.StartsWith('<') ? $">{look}</a:rPr>" : $" {look}/>")}<a:t>{t}</a:t></a:r></a:p>")) + "</p:txBody></p:sp>";
    }

    /// <summary>Makes the place of a shape.</summary>
    public static string At(long x, long y) => $"<a:xfrm><a:off x='{x}' y='{y}'/><a:ext cx='1000000' cy='500000'/></a:xfrm>";

    /// <summary>Makes a table.</summary>
    public static string Table(params string[][] rows)
        => "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id='9' name='t'/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x='0' y='0'/><a:ext cx='10' cy='10'/></p:xfrm><a:graphic><a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/table'><a:tbl><a:tblPr firstRow='1'/><a:tblGrid/>"
            + string.Concat(rows.Select(r => "<a:tr h='1'>" + string.Concat(r.Select(c => $"<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>{c}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>")) + "</a:tr>")) + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";

    /// <summary>Adds a slide.</summary>
    public SlideSketch Slide(string shapes, string? notes = null, bool hidden = false)
    {
        _slides.Add((shapes, notes, hidden));
        return this;
    }

    /// <summary>Packs the presentation.</summary>
    public byte[] Bytes()
    {
        var stream = new MemoryStream();
        using (var file = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            var show = file.AddPresentationPart();
            show.Presentation = new Presentation(new SlideIdList(), new SlideSize { Cx = 12192000, Cy = 6858000 });
            var id = 256u;
            foreach (var (shapes, notes, hidden) in _slides)
            {
                var part = show.AddNewPart<SlidePart>();
                part.Slide = new Slide($"<p:sld {Space}{(hidden ? " show='0'" : "")}><p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>{shapes}</p:spTree></p:cSld></p:sld>");
                if (notes is not null)
                {
                    part.AddNewPart<NotesSlidePart>().NotesSlide = new NotesSlide($"<p:notes {Space}><p:cSld><p:spTree>{Shape(notes, "body")}{Shape("7", "sldNum")}</p:spTree></p:cSld></p:notes>");
                }

                show.Presentation.SlideIdList!.Append(new SlideId { Id = id++, RelationshipId = show.GetIdOfPart(part) });
            }
        }

        return stream.ToArray();
    }
}
