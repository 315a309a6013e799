using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams;

/// <summary>Takes in the files that somebody sends to the bot. They are fetched only from where Teams keeps files, and our token goes only to the channel itself.</summary>
internal sealed class FilesSent(Connector connector, OutsideLine line, UploadCounter counter, TeamsSettings settings)
{
    private const string FileType = "application/vnd.microsoft.teams.file.download.info";

    // OneDrive and SharePoint of the clouds the bot can live in.
    private static readonly string[] FileHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn", ".svc.ms", ".1drv.com"];

    /// <summary>Takes the files of a message.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Whose they are.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Ids of what was taken in, and what could not be, for people.</returns>
    public async Task<(IReadOnlyList<string> Taken, IReadOnlyList<string> Refused)> TakeAsync(TeamsActivity activity, Caller caller, CancellationToken cancellationToken)
    {
        List<string> taken = [];
        List<string> refused = [];
        var files = (activity.Attachments ?? []).Where(a => a?.ContentType == FileType || a?.ContentType?.StartsWith("image/", StringComparison.Ordinal) == true).ToList();
        foreach (var file in files.Take(QuestionShape.MostAttachments))
        {
            var name = Name(file!);
            if (await FetchAsync(file!, TeamsPlace.Of(activity), cancellationToken) is not { IsSuccessStatusCode: true } response)
            {
                refused.Add($"{name}: it could not be fetched. Send it again in a chat with me alone, or upload it in the web chat.");
                continue;
            }

            using (response)
            {
                await using var content = await response.Content.ReadAsStreamAsync(cancellationToken);
                var view = await counter.TakeAsync(content, name, caller, cancellationToken);
                if (view.AttachmentId is { } id)
                {
                    taken.Add(id);
                }
                else
                {
                    refused.Add($"{view.File}: {view.Error}");
                }
            }
        }

        if (files.Count > QuestionShape.MostAttachments)
        {
            refused.Add($"Only the first {QuestionShape.MostAttachments} of {files.Count} files were read. Send the others in another message.");
        }

        return (taken, refused);
    }

    private static string Name(TeamsAttachment file)
    {
        if (file.Name is { Length: > 0 } name)
        {
            return name;
        }

        var kind = file.ContentType!["image/".Length..];
        return $"picture.{(kind is "*" or "" ? "png" : kind)}";
    }

    private async Task<HttpResponseMessage?> FetchAsync(TeamsAttachment file, TeamsPlace place, CancellationToken cancellationToken)
    {
        try
        {
            if (file.ContentType == FileType)
            {
                return Uri.TryCreate(file.Content.Word("downloadUrl"), UriKind.Absolute, out var address) && IsOurs(address)
                    ? await line.Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
                    : null;
            }

            return Uri.TryCreate(file.ContentUrl, UriKind.Absolute, out var picture) && picture.Scheme == place.ServiceUrl.Scheme && picture.Authority == place.ServiceUrl.Authority
                ? await connector.OpenAsync(picture, cancellationToken)
                : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private bool IsOurs(Uri address)
        => (address.Scheme == Uri.UriSchemeHttps && FileHosts.Any(host => address.Host.EndsWith(host, StringComparison.OrdinalIgnoreCase)))
            || (settings.IsPractice && address is { IsLoopback: true, Scheme: "http" });
}
