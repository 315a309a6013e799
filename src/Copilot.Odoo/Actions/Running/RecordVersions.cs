using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Actions.Running;

/// <summary>Compares the records of an approved action with what they are now.</summary>
internal static class RecordVersions
{
    private static readonly string[] Fields = ["write_date", "write_uid"];

    /// <summary>Null when all are as they were; else what changed, by whom and when, for people.</summary>
    public static async Task<string?> ChangedAsync(ActionRun run, CancellationToken cancellationToken)
    {
        foreach (var model in run.Draft.Records.GroupBy(r => r.Record.Model))
        {
            var now = (await run.Desk.Client.ReadAsync(run.Caller, model.Key, [.. model.Select(r => r.Record.Id)], Fields, cancellationToken)).ToDictionary(r => r.Id);
            foreach (var known in model)
            {
                if (!now.TryGetValue(known.Record.Id, out var row))
                {
                    return $"{Phrase.Clean(known.Name, 80)} does not exist in Odoo any more; nothing was written.";
                }

                if (known.WriteDate is { } before && row.Text("write_date") is { } after && after != before)
                {
                    var who = row.Link("write_uid") is { } user ? $" by {Phrase.Clean(user.Name, 80)}" : string.Empty;
                    return $"{Phrase.Clean(known.Name, 80)} was changed{who} at {after} UTC, after this was prepared; nothing was written. Ask again to have it prepared on what it is now.";
                }
            }
        }

        return null;
    }
}
