using Copilot.Contracts;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Ingestion;

/// <summary>Takes in what a container holds: each member is a document of its own, with the rights of the container. Members that are gone are removed.</summary>
internal sealed class ContainerIntake(IKnowledgeStore store, FileFormats formats, WorkFolder work, KnowledgeOptions options)
{
    /// <summary>How deep containers in containers are opened.</summary>
    public const int Deepest = 4;

    private const int LongestName = 300;

    /// <summary>Takes the members in.</summary>
    public async Task<FileOutcome> TakeAsync(FileIntake files, FileOpening opening, FileProgress progress, int depth, CancellationToken cancellationToken)
    {
        var task = opening.Task;
        var present = new HashSet<string>(StringComparer.Ordinal);
        var outcome = new FileOutcome();
        SourceRule? rule = null;
        try
        {
            if (depth >= Deepest)
            {
                throw new CopilotException($"it lies in {Deepest} containers, one in the other, and is not opened; take it out of them.");
            }

            rule = await RuleAsync(opening, cancellationToken);
            using var folder = work.Open();
            var budget = new ContainerBudget(options);
            await foreach (var member in FileFormats.OpenAsync(opening.Format!.Container!, new FileToRead(task.Name, opening.Path), folder.Path, cancellationToken))
            {
                budget.Take(member.Path);
                outcome += await TakeMemberAsync(files, task, rule, member, present, progress, depth, cancellationToken);
                File.Delete(member.Path);
            }
        }
        catch (CopilotException e) when (!e.IsTransient)
        {
            return outcome + await UnreachedAsync(task, rule, present, e.Message, cancellationToken);
        }
        catch (UnreadableFileException)
        {
            return outcome + await UnreachedAsync(task, rule, present, "the container can't be opened; pack it again.", cancellationToken);
        }

        foreach (var gone in await MissingAsync(task, present, cancellationToken))
        {
            await store.RemoveAsync(task.Collection, gone, cancellationToken);
            outcome += new FileOutcome { Removed = 1 };
        }

        return outcome;
    }

    private async Task<IReadOnlyList<string>> MissingAsync(FileTask task, HashSet<string> present, CancellationToken cancellationToken)
    {
        var known = await store.SourcesAsync(task.Collection, task.Source + FileSource.Member, cancellationToken);
        return [.. known.Where(k => !present.Contains(k) && !present.Contains(FileSource.Outer(k, task.Source)))];
    }

    /// <summary>What could not be reached is not gone: it stays, as far as the readers of the container may read it.</summary>
    private async Task<FileOutcome> UnreachedAsync(FileTask task, SourceRule? rule, HashSet<string> present, string why, CancellationToken cancellationToken)
    {
        foreach (var source in await MissingAsync(task, present, cancellationToken))
        {
            var held = await store.HeldAsync(task.Collection, source, cancellationToken);
            var label = held is null || rule is null ? null : LabelNarrowing.Within(held.Label, rule);
            if (label is null)
            {
                await store.RemoveAsync(task.Collection, source, cancellationToken);
            }
            else if (label.Hash() != held!.Label.Hash())
            {
                await store.RelabelAsync(held with { Label = label }, cancellationToken);
            }
        }

        return new FileOutcome { Failed = [new IngestRemark(task.Source, why)] };
    }

    private static string NameOf(string name, HashSet<string> present, string container)
    {
        var plain = new string([.. name.Replace('\\', '/').Where(c => !char.IsControl(c))]).Replace(FileSource.Member, "!_/", StringComparison.Ordinal).Trim('/');
        plain = plain.Length > LongestName ? plain[^LongestName..] : plain.Length == 0 ? "unnamed" : plain;
        var source = container + FileSource.Member + plain;
        for (var copy = 2; !present.Add(source); copy++)
        {
            source = $"{container}{FileSource.Member}{Path.ChangeExtension(plain, null)}#{copy}{Path.GetExtension(plain)}";
        }

        return source;
    }

    /// <summary>What holds for the members: what was said about the container.</summary>
    private static async Task<SourceRule> RuleAsync(FileOpening opening, CancellationToken cancellationToken)
    {
        var task = opening.Task;
        var sidecar = opening.Path == task.Source ? await LabelFiles.SidecarAsync(opening.Path, cancellationToken) : null;
        if (opening.File is null && sidecar is null)
        {
            return task.Rule ?? new SourceRule();
        }

        var label = opening.File?.Label ?? LabelReader.Read(new LabelOrigin { Sidecar = sidecar, Rule = task.Rule, Readers = task.Readers, Name = task.Name });
        return new SourceRule
        {
            Owner = label.Owner,
            Readers = label.Readers,
            Companies = label.Companies,
            Kind = task.Rule?.Kind,
            About = label.About,
            ValidFrom = label.ValidFrom,
            ValidTo = label.ValidTo,
            Language = label.Language,
        };
    }

    private async Task<FileOutcome> TakeMemberAsync(
        FileIntake files, FileTask container, SourceRule rule, FileToRead member, HashSet<string> present, FileProgress progress, int depth, CancellationToken cancellationToken)
    {
        var source = NameOf(member.Name, present, container.Source);
        if (!formats.Reads(member.Name))
        {
            return new FileOutcome { Notes = [new IngestRemark(source, $"left out: files of type \"{Path.GetExtension(member.Name)}\" can't be read")] };
        }

        var task = container with { Source = source, Name = source[(container.Source.Length + FileSource.Member.Length)..], Path = null, DefaultId = null, Title = null, Rule = rule, KeepBytes = true };
        try
        {
            return await files.TakeAsync(await files.OpenAsync(task, member.Path, cancellationToken), progress, depth + 1, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FileOutcome { Failed = [new IngestRemark(source, "it can't be opened inside its container; pack it again.")] };
        }
    }
}
