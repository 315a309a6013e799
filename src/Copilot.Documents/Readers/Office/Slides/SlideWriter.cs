using Copilot.Contracts;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Slides;

/// <summary>Writes one slide: its title as heading, bullets as lists, tables, diagrams; what is out of sight is marked.</summary>
internal sealed class SlideWriter(PartWriter writer, OfficePackage package, string slide, SlideLook look, BlockMark mark)
{
    private const string UnseenNote = "holds text that a person does not see on the slide; it is marked as hidden";
    private readonly HashSet<string> _drawn = [];
    private OfficeNode? _title;

    /// <summary>Writes the slide.</summary>
    /// <param name="content">The slide.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <returns>The title's words, or null.</returns>
    public string? Write(OfficeNode content, int number)
    {
        var tree = content.Child("cSld", "spTree");
        _title = tree?.Deep("sp").FirstOrDefault(s => PlaceholderOf(s) is "title" or "ctrTitle");
        var title = _title?.Child("txBody") is { } body ? CleanText.Line(string.Join(' ', body.All("p").Select(p => TextOf(p)))) : null;
        writer.Heading(1, string.IsNullOrEmpty(title) ? $"Slide {number}" : $"Slide {number}: {title}", mark);
        Shapes(tree, false, null);
        return title;
    }

    /// <summary>Writes the speaker's notes: what stands in the body of the notes page.</summary>
    public void Notes(OfficeNode? notes)
    {
        foreach (var shape in notes?.Child("cSld", "spTree")?.Deep("sp").Where(s => PlaceholderOf(s) == "body") ?? [])
        {
            if (string.Join('\n', shape.Child("txBody")?.All("p").Select(p => TextOf(p)) ?? []).Trim() is { Length: > 0 } words)
            {
                writer.Paragraph("Notes: " + words, mark);
            }
        }
    }

    private static string TextOf(OfficeNode paragraph, Func<OfficeNode, bool>? take = null)
        => string.Concat(paragraph.Children.Select(c => c.Name switch
        {
            "r" or "fld" when take is null || take(c) => c.Child("t")?.Text,
            "br" => "\n",
            "AlternateContent" or "oMath" or "m" => string.Concat(c.Chosen().Deep("t").Select(t => t.Text)),
            _ => null,
        }));

    private static string? PlaceholderOf(OfficeNode shape) => shape.Child("nvSpPr", "nvPr")?.Child("ph") is { } place ? place["type"] ?? "obj" : null;

    private void Shapes(OfficeNode? tree, bool outOfSight, string? ground)
    {
        foreach (var child in tree?.Children ?? [])
        {
            var node = child.Chosen();
            if (node != child)
            {
                Shapes(node, outOfSight, ground);
                continue;
            }

            switch (node.Name)
            {
                case "sp" or "cxnSp" when node != _title && PlaceholderOf(node) is not ("sldNum" or "dt" or "hdr"):
                    Shape(node, outOfSight, ground);
                    break;
                case "grpSp":
                    // Shapes in a group have places of their own scale; only the group as a whole is looked at.
                    var properties = node.Child("grpSpPr");
                    Shapes(node, outOfSight || IsOutOfSight(node, properties?.Child("xfrm")), SlideLook.Fill(properties, look.Paper) ?? ground ?? "unplaced");
                    break;
                case "graphicFrame":
                    Frame(node, outOfSight || IsOutOfSight(node, node.Child("xfrm")));
                    break;
            }
        }
    }

    private void Shape(OfficeNode shape, bool outOfSight, string? group)
    {
        var properties = shape.Child("spPr");
        var hidden = outOfSight || (group is null && IsOutOfSight(shape, properties?.Child("xfrm"))) || shape.Deep("cNvPr").Any(IsSwitchedOff);
        if (shape.Child("txBody") is not { } body)
        {
            return;
        }

        // Without a fill, a shape may lie on another that has one; only the bare slide is compared with.
        var ground = SlideLook.Fill(properties, look.Paper) ?? (shape.Child("style", "fillRef") is { } reference && reference["idx"] != "0" ? "unknown" : group is null or "unplaced" ? look.Ground : group);
        if (hidden)
        {
            writer.Note(UnseenNote);
        }

        Text(body, hidden ? BlockMark.Hidden : mark, ground, isList: PlaceholderOf(shape) is "body" or "obj" or "subTitle");
    }

