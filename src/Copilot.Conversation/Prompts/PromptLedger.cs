using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Conversation.Prompts;

/// <summary>The prompts beside what is on record of them: which version, with which text, passed which evaluation. The record is <c>versions.lock</c> in the prompts folder.</summary>
public sealed class PromptLedger
{
    /// <summary>The record's file name.</summary>
    public const string FileName = "versions.lock";

    private static readonly JsonSerializerOptions Json = new(ContractJson.Options) { WriteIndented = true };
    private readonly string _path;
    private readonly Dictionary<string, PromptRecord> _records;

    private PromptLedger(string path, IReadOnlyList<PromptCard> prompts, Dictionary<string, PromptRecord> records)
    {
        _path = path;
        _records = records;
        Prompts = prompts;
    }

    /// <summary>Gets the suites of which one at least must have been asked for a run to count: those that ask whole questions.</summary>
    public static IReadOnlyList<string> SuitesThatCount { get; } = ["voices"];

    /// <summary>Gets the prompts, by name.</summary>
    public IReadOnlyList<PromptCard> Prompts { get; }

    /// <summary>Gets what is on record, by prompt.</summary>
    public IReadOnlyDictionary<string, PromptRecord> Records => _records;

    /// <summary>Reads a prompts folder and its record.</summary>
    /// <param name="folder">The prompts folder.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="CopilotException">A prompt or the record can't be used.</exception>
    public static PromptLedger Open(string folder) => Open(folder, PromptNeeds.All);

    /// <summary>Says what keeps the prompts from being used as they are.</summary>
    /// <returns>A sentence for each prompt that changed without a new version, or that has no evaluation on record; empty when all is well.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = Prompts.Select(FaultOf).OfType<string>().ToList();
        faults.AddRange(_records.Keys.Except(Prompts.Select(p => p.Name)).Order(StringComparer.Ordinal)
            .Select(gone => $"{gone}: on record, but its file is gone. Record a run again."));
        return faults;
    }

    /// <summary>Compares each prompt with the text on record.</summary>
    /// <returns>The prompts that differ.</returns>
    public IReadOnlyList<PromptChange> Changes()
    {
        var changes = Prompts
            .Where(p => _records.GetValueOrDefault(p.Name)?.Hash != p.Hash)
            .Select(p => _records.GetValueOrDefault(p.Name) is { } old
                ? new PromptChange(p.Name, old.Version, p.Version, LineComparison.Of(Unpack(old), p.Source))
                : new PromptChange(p.Name, 0, p.Version, LineComparison.Of(string.Empty, p.Source)));
        var gone = _records.Values.Where(r => !Prompts.Any(p => p.Name == r.Name)).Select(r => new PromptChange(r.Name, r.Version, 0, LineComparison.Of(Unpack(r), string.Empty)));
        return [.. changes.Concat(gone).OrderBy(c => c.Name, StringComparer.Ordinal)];
    }

    /// <summary>Puts a passed run on record for every prompt as it is now.</summary>
    /// <param name="run">The run.</param>
    /// <param name="examined">The hash of each prompt that the run used, by name.</param>
    /// <exception cref="CopilotException">The run used other texts, asked no suite that counts, or a prompt changed without a new version.</exception>
    public void Record(PromptEvalRun run, IReadOnlyDictionary<string, string> examined)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(examined);
        if (!run.Suites.Any(SuitesThatCount.Contains))
        {
            throw new CopilotException($"This run asked {(run.Suites.Count == 0 ? "nothing" : string.Join(", ", run.Suites))}. For prompts a run counts that asked one of {string.Join(", ", SuitesThatCount)}.");
        }

        foreach (var prompt in Prompts)
        {
            if (examined.GetValueOrDefault(prompt.Name) != prompt.Hash)
            {
                throw new CopilotException($"The run was made with another text of {prompt.Name} than the file holds now. Run the evaluation again, then record it.");
            }

            if (_records.GetValueOrDefault(prompt.Name) is { } old && old.Hash != prompt.Hash && prompt.Version <= old.Version)
            {
                throw new CopilotException(NeedsVersion(prompt, old));
            }
        }

        var records = Prompts.Select(p => new PromptRecord(p.Name, p.Version, p.Hash, run, Pack(p.Source))).ToList();
        File.WriteAllText(_path + ".new", JsonSerializer.Serialize(records, Json) + "\n");
        File.Move(_path + ".new", _path, overwrite: true);
        _records.Clear();
        records.ForEach(r => _records.Add(r.Name, r));
    }

    /// <summary>Reads a prompts folder of a program with other needs.</summary>
    internal static PromptLedger Open(string folder, IReadOnlyDictionary<string, IReadOnlyList<string>> needs)
    {
        var prompts = PromptLibrary.Load(folder, needs).All;
        var path = Path.Combine(folder, FileName);
        return new PromptLedger(path, prompts, File.Exists(path) ? Read(path) : []);
    }

    private static Dictionary<string, PromptRecord> Read(string path)
    {
        try
        {
            var records = JsonSerializer.Deserialize<List<PromptRecord>>(File.ReadAllText(path), Json) ?? [];
            return records.Exists(r => r is not { Name: not null, Hash: not null, Text: not null, Run: { Suites: not null, Figures: not null } })
                ? throw new CopilotException($"The record of the prompts {path} is incomplete. Take the last one that was committed, or record a run again.")
                : records.ToDictionary(r => r.Name, StringComparer.Ordinal);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new CopilotException($"The record of the prompts {path} can't be read. Take the last one that was committed, or remove it and record a run again.", e);
        }
    }

    private static string NeedsVersion(PromptCard prompt, PromptRecord old)
        => $"{prompt.Name}: its text differs from version {old.Version} on record, and it says version {prompt.Version}. Write version: {old.Version + 1}, run copilot eval voices --out DIR, then copilot prompts record DIR/report.json.";

    private static string Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return Convert.ToBase64String(packed.ToArray());
    }

    private static string Unpack(PromptRecord record)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(Convert.FromBase64String(record.Text)), CompressionMode.Decompress);
            using var reader = new StreamReader(brotli, Encoding.UTF8);
            var text = reader.ReadToEnd();
            return PromptFile.HashOf(text) == record.Hash ? text : throw new InvalidDataException("The text is not the one that was recorded.");
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new CopilotException($"The recorded text of {record.Name} can't be read. Take the last {FileName} that was committed, or record a run again.", e);
        }
    }

    private string? FaultOf(PromptCard prompt)
        => _records.GetValueOrDefault(prompt.Name) is not { } record
            ? $"{prompt.Name}: no evaluation is on record. Run copilot eval voices --out DIR, then copilot prompts record DIR/report.json."
            : record.Hash == prompt.Hash && record.Version == prompt.Version ? null
            : prompt.Version <= record.Version ? NeedsVersion(prompt, record)
            : $"{prompt.Name}: version {prompt.Version} has no evaluation on record. Run copilot eval voices --out DIR, then copilot prompts record DIR/report.json.";
}
