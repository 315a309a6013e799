using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>Reads the visitor out of a token whose signature was checked. Odoo signed it, and yet names in it are people's own words.</summary>
internal static class VisitorClaims
{
    private const int LongestText = 256;
    private const int MostGroups = 500;

    /// <summary>Reads the claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="secret">The key that signed them, which also opens the visitor's own key.</param>
    /// <param name="once">The token's id.</param>
    /// <returns>The visitor, or null when something is missing or of another kind.</returns>
    public static OdooVisitor? Read(JsonElement claims, string secret, string once)
    {
        if (!int.TryParse(claims.Word("sub"), NumberStyles.None, CultureInfo.InvariantCulture, out var user) || user < 1
            || Text(claims, "login") is not { } login
            || Companies(claims) is not { } companies
            || claims.Words("groups") is not { Count: <= MostGroups } groups)
        {
            return null;
        }

        var (handed, key) = (claims.Word("key"), (string?)null);
        if (handed is not null && (key = HandedKey.Open(handed, secret, once)) is null)
        {
            return null;
        }

        var record = Record(claims, "record");
        return new OdooVisitor
        {
            UserId = user,
            Login = login,
            Name = Text(claims, "name") ?? login,
            Companies = companies,
            Groups = groups,
            TimeZone = Text(claims, "tz") is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null,
            Language = CallerLanguage.Read(Text(claims, "lang")),
            Record = record,
            About = Record(claims, "about") ?? record,
            AboutName = Text(claims, "about_name"),
            Key = key,
            KeyExpiresAt = claims.Moment("key_exp") ?? DateTimeOffset.UnixEpoch,
        };
    }

    private static string? Text(JsonElement claims, string name)
        => claims.Word(name)?.Trim() is { Length: > 0 and <= LongestText } text && !text.Any(char.IsControl) ? text : null;

    private static List<CompanyRef>? Companies(JsonElement claims)
    {
        var companies = new List<CompanyRef>();
        if (!claims.TryGetProperty("companies", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        foreach (var item in list.EnumerateArray())
        {
            if (Id(item) is not { } id || Text(item, "name") is not { } name)
            {
                return null;
            }

            companies.Add(new CompanyRef(id, name));
        }

        return companies;
    }

    private static RecordRef? Record(JsonElement claims, string name)
        => claims.TryGetProperty(name, out var record) && Id(record) is { } id && record.Word("model") is { } model && QuestionShape.Fault(new AskRequest { Question = "?", Focus = new RecordRef(model, id) }) is null
            ? new RecordRef(model, id)
            : null;

    private static int? Id(JsonElement item)
        => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out var number) && number > 0 ? number : null;
}
