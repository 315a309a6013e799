using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.Logging;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes one file in, be it a document or a container of documents. What is wrong with it is told, and never stops the others.</summary>
internal sealed class FileIntake(IKnowledgeStore store, FileFormats formats, DocumentIntake documents, IdClaims claims, ContainerIntake containers, ILogger logger)
{
    /// <summary>Chooses the reader, reads the label and claims the id. Files opened one after the other get their ids in that order.</summary>
    public async Task<FileOpening> OpenAsync(FileTask task, string path, CancellationToken cancellationToken)
    {
        var opening = new FileOpening { Task = task, Path = path };
        try
        {
            opening = opening with { Format = await formats.ChooseAsync(new FileToRead(task.Name, path), cancellationToken) };
        }
        catch (CopilotException e)
        {
            opening = opening with { FormatFault = e };
        }

        if (opening.Format is { Reader: null })
        {
            return opening;
        }

        try
        {
            return opening with { File = await documents.OpenAsync(task, path, cancellationToken) };
        }
        catch (CopilotException e)
        {
            return opening with { LabelFault = e };
        }
    }

    /// <summary>Takes it in.</summary>
    /// <exception cref="CopilotException">It is in change; it can be tried again (<see cref="CopilotException.IsTransient"/>).</exception>
    public async Task<FileOutcome> TakeAsync(FileOpening opening, FileProgress progress, int depth, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = new FileOutcome();
            if (opening.LabelFault is { } unknown)
            {
                return await WithdrawAsync(opening, (opening.FormatFault ?? unknown).Message, cancellationToken);
            }

            if (opening.FormatFault is { } fault)
            {
                return await RefuseAsync(opening, fault.Message, cancellationToken);
            }

            if (opening is { File: { } file, Format.Reader: { } reader })
            {
                outcome = await TakeDocumentAsync(opening, file, reader, progress, cancellationToken);
            }

            return opening.Format!.Container is null ? outcome : outcome + await containers.TakeAsync(this, opening, progress, depth, cancellationToken);
        }
        finally
        {
            if (opening.File is { } claimed)
            {
                claims.Release(opening.Task.Collection, claimed.Label.Id, opening.Task.Source);
            }
        }
    }

    private async Task<FileOutcome> TakeDocumentAsync(FileOpening opening, OpenedFile file, IFileReader reader, FileProgress progress, CancellationToken cancellationToken)
    {
        try
        {
            return await documents.TakeAsync(file, reader, progress, cancellationToken);
        }
        catch (CopilotException e) when (!e.IsTransient)
        {
            return await RefuseAsync(opening, e.Message, cancellationToken);
        }
        catch (UnreadableFileException e)
        {
            Log.ReaderFailed(logger, reader.Format, opening.Task.Source, e);
            return await RefuseAsync(opening, $"the reader of {reader.Format} failed on it; open it and save it again.", cancellationToken);
        }
    }

    /// <summary>Refuses a text whose rights are known: what was read before stays, with these rights; but not where the rights stand in the text itself.</summary>
    private async Task<FileOutcome> RefuseAsync(FileOpening opening, string why, CancellationToken cancellationToken)
    {
        if (opening.File is not { Held: not null } file || LabelFiles.HasFrontMatter(opening.Task.Name))
        {
            return await WithdrawAsync(opening, why, cancellationToken);
        }

        await documents.KeepEarlierAsync(file, why, cancellationToken);
        return Failed(opening, $"{why} Its earlier text stays until then.");
    }

    /// <summary>Removes what can't be shown any more: what a file says about its readers can't be known.</summary>
    private async Task<FileOutcome> WithdrawAsync(FileOpening opening, string why, CancellationToken cancellationToken)
    {
        var (collection, source) = (opening.Task.Collection, opening.Task.Source);
        IReadOnlyList<string> withdrawn = [
            .. await store.HeldAsync(collection, source, cancellationToken) is null ? [] : new[] { source },
            .. await store.SourcesAsync(collection, source + FileSource.Member, cancellationToken)];
        foreach (var earlier in withdrawn)
        {
            await store.RemoveAsync(collection, earlier, cancellationToken);
        }

        return Failed(opening, withdrawn.Count == 0 ? why : $"{why} Its earlier version is withdrawn until then.");
    }

    private static FileOutcome Failed(FileOpening opening, string why) => new() { Failed = [new IngestRemark(opening.Task.Source, why)] };
}
