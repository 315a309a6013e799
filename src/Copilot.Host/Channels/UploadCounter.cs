using Copilot.Contracts;
using Copilot.Host.Channels.Rest;
using Copilot.Host.Start;
using Copilot.Knowledge;

namespace Copilot.Host.Channels;

/// <summary>Takes uploaded files in, one by one. A file that can't be taken is said by its name and never stops the others.</summary>
internal sealed class UploadCounter(KnowledgeIntake intake, IDocumentExtractor extractor, Faults faults)
{
    /// <summary>Takes one file.</summary>
    /// <param name="content">Its bytes; read once, straight to disk.</param>
    /// <param name="fileName">Its name as the client gives it. Untrusted.</param>
    /// <param name="caller">Whose it is.</param>
    /// <param name="cancellationToken">Stops the upload.</param>
    /// <returns>What became of it.</returns>
    public async Task<UploadView> TakeAsync(Stream content, string fileName, Caller caller, CancellationToken cancellationToken)
    {
        UploadReport report;
        ExtractedDocument? extraction;
        try
        {
            report = await intake.TakeUploadAsync(content, fileName, caller, cancellationToken);
            extraction = await ExtractAsync(new FileToRead(report.FileName, report.Original), cancellationToken);
        }
        catch (CopilotException trouble)
        {
            return Refused(ShownName(fileName), trouble.Message, []);
        }
        catch (Exception fault) when (FullDisk.Is(fault))
        {
            faults.Note(fault);
            return Refused(ShownName(fileName), Problems.NoRoom.Detail, []) with { IsForWantOfRoom = true };
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or IOException or InvalidDataException))
        {
            // Not the client's line: a fault of ours with this one file.
            return Refused(ShownName(fileName), $"It could not be read: something went wrong on our side (id {faults.Note(fault)}).", []);
        }

        IReadOnlyList<string> notes = [.. report.Notes.Concat(report.Documents.Count > 0 ? report.Failed : []).Select(r => Said(r, report.FileName))];
        if (report.Documents.Count == 0)
        {
            return Refused(report.FileName, report.Failed.Count > 0 ? Sentence(Said(report.Failed[0], report.FileName)) : "Nothing was found in it that can be read.", notes) with { Extraction = extraction };
        }

        if (report.Passages == 0)
        {
            await intake.ForgetUploadAsync(caller, report.AttachmentId, cancellationToken);
            return Refused(report.FileName, "No text was found in it. A scan must show its text clearly; try another copy.", notes) with { Extraction = extraction };
        }

        return new UploadView
        {
            AttachmentId = report.AttachmentId,
            File = report.FileName,
            State = "ready",
            Title = report.Documents.Count == 1 ? report.Documents[0].Title : null,
            Pages = report.Documents.All(d => d.Pages is null) ? null : report.Documents.Sum(d => d.Pages ?? 0),
            Passages = report.Passages,
            Notes = notes,
            Extraction = extraction,
        };
    }

    /// <summary>Reads a business document; what is none, or is broken, is a document like any other.</summary>
    private async Task<ExtractedDocument?> ExtractAsync(FileToRead file, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(file.Path) && extractor.Knows(file) ? await extractor.ExtractAsync(file, ExtractionEngine.Auto, cancellationToken) : null;
        }
        catch (CopilotException)
        {
            return null;
        }
    }

    private static UploadView Refused(string file, string error, IReadOnlyList<string> notes)
        => new() { File = file, State = "refused", Passages = 0, Error = error, Notes = notes };

    private static string Said(IngestRemark remark, string file)
        => remark.File == file ? remark.Message : remark.File.StartsWith(file, StringComparison.Ordinal) ? $"{remark.File[file.Length..].TrimStart('!', '/')}: {remark.Message}" : $"{remark.File}: {remark.Message}";

    private static string Sentence(string text)
        => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..] + (text[^1] is '.' or '!' or '?' ? string.Empty : ".");

    private static string ShownName(string fileName)
    {
        var name = new string([.. Path.GetFileName(fileName.Replace('\\', '/')).Where(c => !char.IsControl(c))]);
        return name.Length <= 200 ? name : name[^200..];
    }
}
