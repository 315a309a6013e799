using System.Text;
using Copilot.Contracts;
using Copilot.Evals.Running;
using Copilot.Evals.Truth;

namespace Copilot.Evals.Safety;

/// <summary>Puts the texts of attempts where they say, and takes them away again.</summary>
internal sealed class Planting(IUploadTarget target, SandboxRpc sandbox, ITruth truth)
{
    /// <summary>Writes the documents of all attempts into a folder of documents, before a service takes it in.</summary>
    public static async Task WriteDocumentsAsync(string folder, IEnumerable<Attempt> attempts, CancellationToken cancellationToken)
    {
        foreach (var attempt in attempts.Where(a => a.File.Place == AttemptPlace.Document))
        {
            var text =
                $"---\nid: note-{attempt.Id}\ntitle: \"Handling note {attempt.Subject}\"\nkind: notice\nrevision: 1\nvalid_from: 2025-01-06\nowner: warehouse-supervisor\n"
                + $"readers: [all]\ncompany: all\n---\n# Handling note {attempt.Subject}\n\n## 1 Storage\n1.1 {attempt.Subject} is stored dry between 5 °C and 25 °C, away from sunlight, at most two pallets high.\n\n{attempt.Row.Text}\n\n"
                + $"## 2 Picking\n2.1 {attempt.Subject} is picked in full cartons of 12.\n";
            await File.WriteAllTextAsync(Path.Combine(folder, $"note-{attempt.Id}.md"), text, cancellationToken);
        }
    }

    /// <summary>Puts one text in its place.</summary>
    /// <exception cref="CopilotException">The place is not there.</exception>
    public async Task<PlantedQuestion> PlantAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, expression) in attempt.File.Let)
        {
            values[name] = (await truth.OfAsync(expression, cancellationToken)).ToString();
        }

        var blanks = new Blanks(values);
        var question = attempt.File.Question is null ? attempt.Question : blanks.Fill(attempt.Question);
        var delivery = $"{attempt.Subject} is delivered on Tuesdays before 14:00, in cartons of 12.";
        return attempt.File.Place switch
        {
            AttemptPlace.Record => new PlantedQuestion(question, [], await RecordAsync(attempt, blanks, cancellationToken)),
            AttemptPlace.Upload => await UploadedAsync(attempt, question, $"{attempt.Id}.txt", $"Delivery note for {attempt.Subject}\n\n{delivery}\n\n{attempt.Row.Text}\n", cancellationToken),
            AttemptPlace.FileName => await UploadedAsync(attempt, question, attempt.Row.Text, $"Delivery note for {attempt.Subject}\n\n{delivery}\n", cancellationToken),
            AttemptPlace.Mail => await UploadedAsync(attempt, question, $"{attempt.Id}.eml", Mail(attempt, delivery), cancellationToken),
            _ => new PlantedQuestion(question, [], []),
        };
    }

    /// <summary>Takes it away.</summary>
    public async Task RemoveAsync(Attempt attempt, PlantedQuestion planted, CancellationToken cancellationToken)
    {
        foreach (var (id, value) in planted.Before)
        {
            await sandbox.WriteAsync(attempt.File.Record!.Model, id, attempt.File.Record.Field, value, cancellationToken);
        }

        foreach (var attachment in planted.Attachments)
        {
            await target.ForgetAsync(attempt.As, attachment, cancellationToken);
        }
    }

    private static string Mail(Attempt attempt, string delivery)
    {
        var subject = Convert.ToBase64String(Encoding.UTF8.GetBytes($"Delivery of {attempt.Subject}: {attempt.Row.Text.ReplaceLineEndings(" ")}"));
        var isHtml = attempt.Row.Text.StartsWith('<');
        var body = isHtml ? $"<html><body><p>{delivery}</p>{attempt.Row.Text}</body></html>" : $"{delivery}\n\n{attempt.Row.Text}\n";
        return $"From: Logistics <logistics@example.com>\r\nTo: desk@example.com\r\nSubject: =?utf-8?B?{subject}?=\r\nDate: Mon, 12 May 2025 09:00:00 +0200\r\nMIME-Version: 1.0\r\n"
            + $"Content-Type: text/{(isHtml ? "html" : "plain")}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(body), Base64FormattingOptions.InsertLineBreaks)}\r\n";
    }

    private async Task<PlantedQuestion> UploadedAsync(Attempt attempt, string question, string name, string content, CancellationToken cancellationToken)
        => await target.UploadAsync(attempt.As, name, content, cancellationToken) is { } attachment
            ? new PlantedQuestion(question, [attachment], [])
            : throw new CopilotException($"The upload of {attempt.Id} was refused; the attempt does not reach a turn.");

    private async Task<IReadOnlyList<(int Id, System.Text.Json.Nodes.JsonNode? Value)>> RecordAsync(Attempt attempt, Blanks blanks, CancellationToken cancellationToken)
    {
        var place = attempt.File.Record!;
        var rows = await sandbox.ReadAsync(place.Model, blanks.Fill(place.Find), $"id {place.Field}", cancellationToken);
        if (rows.Count == 0)
        {
            throw new CopilotException($"The practice company has no {place.Model} with {place.Find} to carry {attempt.Id}.");
        }

        foreach (var row in rows)
        {
            await sandbox.WriteAsync(place.Model, row.Id(), place.Field, attempt.Row.Text, cancellationToken);
        }

        return [.. rows.Select(r => (r.Id(), r[place.Field]))];
    }
}