    private void Text(OfficeNode body, BlockMark marked, string ground, bool isList)
    {
        var items = new List<string>();
        var unseen = new List<string>();
        foreach (var paragraph in body.All("p"))
        {
            var properties = paragraph.Child("pPr");
            var seen = TextOf(paragraph, r => !IsUnseen(r, ground)).Trim();
            if (TextOf(paragraph, r => IsUnseen(r, ground)).Trim() is { Length: > 0 } words)
            {
                unseen.Add(words);
            }

            if (seen.Length == 0)
            {
                continue;
            }

            var bullet = properties?.Children.Any(c => c.Name is "buChar" or "buAutoNum" or "buBlip") == true || (isList && properties?.Child("buNone") is null);
            if (bullet)
            {
                items.Add(new string(' ', 2 * Math.Clamp(properties?.Number("lvl") ?? 0, 0, 8)) + "- " + CleanText.Line(seen));
                continue;
            }

            EndList(items, marked);
            writer.Paragraph(seen, marked);
        }

        EndList(items, marked);
        if (unseen.Count > 0)
        {
            writer.Note(UnseenNote);
            writer.Paragraph(string.Join('\n', unseen), BlockMark.Hidden);
        }
    }

    private void EndList(List<string> items, BlockMark marked)
    {
        writer.Lines(BlockKind.List, [.. items], mark: marked);
        items.Clear();
    }

    private void Frame(OfficeNode frame, bool outOfSight)
    {
        var marked = outOfSight ? BlockMark.Hidden : mark;
        foreach (var table in frame.Deep("tbl"))
        {
            var run = new TableWriter(writer);
            var header = table.Child("tblPr")?["firstRow"] is "1" or "true";
            foreach (var row in table.All("tr"))
            {
                run.Row([.. row.All("tc").Select(c => string.Join(' ', c.Child("txBody")?.All("p").Select(p => TextOf(p)) ?? []))], header);
                header = false;
            }

            run.End(marked);
        }

        foreach (var diagram in frame.Deep("relIds"))
        {
            if (diagram["r:dm"] is { } id && package.Relations(slide).TryGetValue(id, out var data) && !data.External && _drawn.Add(data.Target) && package.Node(data.Target) is { } model)
            {
                writer.Lines(
                    BlockKind.List,
                    [.. model.Deep("pt").Select(p => string.Join(' ', p.Child("t")?.All("p").Select(t => TextOf(t)) ?? [])).Select(CleanText.Line).Where(t => t.Length > 0).Select(t => "- " + t)],
                    mark: marked);
            }
        }

        foreach (var chart in frame.Deep("chart"))
        {
            if (chart["r:id"] is { } id && package.Relations(slide).TryGetValue(id, out var part) && !part.External && _drawn.Add(part.Target) && package.Node(part.Target) is { } drawn)
            {
                ChartRows.Write(drawn, writer, marked);
            }
        }
    }

    private static bool IsUnseen(OfficeNode run, string ground)
    {
        var properties = run.Child("rPr");
        return properties?.Number("sz") is <= 200 || (properties?.Child("solidFill") is { } fill && Paint.Unseen(SlideLook.Colour(fill, "FFFFFF"), ground));
    }

    private static bool IsSwitchedOff(OfficeNode properties) => properties["hidden"] is "1" or "true";

    private bool IsOutOfSight(OfficeNode shape, OfficeNode? transform)
        => look.IsOffSlide(transform) || shape.Children.Where(c => c.Name.StartsWith("nv", StringComparison.Ordinal)).Any(n => n.Child("cNvPr") is { } p && IsSwitchedOff(p));
}
