using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Identity;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams.People;

/// <summary>
/// Says which caller somebody in Teams is. A link is made by the person, with a code got where the person is signed in already, or by an administrator;
/// that an address looks right is never enough.
/// </summary>
internal sealed partial class PeopleDesk(TeamsPeopleStore store, TeamsPlaceStore places, CopilotSettings settings, AuditNotes audit, TimeProvider time)
{
    /// <summary>How long a code can be used.</summary>
    public static readonly TimeSpan CodeLasts = TimeSpan.FromMinutes(15);

    // Without letters and digits that look alike; 8 of 32 are 40 bits, for a quarter of an hour.
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int CodeLength = 8;

    /// <summary>Finds whom somebody in Teams is linked to, with the rights of today.</summary>
    /// <param name="activity">What the person did.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The caller, or null when the person is not linked, or no longer anybody here.</returns>
    public async Task<Caller?> FindAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity is not { Tenant: { } tenant, From.AadObjectId: { } person } || await WhoAsync(tenant, person, cancellationToken) is not { } caller)
        {
            return null;
        }

        return Speaking(caller, activity);
    }

    /// <summary>Finds whom an account in Teams is linked to, with the rights of today.</summary>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The caller, or null when the account is not linked, or to nobody who is still here.</returns>
    public async Task<Caller?> WhoAsync(string tenant, string person, CancellationToken cancellationToken)
        => await store.FindAsync(tenant, person, cancellationToken) is { } linked ? Current(linked) : null;

    /// <summary>Links somebody whom the directory itself has signed in.</summary>
    /// <param name="activity">What the person did.</param>
    /// <param name="signedIn">Who the person is by the directory's token.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The caller, or null when the person is not in the list of people.</returns>
    public async Task<Caller?> SignedInAsync(TeamsActivity activity, Caller signedIn, CancellationToken cancellationToken)
    {
        if (Known(signedIn.Id) is not { } caller)
        {
            return null;
        }

        await LinkAsync(activity, caller, cancellationToken);
        return Speaking(caller, activity);
    }

    /// <summary>Makes a code with which the person can link an account in Teams.</summary>
    /// <param name="caller">The person, signed in elsewhere.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The code and when it lapses.</returns>
    /// <exception cref="CopilotException">The person is not in the list, so that in Teams nobody could say which rights are the person's today.</exception>
    public async Task<(string Code, DateTimeOffset ExpiresAt)> InviteAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (Known(caller.Id) is null)
        {
            throw new CopilotException("Only people in the list of people (Copilot__People__N) can be linked in Teams. Ask an administrator to add you.");
        }

        var code = RandomNumberGenerator.GetString(Alphabet, CodeLength);
        var expires = time.GetUtcNow() + CodeLasts;
        await store.InviteAsync(Hash(code), caller, expires, cancellationToken);
        return ($"{code[..4]}-{code[4..]}", expires);
    }

    /// <summary>Uses a code up and links the person who sent it.</summary>
    /// <param name="activity">The message with the code.</param>
    /// <param name="code">The code. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Whom the person is now, or null when the code is wrong, used or too old.</returns>
    public async Task<Caller?> RedeemAsync(TeamsActivity activity, string code, CancellationToken cancellationToken)
    {
        if (await store.RedeemAsync(Hash(code), cancellationToken) is not { } invited || Current(invited) is not { } caller)
        {
            return null;
        }

        await LinkAsync(activity, caller, cancellationToken);
        return Speaking(caller, activity);
    }

    /// <summary>Notes that somebody wrote, or added the bot, who is not linked, so that an administrator finds the person.</summary>
    /// <param name="activity">What the person did.</param>
    /// <param name="email">The person's address, or null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task AskedAsync(TeamsActivity activity, string? email, CancellationToken cancellationToken)
        => store.AskedAsync(activity.Tenant!, activity.From!.AadObjectId!, activity.From.Name ?? string.Empty, email, cancellationToken);

    /// <summary>Lists everybody who wrote or added the bot.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The people, those who wait first.</returns>
    public async Task<IReadOnlyList<TeamsPerson>> ListAsync(CancellationToken cancellationToken)
    {
        var closed = (await places.ClosedAsync(cancellationToken)).ToDictionary(c => (c.Tenant, c.Person), c => c.At);
        return [.. (await store.ListAsync(Match, cancellationToken)).Select(person => closed.TryGetValue((person.Tenant, person.Person), out var at) ? person with { ClosedAt = at } : person)];
    }

    /// <summary>Links somebody who wrote, as an administrator.</summary>
    /// <param name="administrator">Who does it.</param>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="who">The id of the caller it is to be; null for the one whose address matches.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The person now, or null when nobody of that id wrote.</returns>
    /// <exception cref="CopilotException">There is no such caller, or no address matches.</exception>
    public async Task<TeamsPerson?> ConfirmAsync(Caller administrator, string tenant, string person, string? who, CancellationToken cancellationToken)
    {
        if (await store.ShowAsync(tenant, person, Match, cancellationToken) is not { } asked)
        {
            return null;
        }

        var id = who ?? asked.Match ?? throw new CopilotException($"No address in the list of people is {asked.Email ?? "known for this person"}. Add the person (Copilot__People__N__Email), or say who it is.");
        var caller = Known(id) ?? throw new CopilotException($"There is nobody called '{id}' here. Name a person of the list as person:ADDRESS{(settings.DemoEnabled ? ", or a persona as demo:sales-rep" : string.Empty)}.");
        await store.LinkAsync(tenant, person, caller, administrator.Id, cancellationToken);
        await NoteAsync(administrator, tenant, person, caller, cancellationToken);
        return await store.ShowAsync(tenant, person, Match, cancellationToken);
    }

    /// <summary>Ends a link.</summary>
    /// <param name="administrator">Who does it.</param>
    /// <param name="tenant">The directory.</param>
    /// <param name="person">The person's id there.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False when there was none.</returns>
    public async Task<bool> ForgetAsync(Caller administrator, string tenant, string person, CancellationToken cancellationToken)
    {
        var gone = await store.ForgetAsync(tenant, person, cancellationToken);
        await places.ForgetAsync(tenant, person, cancellationToken);
        if (gone)
        {
            await NoteAsync(administrator, tenant, person, null, cancellationToken);
        }

        return gone;
    }

    /// <summary>Reads a code out of a message.</summary>
    /// <param name="text">The message, without mentions.</param>
    /// <returns>The code as it was made, or null when the message is about something else.</returns>
    public static string? CodeIn(string text)
    {
        var found = Said().Match(text);
        return found.Success ? (found.Groups[1].Value + found.Groups[2].Value).ToUpperInvariant() : null;
    }

    /// <summary>Finds a person of the list.</summary>
    /// <param name="address">The person's address.</param>
    /// <returns>The caller, or null.</returns>
    public Caller? Person(string address) => Match(address) is { } id ? Known(id) : null;

    private async Task LinkAsync(TeamsActivity activity, Caller caller, CancellationToken cancellationToken)
    {
        var (tenant, person) = (activity.Tenant!, activity.From!.AadObjectId!);
        await store.AskedAsync(tenant, person, activity.From.Name ?? string.Empty, null, cancellationToken);
        await store.LinkAsync(tenant, person, caller, caller.Id, cancellationToken);
        await NoteAsync(caller, tenant, person, caller, cancellationToken);
    }

    private static Caller Speaking(Caller caller, TeamsActivity activity) => caller with { TimeZone = Zone(activity.LocalTimezone) ?? caller.TimeZone, Language = activity.Language };

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    // Phones turn the dash into a longer one.
    [GeneratedRegex(@"^\s*link\s+([0-9A-Z]{4})[-\u2010-\u2015]([0-9A-Z]{4})[.!]?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Said();

    private static string? Zone(string? name) => name is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _) ? name : null;

    // Role and companies are those of today; a persona or person that is no longer there has none.
    private Caller? Current(Caller linked) => Known(linked.Id);

    private Caller? Known(string id)
        => settings.People.FirstOrDefault(p => p.CallerId.Equals(id, StringComparison.OrdinalIgnoreCase))?.ToCaller()
            ?? (settings.DemoEnabled ? Personas.All.FirstOrDefault(p => "demo:" + p.Name == id)?.ToCaller() : null);

    private string? Match(string email) => settings.People.FirstOrDefault(p => p.Email.Equals(email, StringComparison.OrdinalIgnoreCase))?.CallerId;

    private Task NoteAsync(Caller by, string tenant, string person, Caller? caller, CancellationToken cancellationToken)
        => audit.WriteAsync(by, AuditEntryKind.SignedIn, new() { ["channel"] = "teams", ["tenant"] = tenant, ["person"] = person, ["linked"] = caller?.Id }, null, null, cancellationToken);
}
