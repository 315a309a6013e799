using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>Reads the keys <c>Copilot__Teams__…</c>.</summary>
internal sealed class TeamsSettingsReader
{
    private static readonly string[] CloudNames = ["public", "usgov", "china"];

    private const int MostResource = 300;
    private const int MostLabelName = 80;

    private readonly IConfigurationSection _section;
    private readonly IConfiguration _root;
    private readonly List<string> _faults;

    private TeamsSettingsReader(IConfigurationSection section, IConfiguration root, List<string> faults)
    {
        _section = section;
        _root = root;
        _faults = faults;
    }

    /// <summary>Reads the bot.</summary>
    /// <param name="section">The section <c>Copilot:Teams</c>.</param>
    /// <param name="root">The section <c>Copilot</c>.</param>
    /// <param name="faults">Where everything that is wrong goes.</param>
    /// <returns>The bot, or null when none is configured.</returns>
    public static TeamsSettings? Read(IConfigurationSection section, IConfiguration root, List<string> faults)
        => section.GetChildren().Any(key => !string.IsNullOrWhiteSpace(key.Value)) ? new TeamsSettingsReader(section, root, faults).Read() : null;

    private TeamsSettings? Read()
    {
        var known = _faults.Count;
        var cloud = (Text("Cloud") ?? CloudNames[0]).ToLowerInvariant();
        if (!CloudNames.Contains(cloud))
        {
            Fault("Cloud", $"'{cloud}'", $"write one of {string.Join(", ", CloudNames)}");
            cloud = CloudNames[0];
        }

        var (id, secret, tenant) = (Text("AppId"), Text("AppSecret"), Text("TenantId"));
        if (id is null || !Guid.TryParse(id, out _))
        {
            Fault("AppId", id is null ? "nothing" : $"'{id}'", "write the application (client) id of the bot's registration, a GUID");
        }

        if (secret is null)
        {
            Fault("AppSecret", "nothing", "write the value of a client secret of the bot's registration");
        }

        if (cloud == "china" && tenant is null)
        {
            Fault("TenantId", "nothing", "bots in the cloud of China need their directory named");
        }

        var tenants = Text("Tenants")?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (tenant is not null && tenants.Length > 0)
        {
            Fault("Tenants", "set", "a bot of one directory (TenantId) serves that one alone; remove one of the two keys");
        }

        var (login, framework) = Cloud(cloud);
        var defaultMetadata = new Uri($"https://login.{(cloud == "usgov" ? "botframework.azure.us" : framework)}/v1/.well-known/openidconfiguration");
        var issuer = $"https://api.{framework}";
        var settings = new TeamsSettings
        {
            AppId = id ?? string.Empty,
            AppSecret = secret ?? string.Empty,
            TenantId = tenant,
            Tenants = tenant is null ? tenants : [tenant],
            OpenIdMetadata = Address("OpenIdMetadata") ?? defaultMetadata,
            TokenEndpoint = Address("TokenEndpoint") ?? new Uri($"{login}/{Uri.EscapeDataString(tenant ?? HomeOf(cloud))}/oauth2/v2.0/token"),
            Issuer = issuer,
            Scope = issuer + "/.default",
            SsoResource = Resource(),
            Label = Label(),
        };
        return _faults.Count == known ? settings : null;
    }

    private static (string Login, string Framework) Cloud(string cloud) => cloud switch
    {
        "usgov" => ("https://login.microsoftonline.us", "botframework.us"),
        "china" => ("https://login.partner.microsoftonline.cn", "botframework.azure.cn"),
        _ => ("https://login.microsoftonline.com", "botframework.com"),
    };

    // Where bots of several directories get their tokens.
    private static string HomeOf(string cloud) => cloud == "usgov" ? "MicrosoftServices.onmicrosoft.us" : "botframework.com";

    private string? Resource()
    {
        if (Text("SsoResource") is not { } text)
        {
            return null;
        }

        if (!text.StartsWith("api://", StringComparison.Ordinal) || text.Any(char.IsWhiteSpace) || text.Length > MostResource)
        {
            Fault("SsoResource", "something else than an application's address", "write the Application ID URI of the registration, api://HOST/botid-APPID");
        }
        else if (string.IsNullOrWhiteSpace(_root["Oidc:Authority"]))
        {
            Fault("SsoResource", "set without Copilot__Oidc__Authority", "name the directory whose tokens prove who people are, https://login.microsoftonline.com/DIRECTORY/v2.0, and its Audience");
        }

        return text;
    }

    private SensitivityLabel? Label()
    {
        var (id, name) = (Text("Label:Id"), Text("Label:Name"));
        if (id is null && (name ?? Text("Label:Description")) is null)
        {
            return null;
        }

        if (id is null || name is null || name.Length > MostLabelName)
        {
            Fault(id is null ? "Label__Id" : "Label__Name", id is null || name is null ? "nothing" : "too long", $"a label has an id and a name of at most {MostLabelName} characters");
        }

        return new SensitivityLabel(id ?? string.Empty, name ?? string.Empty, Text("Label:Description"));
    }

    private Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        // Tokens and secrets travel here: plain HTTP on this machine only.
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0 && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
        {
            return uri;
        }

        Fault(key, "an address that can't be used", "write it as https://host/path, without a user or password in it");
        return null;
    }

    private string? Text(string key) => string.IsNullOrWhiteSpace(_section[key]) ? null : _section[key]!.Trim();

    private void Fault(string key, string found, string repair) => _faults.Add($"Copilot__Teams__{key} is {found}: {repair}.");
}
