using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Desk.Reviewing;
using Copilot.Documents.Desk.Stores;
using Copilot.Documents.Extraction.Pages;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Desk.Memory;

/// <summary>Remembers, supplier by supplier and company by company, what people corrected and confirmed, and reads the next document with it. A lesson never beats a check.</summary>
public sealed class SupplierMemory
{
    private readonly LessonStore _lessons;
    private readonly DeskFileStore _files;
    private readonly TimeProvider _time;

    internal SupplierMemory(LessonStore lessons, DeskFileStore files, TimeProvider time) => (_lessons, _files, _time) = (lessons, files, time);

    /// <summary>Lists what was learned in a person's companies.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The lessons by supplier and field.</returns>
    public async Task<IReadOnlyList<Lesson>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var all = new List<Lesson>();
        foreach (var company in caller.Companies)
        {
            all.AddRange(await _lessons.AllAsync(caller.Tenant, company.Id, cancellationToken));
        }

        return all;
    }

    /// <summary>Forgets a lesson.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="id">The lesson. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The lesson that was forgotten; null when there is none in the person's companies.</returns>
    public async Task<Lesson?> ForgetAsync(Caller caller, string id, CancellationToken cancellationToken)
    {
        var lesson = (await ListAsync(caller, cancellationToken)).FirstOrDefault(l => l.Id == id);
        return lesson is not null && await _lessons.ForgetAsync(caller.Tenant, lesson.Company, id, cancellationToken) ? lesson : null;
    }

    /// <summary>Learns from a confirmed document.</summary>
    /// <returns>What was learned, in words.</returns>
    internal async Task<IReadOnlyList<string>> LearnAsync(DeskDocument document, CancellationToken cancellationToken)
    {
        var pages = DocumentPages.Of(await _files.PagesAsync(document.Tenant, document.Hash, cancellationToken), document.Extraction);
        if (document.Extraction is not { Engine: "text" or "ocr" } read || pages.Count == 0)
        {
            return [];
        }

        var text = new PageText(pages);
        var signs = SupplierSigns.Of(read, text.Text);
        if (signs.Count == 0)
        {
            return [];
        }

        var (teacher, learned) = (new LessonTeacher(text), new List<string>());
        var known = await _lessons.OfAsync(document.Tenant, document.Company, signs, cancellationToken);
        foreach (var (field, value) in read.Fields)
        {
            var correction = document.Corrections.FirstOrDefault(c => c.Name == field);
            var earlier = known.FirstOrDefault(l => l.Field == field);
            if (correction is { After: not null } && teacher.Of(correction, value) is var (kind, said, shape, words) && !(kind == LessonKind.Always && signs[0].StartsWith("name:", StringComparison.Ordinal)))
            {
                var lesson = New(document, signs[0], field, kind, said) with { Shape = shape, Words = words };
                learned.Add((await _lessons.LearnAsync(document.Tenant, earlier is null ? lesson : lesson with { Supplier = earlier.Supplier }, cancellationToken)).Explanation);
            }
            else if (earlier is not null && correction is null && document.Learned.Any(l => l.Contains($": {field} is ", StringComparison.Ordinal)))
            {
                // Read by the lesson, and nobody objected.
                await _lessons.LearnAsync(document.Tenant, earlier with { By = document.SettledBy ?? earlier.By, At = _time.GetUtcNow() }, cancellationToken);
            }
            else if (earlier is not null && correction is not null)
            {
                // It was wrong here, and nothing better can be said.
                await _lessons.ForgetAsync(document.Tenant, document.Company, earlier.Id, cancellationToken);
            }
        }

        if (document.AsRead is { } first && document.Corrections.Any(c => c.Name == "lines"))
        {
            foreach (var (field, head) in new ColumnTeacher(text).Of(first.Lines, read.Lines))
            {
                learned.Add((await _lessons.LearnAsync(document.Tenant, New(document, known.FirstOrDefault(l => l.Field == field)?.Supplier ?? signs[0], field, LessonKind.Column, head), cancellationToken)).Explanation);
            }
        }

        return learned;
    }

    /// <summary>Reads a document once more with what is known of its supplier.</summary>
    /// <returns>The document, and the lessons that were used, in words.</returns>
    internal async Task<(ExtractedDocument Document, IReadOnlyList<string> Learned)> ApplyAsync(string tenant, int company, ExtractedDocument document, IReadOnlyList<PlacedPage> pages, CancellationToken cancellationToken)
    {
        if (document.Engine is not ("text" or "ocr") || pages.Count == 0)
        {
            return (document, []);
        }

        var text = new PageText(pages);
        var lessons = await _lessons.OfAsync(tenant, company, [.. SupplierSigns.Of(document, text.Text)], cancellationToken);
        var (reader, learned, read) = (new LessonReader(text), new List<string>(), document);
        foreach (var lesson in lessons.DistinctBy(l => l.Field))
        {
            if (lesson.Kind == LessonKind.Column || reader.Read(lesson) is not { } value)
            {
                continue;
            }

            var had = read.Fields.GetValueOrDefault(lesson.Field);
            var same = Equals(had?.Value, value.Value);
            var now = same ? had! with { Confidence = Math.Max(had.Confidence, value.Confidence) } : value;
            var after = Recheck.Of(document, read with { Fields = new Dictionary<string, ExtractedField>(read.Fields, StringComparer.Ordinal) { [lesson.Field] = now } });
            if (!same && Contradicts(after, read))
            {
                read = read with
                {
                    NeedsReview = true,
                    Warnings = [.. read.Warnings, string.Create(CultureInfo.InvariantCulture, $"{lesson.Field} would be {value.Value} as it was learnt for this supplier, but then the document contradicts itself; {(had is null ? "it was left out" : "it stays as it was read")}")],
                };
                continue;
            }

            read = after;
            learned.Add(lesson.Explanation);
        }

        var columns = lessons.Where(l => l.Kind == LessonKind.Column).DistinctBy(l => l.Field).ToList();
        if (columns.Count > 0 && ColumnReader.Read(pages, document.Engine, columns) is { Count: > 0 } lines && !lines.SequenceEqual(read.Lines))
        {
            var after = Recheck.Of(document, read with { Lines = lines });
            if (!Contradicts(after, read))
            {
                read = after;
                learned.AddRange(columns.Select(l => l.Explanation));
            }
        }

        return (read, learned);
    }

    // A check that held, or was not made, and fails now.
    private static bool Contradicts(ExtractedDocument after, ExtractedDocument before) => after.Checks.Any(c => !c.Ok && !before.Checks.Any(o => o.Name == c.Name && !o.Ok));

    private Lesson New(DeskDocument document, string supplier, string field, LessonKind kind, string said) => new()
    {
        Id = Guid.NewGuid().ToString("n"),
        Company = document.Company,
        Supplier = supplier,
        SupplierName = document.Extraction!.Fields.GetValueOrDefault("supplierName")?.Value as string ?? string.Empty,
        Field = field,
        Kind = kind,
        Text = said,
        By = document.SettledBy ?? string.Empty,
        At = _time.GetUtcNow(),
    };
}
