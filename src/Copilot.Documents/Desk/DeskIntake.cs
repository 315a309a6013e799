using Copilot.Contracts;
using Copilot.Documents.Programs;
using Copilot.Documents.Readers.Mail;

namespace Copilot.Documents.Desk;

/// <summary>Lays files on the desk; e-mails are opened and what is attached to them is laid there.</summary>
public sealed class DeskIntake
{
    // Logos and little pictures of signatures stand in almost every e-mail.
    private const int SmallestPicture = 40 * 1024;
    private const int MostAttachments = 100;

    private readonly DocumentDesk _desk;
    private readonly IDocumentExtractor _extractor;
    private readonly IContainerReader? _mails;
    private readonly DocumentsOptions _options;

    internal DeskIntake(DocumentDesk desk, IDocumentExtractor extractor, IEnumerable<IContainerReader> containers, DocumentsOptions options)
        => (_desk, _extractor, _mails, _options) = (desk, extractor, containers.FirstOrDefault(c => c.Extensions.Contains(".eml")), options);

    /// <summary>Gets the largest file that is taken, in bytes.</summary>
    public long LargestBytes => _desk.LargestBytes;

    /// <summary>Takes a file, or what is attached to an e-mail.</summary>
    /// <param name="arrival">The file.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What became of it, one entry a document.</returns>
    public async Task<IReadOnlyList<IntakeReport>> TakeAsync(Arrival arrival, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arrival);
        try
        {
            return _mails is not null && arrival.File.EndsWith(".eml", StringComparison.OrdinalIgnoreCase)
                ? await OpenAsync(arrival, _mails, cancellationToken)
                : [new IntakeReport(arrival.File, await _desk.ReceiveAsync(arrival, cancellationToken), null)];
        }
        catch (CopilotException told) when (!told.IsTransient)
        {
            return [new IntakeReport(arrival.File, null, told.Message)];
        }
    }

    private async Task<IReadOnlyList<IntakeReport>> OpenAsync(Arrival mail, IContainerReader mails, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder(_options.WorkFolder);
        var path = folder.File("mail.eml");
        await File.WriteAllBytesAsync(path, mail.Content, cancellationToken);
        var sender = (await MimeMessage.ReadAsync(new FileToRead(mail.File, path), cancellationToken)).Root.Headers.Text("From") ?? mail.From;
        var members = Directory.CreateDirectory(folder.File("members")).FullName;
        var reports = new List<IntakeReport>();
        await foreach (var file in mails.OpenAsync(new FileToRead(mail.File, path), members, cancellationToken))
        {
            if (reports.Count == MostAttachments)
            {
                reports.Add(new IntakeReport(mail.File, null, $"\"{mail.File}\" has more than {MostAttachments} attachments; only those were taken."));
                break;
            }

            if (!_extractor.Knows(file) || (IsPicture(file.Name) && new FileInfo(file.Path).Length < SmallestPicture))
            {
                continue;
            }

            var name = Path.GetFileName(file.Name);
            try
            {
                var content = await File.ReadAllBytesAsync(file.Path, cancellationToken);
                reports.Add(new IntakeReport(name, await _desk.ReceiveAsync(mail with { File = name, Content = content, Source = DeskSource.Mail, From = sender }, cancellationToken), null));
            }
            catch (CopilotException told) when (!told.IsTransient)
            {
                reports.Add(new IntakeReport(name, null, told.Message));
            }
        }

        return reports.Count > 0 ? reports : [new IntakeReport(mail.File, null, $"\"{mail.File}\": nothing is attached that can be read into fields.")];
    }

    private static bool IsPicture(string name) => Path.GetExtension(name).ToUpperInvariant() is ".PNG" or ".JPG" or ".JPEG" or ".GIF" or ".BMP" or ".WEBP";
}
