using System.Globalization;
using Copilot.Contracts;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>Reads who people are: the keys <c>Copilot__Oidc__…</c> and <c>Copilot__People__N__…</c>.</summary>
internal sealed class PeopleSettingsReader(IConfigurationSection root, List<string> faults)
{
    private const string CompaniesRepair = "write the companies as Odoo knows them, id:name, with commas between: 1:Meridian Industrial Supply";

    private static readonly string[] Needed = ["Email", "Role", "Companies", "Login", "Secret"];

    /// <summary>Reads the provider.</summary>
    /// <returns>The provider, or null when none is configured.</returns>
    public OidcSettings? Provider()
    {
        var section = root.GetSection("Oidc");
        if (!section.GetChildren().Any(key => !string.IsNullOrWhiteSpace(key.Value)))
        {
            return null;
        }

        var known = faults.Count;
        var authority = Authority(Text(section, "Authority"));
        var audience = Text(section, "Audience");
        if (audience is null)
        {
            Fault("Oidc__Audience", "nothing", "write the audience that the provider puts into tokens for this service, such as api://distribution-copilot");
        }

        var settings = new OidcSettings
        {
            Authority = authority ?? new Uri("https://invalid"),
            Audience = audience ?? string.Empty,
            ClientId = Text(section, "ClientId"),
            ClientSecret = Text(section, "ClientSecret"),
            Scope = Text(section, "Scope") ?? "openid profile email",
            RoleClaim = Text(section, "RoleClaim") ?? "roles",
            Roles = RoleMap(Text(section, "Roles")),
            CompanyClaim = Text(section, "CompanyClaim"),
            Companies = Companies("Oidc__Companies", Text(section, "Companies")),
        };
        if (settings.CompanyClaim is not null && settings.Companies.Count == 0)
        {
            Fault("Oidc__Companies", "nothing", "the claim's values are looked up in this list; " + CompaniesRepair);
        }

        if (settings.ClientSecret is not null && settings.ClientId is null)
        {
            Fault("Oidc__ClientSecret", "set", "it opens nothing without Copilot__Oidc__ClientId; set that or remove the secret");
        }

        return faults.Count == known ? settings : null;
    }

    /// <summary>Reads the people.</summary>
    /// <returns>The people in the order of their numbers.</returns>
    public IReadOnlyList<PersonAccount> People()
    {
        List<PersonAccount> people = [.. root.GetSection("People").GetChildren()
            .Where(child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _) && child.GetChildren().Any(key => !string.IsNullOrWhiteSpace(key.Value)))
            .OrderBy(child => int.Parse(child.Key, CultureInfo.InvariantCulture))
            .Select(Person)];
        foreach (var twice in people.Where(p => p.Email.Length > 0).GroupBy(p => p.Email).Where(same => same.Count() > 1))
        {
            faults.Add($"Copilot__People names '{twice.Key}' more than once: keep one entry a person.");
        }

        return people;
    }

    private PersonAccount Person(IConfigurationSection section)
    {
        foreach (var missing in Needed.Where(key => Text(section, key) is null))
        {
            Fault($"People__{section.Key}__{missing}", "nothing", "a person needs Email, Role, Companies, Login and Secret");
        }

        if (Text(section, "Role") is { } role && !RoleNames.All.Contains(role))
        {
            Fault($"People__{section.Key}__Role", $"'{role}'", $"write one of {string.Join(", ", RoleNames.All)}");
        }

        var email = (Text(section, "Email") ?? string.Empty).ToLowerInvariant();
        return new PersonAccount(
            email,
            Text(section, "Name") ?? email,
            Text(section, "Role") ?? string.Empty,
            Companies($"People__{section.Key}__Companies", Text(section, "Companies")),
            Text(section, "Login") ?? string.Empty,
            Text(section, "Secret") ?? string.Empty);
    }

    private Uri? Authority(string? text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            return uri;
        }

        Fault("Oidc__Authority", text is null ? "nothing" : "an address that can't be used", "write the provider's issuer as https://host/path; /.well-known/openid-configuration must be below it");
        return null;
    }

    private Dictionary<string, string> RoleMap(string? text)
    {
        // A provider may use our words as they are.
        var map = RoleNames.All.ToDictionary(role => role, role => role, StringComparer.Ordinal);
        foreach (var entry in text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var equals = entry.LastIndexOf('=');
            if (equals < 1 || !RoleNames.All.Contains(entry[(equals + 1)..].Trim()))
            {
                Fault("Oidc__Roles", $"'{entry}'", $"write value=role, with commas between; a role is one of {string.Join(", ", RoleNames.All)}");
                continue;
            }

            map[entry[..equals].Trim()] = entry[(equals + 1)..].Trim();
        }

        return map;
    }

    private List<CompanyRef> Companies(string key, string? text)
    {
        var companies = new List<CompanyRef>();
        foreach (var entry in text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || colon == entry.Length - 1 || !int.TryParse(entry[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id < 1)
            {
                Fault(key, $"'{entry}'", CompaniesRepair);
                continue;
            }

            companies.Add(new CompanyRef(id, entry[(colon + 1)..].Trim()));
        }

        return companies;
    }

    private static string? Text(IConfigurationSection section, string key) => string.IsNullOrWhiteSpace(section[key]) ? null : section[key]!.Trim();

    private void Fault(string key, string found, string repair) => faults.Add($"Copilot__{key} is {found}: {repair}.");
}
