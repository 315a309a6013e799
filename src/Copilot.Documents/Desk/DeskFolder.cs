using Copilot.Contracts;
using Microsoft.Extensions.Options;

namespace Copilot.Documents.Desk;

/// <summary>
/// Watches a folder, and with it a mailbox whose e-mails are filed there as <c>.eml</c>. A file is taken when it did not change between two looks; then it moves to <c>taken</c>, or to
/// <c>refused</c> with the reason beside it, so that nobody wonders what became of it.
/// </summary>
public sealed class DeskFolder
{
    private const string Taken = "taken";
    private const string Refused = "refused";
    private const string Tenant = "default";
    private const int MostAtOnce = 100;

    private readonly DeskIntake _intake;
    private readonly DeskOptions _options;
    private readonly TimeProvider _time;
    private Dictionary<string, (long Length, DateTime Changed)> _seen = new(StringComparer.Ordinal);
    private long _looked;

    internal DeskFolder(DeskIntake intake, IOptions<DeskOptions> options, TimeProvider time) => (_intake, _options, _time) = (intake, options.Value, time);

    /// <summary>Gets why the folder can't be looked at, or null.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Looks at the folder, if it is time to. One look at a time.</summary>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>What became of the files that were ready.</returns>
    public async Task<IReadOnlyList<IntakeReport>> LookAsync(CancellationToken cancellationToken)
    {
        if (_options.Folder.Length == 0 || (_looked != 0 && _time.GetElapsedTime(_looked) < TimeSpan.FromSeconds(_options.FolderSeconds)))
        {
            return [];
        }

        _looked = Math.Max(1, _time.GetTimestamp());
        var reports = new List<IntakeReport>();
        try
        {
            var now = new Dictionary<string, (long, DateTime)>(StringComparer.Ordinal);
            foreach (var file in Files())
            {
                var mark = (file.Length, file.LastWriteTimeUtc);
                now[file.FullName] = mark;
                if (_seen.TryGetValue(file.FullName, out var before) && before == mark && reports.Count < MostAtOnce)
                {
                    reports.AddRange(await TakeAsync(file, cancellationToken));
                    now.Remove(file.FullName);
                }
            }

            (_seen, Trouble) = (now, null);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            Trouble = $"The folder of Copilot__Desk__Folder can't be used ({closed.GetType().Name}); it must exist, and the service must be allowed to move files in it.";
        }

        return reports;
    }

    private IEnumerable<FileInfo> Files()
        => new DirectoryInfo(_options.Folder).EnumerateFiles().Where(f => !f.Name.StartsWith('.') && f.LinkTarget is null && f.Length > 0).OrderBy(f => f.LastWriteTimeUtc).ThenBy(f => f.Name, StringComparer.Ordinal);

    private async Task<IReadOnlyList<IntakeReport>> TakeAsync(FileInfo file, CancellationToken cancellationToken)
    {
        IReadOnlyList<IntakeReport> reports;
        if (file.Length > _intake.LargestBytes)
        {
            reports = [new IntakeReport(file.Name, null, $"\"{file.Name}\" has {file.Length >> 20} MB; documents of up to {_intake.LargestBytes >> 20} MB are taken. Ask the sender to split it.")];
        }
        else
        {
            var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
            reports = await _intake.TakeAsync(new Arrival { Tenant = Tenant, Company = _options.Company, File = file.Name, Content = content, Source = DeskSource.Folder, From = "watched folder" }, cancellationToken);
        }

        var told = string.Join(Environment.NewLine, reports.Select(r => r.Because).OfType<string>());
        var place = Directory.CreateDirectory(Path.Combine(_options.Folder, reports.Any(r => r.Received is not null) ? Taken : Refused)).FullName;
        var target = Free(place, file.Name);
        File.Move(file.FullName, target);
        if (told.Length > 0)
        {
            await File.WriteAllTextAsync(target + ".txt", told + Environment.NewLine, cancellationToken);
        }

        return reports;
    }

    private static string Free(string folder, string name)
    {
        var (bare, extension) = (Path.GetFileNameWithoutExtension(name), Path.GetExtension(name));
        for (var i = 1; ; i++)
        {
            var path = Path.Combine(folder, i == 1 ? name : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bare} ({i}){extension}"));
            if (!File.Exists(path))
            {
                return path;
            }
        }
    }
}
