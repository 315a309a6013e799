using System.Text.Json;
using System.Text.Json.Serialization;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Teams;

/// <summary>Something that happened in Teams, as the channel tells it. Only what we use is read; everything in it is untrusted text.</summary>
internal sealed record TeamsActivity
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { MaxDepth = 32 };

    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Action { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public string? ReplyToId { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public string? LocalTimezone { get; init; }

    public TeamsAccount? From { get; init; }

    public TeamsAccount? Recipient { get; init; }

    public TeamsConversation? Conversation { get; init; }

    public IReadOnlyList<TeamsEntity?>? Entities { get; init; }

    public IReadOnlyList<TeamsAttachment?>? Attachments { get; init; }

    public IReadOnlyList<TeamsAccount?>? MembersAdded { get; init; }

    public JsonElement Value { get; init; }

    public JsonElement ChannelData { get; init; }

    /// <summary>Gets the directory it comes from, or null.</summary>
    [JsonIgnore]
    public string? Tenant
        => ChannelData.ValueKind == JsonValueKind.Object && ChannelData.TryGetProperty("tenant", out var tenant) && tenant.ValueKind == JsonValueKind.Object
            && tenant.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } named
                ? named
                : Conversation?.TenantId;

    /// <summary>Gets a value indicating whether nobody but the person reads along.</summary>
    [JsonIgnore]
    public bool IsPersonal => Conversation?.ConversationType is null or "personal";

    /// <summary>Gets a value indicating whether it comes from Teams; else from Web Chat or another client of the Bot Framework.</summary>
    [JsonIgnore]
    public bool IsTeams => ChannelId == "msteams";

    /// <summary>Gets the language of the one who wrote, an ISO 639-1 code; English when the client does not say.</summary>
    [JsonIgnore]
    public string Language => CallerLanguage.Read(Locale) ?? "en";

    /// <summary>Gets a value indicating whether the bot itself was added to the conversation.</summary>
    [JsonIgnore]
    public bool AddsBot
        => (Type == "conversationUpdate" && MembersAdded?.Any(member => member?.Id is { } id && id == Recipient?.Id) == true)
            || (Type == "installationUpdate" && Action?.StartsWith("add", StringComparison.Ordinal) == true);

    /// <summary>Reads an activity.</summary>
    /// <param name="json">The body.</param>
    /// <returns>The activity, or null when it is none, or lacks what every activity has.</returns>
    public static TeamsActivity? Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<TeamsActivity>(json, Options) is { Type.Length: > 0, ChannelId.Length: > 0, ServiceUrl.Length: > 0, Conversation.Id.Length: > 0 } whole ? whole : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
