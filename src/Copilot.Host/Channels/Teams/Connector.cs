using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Teams;

/// <summary>Speaks to the channel: sends, changes and looks up, waits when it is asked to, and gives up after a while.</summary>
/// <param name="line">The line out.</param>
/// <param name="tokens">Our tokens.</param>
/// <param name="time">The clock.</param>
internal sealed class Connector(OutsideLine line, BotTokens tokens, TimeProvider time)
{
    private const int MostTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>Sends a message.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="activity">The message; sender, recipient and conversation are filled in.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel said.</returns>
    public Task<ConnectorReply> SendAsync(TeamsPlace place, JsonObject activity, CancellationToken cancellationToken)
        => CallAsync(HttpMethod.Post, place, "activities", Addressed(place, activity), patient: true, cancellationToken);

    /// <summary>Sends a piece of a stream. It is not tried again: by then there is a newer one.</summary>
    /// <param name="place">Where to.</param>
    /// <param name="activity">The piece.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel said.</returns>
    public Task<ConnectorReply> StreamAsync(TeamsPlace place, JsonObject activity, CancellationToken cancellationToken)
        => CallAsync(HttpMethod.Post, place, "activities", Addressed(place, activity), patient: false, cancellationToken);

    /// <summary>Puts a message in the place of one we sent.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="messageId">The message we sent.</param>
    /// <param name="activity">The new one.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel said.</returns>
    public Task<ConnectorReply> ChangeAsync(TeamsPlace place, string messageId, JsonObject activity, CancellationToken cancellationToken)
    {
        var whole = Addressed(place, activity);
        whole["id"] = messageId;
        return CallAsync(HttpMethod.Put, place, "activities/" + Uri.EscapeDataString(messageId), whole, patient: true, cancellationToken);
    }

    /// <summary>Asks for a person's e-mail address.</summary>
    /// <param name="place">A conversation the person is in.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The address in lower case, or null when the channel does not tell.</returns>
    public async Task<string?> EmailAsync(TeamsPlace place, CancellationToken cancellationToken)
    {
        using var response = await TryAsync(HttpMethod.Get, Address(place, "members/" + Uri.EscapeDataString(place.Person.Id ?? string.Empty)), null, null, cancellationToken);
        if (response?.StatusCode != HttpStatusCode.OK)
        {
            return null;
        }

        try
        {
            using var member = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));

            // The directory's own name for the person first: guests may write any address into their profile.
            return (member.RootElement.Word("userPrincipalName") ?? member.RootElement.Word("email"))?.ToLowerInvariant();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Opens a file that the channel itself keeps, such as a picture in a message.</summary>
    /// <param name="address">The file, at the channel's own address.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer, its body not yet read; the caller disposes of it.</returns>
    public async Task<HttpResponseMessage> OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(null, cancellationToken));
        return await line.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private static Uri Address(TeamsPlace place, string rest)
        => new($"{place.ServiceUrl.AbsoluteUri.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(place.ConversationId)}/{rest}");

    private static JsonObject Addressed(TeamsPlace place, JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = place.Bot.Id, ["name"] = place.Bot.Name };
        activity["recipient"] = new JsonObject { ["id"] = place.Person.Id };
        activity["conversation"] = new JsonObject { ["id"] = place.ConversationId };
        if (place.ReplyTo is { } question)
        {
            activity["replyToId"] = question;
        }

        return activity;
    }

    private async Task<ConnectorReply> CallAsync(HttpMethod method, TeamsPlace place, string rest, JsonObject activity, bool patient, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(activity, ContractJson.Options);
        var address = Address(place, rest);
        string? refused = null;
        for (var tried = 1; ; tried++)
        {
            using var response = await TryAsync(method, address, body, refused, cancellationToken);
            if (response?.StatusCode == HttpStatusCode.Unauthorized && refused is null && tried < MostTries)
            {
                // The secret may have been changed: once, another token is asked for.
                refused = response.RequestMessage!.Headers.Authorization!.Parameter;
                continue;
            }

            var passing = response is null or { StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout };
            if (!passing || !patient || tried == MostTries)
            {
                return response is null ? new ConnectorReply(StatusCodes.Status502BadGateway) : await ReadAsync(response, cancellationToken);
            }

            await Task.Delay(Wait(response, tried), time, cancellationToken);
        }
    }

    private async Task<HttpResponseMessage?> TryAsync(HttpMethod method, Uri address, byte[]? body, string? refused, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(refused, cancellationToken));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        try
        {
            return await line.Http.SendAsync(request, cancellationToken);
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private TimeSpan Wait(HttpResponseMessage? response, int tried)
    {
        var asked = response?.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;
        var wait = asked ?? TimeSpan.FromSeconds(0.5 * Math.Pow(2, tried));
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }

    private static async Task<ConnectorReply> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (body.Length == 0)
        {
            return new ConnectorReply(status);
        }

        try
        {
            using var answer = JsonDocument.Parse(body);
            var error = answer.RootElement.ValueKind == JsonValueKind.Object && answer.RootElement.TryGetProperty("error", out var inner) ? inner : default;
            return new ConnectorReply(status, answer.RootElement.Word("id"), error.Word("code"), error.Word("message") ?? answer.RootElement.Word("message"));
        }
        catch (JsonException)
        {
            return new ConnectorReply(status, Message: string.Create(CultureInfo.InvariantCulture, $"{body.Length} bytes that are no JSON"));
        }
    }
}
