using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage.Postgres;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>Reads the configuration into <see cref="CopilotSettings"/> and says all that is wrong with it at once.</summary>
internal sealed class SettingsReader
{
    private const string Root = "Copilot";

    private readonly IConfigurationSection _section;
    private readonly string _workingFolder;
    private readonly List<string> _faults = [];

    private SettingsReader(IConfiguration configuration, string workingFolder)
    {
        _section = configuration.GetSection(Root);
        _workingFolder = workingFolder;
    }

    /// <summary>Reads and checks every key.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="workingFolder">What relative folders are relative to.</param>
    /// <returns>The settings.</returns>
    /// <exception cref="CopilotException">Something is wrong; the message names every key, what was found, and the repair.</exception>
    public static CopilotSettings Read(IConfiguration configuration, string workingFolder)
        => new SettingsReader(configuration, workingFolder).Read();

    private CopilotSettings Read()
    {
        CheckKeys();
        var odoo = Address(SettingKeys.OdooUrl);
        var people = new PeopleSettingsReader(_section, _faults);
        var provider = people.Provider();
        var demo = Flag(SettingKeys.DemoEnabled, absent: odoo is null && provider is null);
        var data = Folder(SettingKeys.Data, "data");
        var settings = new CopilotSettings
        {
            Data = data,
            Store = Store(),
            KnowledgeFolder = Folder(SettingKeys.KnowledgeFolder, "knowledge"),
            KnowledgeSources = Text(SettingKeys.KnowledgeSources) is { } sources ? Path.GetFullPath(sources, _workingFolder) : string.Empty,
            PromptsFolder = PromptsFolder(),
            LearnedFolder = Path.GetFullPath(Text(SettingKeys.LearnedFolder) ?? Path.Combine(data, "learned"), _workingFolder),
            OdooUrl = odoo,
            PublicAddress = Address(SettingKeys.PublicUrl),
            Origins = Origins(),
            OdooDatabase = Text(SettingKeys.OdooDatabase) ?? "distributor",
            OdooApi = Choice(SettingKeys.OdooApi, "auto", "jsonrpc", "json2"),
            OdooServiceLogin = Text(SettingKeys.OdooServiceLogin) ?? (odoo is null ? "admin" : null),
            OdooServiceSecret = Text(SettingKeys.OdooServiceSecret) ?? (odoo is null ? "admin" : null),
            SandboxPort = Whole(SettingKeys.SandboxPort, 5069, 0, 65535),
            DemoEnabled = demo,
            DemoAccounts = Accounts(),
            DemoSession = TimeSpan.FromMinutes(Whole(SettingKeys.DemoSessionMinutes, 480, 1, 1440)),
            SealKeyFile = Path.GetFullPath(Text(SettingKeys.SealKeyFile) ?? Path.Combine(data, "audit.key"), _workingFolder),
            PoliciesFile = PoliciesFile(),
            WitnessFile = Path.GetFullPath(Text(SettingKeys.WitnessFile) ?? Path.Combine(data, "audit.witness"), _workingFolder),
            QuestionsPerMinute = Whole(SettingKeys.QuestionsPerMinute, 1200, 1, 100_000),
            RequestsPerMinute = Whole(SettingKeys.RequestsPerMinute, 12000, 10, 1_000_000),
            ModelSteps = Whole(SettingKeys.ModelSteps, 6, 1, 30),
            ModelToolCalls = Whole(SettingKeys.ModelToolCalls, 12, 1, 100),
            ModelTokens = Whole(SettingKeys.ModelTokens, 120_000, 1_000, 10_000_000),
            ModelTime = TimeSpan.FromSeconds(Whole(SettingKeys.ModelSeconds, 120, 1, 1_800)),
            ModelTools = Whole(SettingKeys.ModelTools, 16, 1, 128),
            ModelResultLength = Whole(SettingKeys.ModelResultLength, 16_000, 1_500, 200_000),
            HistoryTurns = Whole(SettingKeys.HistoryTurns, 12, 0, 50),
            HistoryTime = TimeSpan.FromSeconds(Whole(SettingKeys.HistorySeconds, 5, 0, 60)),
            QdrantUrl = Address(SettingKeys.QdrantUrl),
            QdrantApiKey = Text(SettingKeys.QdrantApiKey),
            QdrantQuantization = Choice(SettingKeys.QdrantQuantization, "none", "int8", "binary"),
            QdrantQuestionSeconds = Whole(SettingKeys.QdrantQuestionSeconds, 5, 1, 60),
            Mcp = Mcp(),
            Teams = TeamsSettingsReader.Read(_section.GetSection("Teams"), _section, _faults),
            Sidebar = SidebarSettingsReader.Read(_section.GetSection("Sidebar"), _faults),
            Oidc = provider,
            People = people.People(),
            Models = ModelSettingsReader.Read(_section.GetSection(SettingKeys.Models), _faults),
        };
        CheckTogether(settings);
        return _faults.Count == 0
            ? settings
            : throw new CopilotException("The configuration can't be used:\n" + string.Join('\n', _faults.Select(fault => "- " + fault)));
    }

    private void CheckKeys()
    {
        foreach (var (path, _) in _section.AsEnumerable(makePathsRelative: true).Where(pair => !string.IsNullOrEmpty(pair.Value)))
        {
            if (SettingKeys.Find(path) is null)
            {
                _faults.Add($"Copilot__{path.Replace(":", "__", StringComparison.Ordinal)} is not a key of this program; see docs/configuration.md for the names, or remove it.");
            }
        }
    }

    private void CheckTogether(CopilotSettings settings)
    {
        if (settings.QdrantUrl is null && settings.QdrantApiKey is not null)
        {
            Fault(SettingKeys.QdrantApiKey, "set", $"it opens nothing without {Variable(SettingKeys.QdrantUrl)}; set that or remove the key");
        }

        if (settings.Oidc is not null && settings.DemoEnabled)
        {
            Fault(SettingKeys.DemoEnabled, "true", "where people sign in with their own accounts nobody may play a persona; remove it or the Oidc keys");
        }

        if (settings.OdooUrl is null)
        {
            if (settings.DemoAccounts.Count > 0)
            {
                Fault(SettingKeys.DemoAccounts, "set", $"it is only for a real Odoo; set {Variable(SettingKeys.OdooUrl)} or remove it (in the sandbox each persona has its own account)");
            }

            return;
        }

        if (Text(SettingKeys.OdooDatabase) is null)
        {
            Fault(SettingKeys.OdooDatabase, "nothing", $"name the database of {settings.OdooUrl}");
        }

        if (settings.DemoEnabled && settings.DemoAccounts.Count == 0)
        {
            Fault(SettingKeys.DemoAccounts, "nothing", "with a real Odoo and the demo enabled, say with which account each persona works: sales-rep=login:secret,*=login:secret");
        }
    }

    private Dictionary<string, DemoAccount> Accounts()
    {
        var accounts = new Dictionary<string, DemoAccount>(StringComparer.Ordinal);
        var entries = Text(SettingKeys.DemoAccounts)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        foreach (var entry in entries)
        {
            // The secret may hold '=' and ':'; a persona's name and a login may not.
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var colon = equals < 0 ? -1 : entry.IndexOf(':', equals);
            var persona = equals < 0 ? entry : entry[..equals];
            if (colon <= equals + 1 || colon == entry.Length - 1 || (persona != "*" && !RoleNames.All.Contains(persona)))
            {
                Fault(SettingKeys.DemoAccounts, "an entry that can't be read", $"write persona=login:secret, with commas between; a persona is * or one of {string.Join(", ", RoleNames.All)}");
                continue;
            }

            accounts[persona] = new DemoAccount(entry[(equals + 1)..colon], entry[(colon + 1)..]);
        }

        return accounts;
    }

    private McpAccount? Mcp()
    {
        string[] keys = [SettingKeys.McpLogin, SettingKeys.McpSecret, SettingKeys.McpRole, SettingKeys.McpCompanies];
        if (keys.All(key => Text(key) is null))
        {
            return null;
        }

        foreach (var missing in keys.Where(key => Text(key) is null))
        {
            Fault(missing, "nothing", "the caller of the MCP server needs all of Login, Secret, Role and Companies; set it or remove the others");
        }

        if (Text(SettingKeys.McpRole) is { } role && !RoleNames.All.Contains(role))
        {
            Fault(SettingKeys.McpRole, role, $"write one of {string.Join(", ", RoleNames.All)}");
        }

        var companies = new List<CompanyRef>();
        foreach (var entry in Text(SettingKeys.McpCompanies)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1 || colon == entry.Length - 1 || !int.TryParse(entry[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id < 1)
            {
                Fault(SettingKeys.McpCompanies, entry, "write the companies as Odoo knows them, id:name, with commas between: 1:Meridian Industrial Supply");
                continue;
            }

            companies.Add(new CompanyRef(id, entry[(colon + 1)..].Trim()));
        }

        return new McpAccount(Text(SettingKeys.McpLogin) ?? string.Empty, Text(SettingKeys.McpSecret) ?? string.Empty, Text(SettingKeys.McpRole) ?? string.Empty, companies);
    }

    private string PromptsFolder()
    {
        if (Text(SettingKeys.PromptsFolder) is not null)
        {
            return Folder(SettingKeys.PromptsFolder, string.Empty);
        }

        // Beside the working directory in a checkout, beside the program when installed.
        var here = Path.GetFullPath("prompts", _workingFolder);
        return Directory.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "prompts");
    }

    private string PoliciesFile()
    {
        if (Text(SettingKeys.PoliciesFile) is { } named)
        {
            return Path.GetFullPath(named, _workingFolder);
        }

        // As with the prompts: a company's own file lies beside the working directory.
        var here = Path.GetFullPath(Path.Combine("policies", "policies.yaml"), _workingFolder);
        return File.Exists(here) ? here : Path.Combine(AppContext.BaseDirectory, "policies", "policies.yaml");
    }

    private string Folder(string key, string absent)
    {
        var path = Path.GetFullPath(Text(key) ?? absent, _workingFolder);
        if (File.Exists(path))
        {
            Fault(key, path, "that is a file; name a folder");
        }

        return path;
    }

    private PostgresAddress? Store()
    {
        if (Text(SettingKeys.Store) is not { } text)
        {
            return null;
        }

        var address = PostgresAddress.Read(text, Variable(SettingKeys.Store), out var repair);
        if (address is null)
        {
            Fault(SettingKeys.Store, "set", repair);
        }

        return address;
    }

    private Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri!.UserInfo.Length == 0)
        {
            return uri;
        }

        Fault(key, "an address that can't be used", "write it as https://host or http://host:port, without a user or password in it");
        return null;
    }

    private List<string> Origins()
    {
        var origins = new List<string>();
        foreach (var part in (Text(SettingKeys.WebOrigins) ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Uri.TryCreate(part, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri!.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0)
            {
                // As a browser sends it: lower case, without the usual port and without a slash.
                origins.Add(uri.GetLeftPart(UriPartial.Authority));
            }
            else
            {
                Fault(SettingKeys.WebOrigins, part, "write each page's origin as https://host or https://host:port, without a path, with commas between them; there is no word for all");
            }
        }

        return origins;
    }

    private string Choice(string key, params string[] choices)
    {
        var found = Text(key) ?? choices[0];
        if (!choices.Contains(found, StringComparer.OrdinalIgnoreCase))
        {
            Fault(key, found, $"write one of {string.Join(", ", choices)}");
        }

        return found.ToLowerInvariant();
    }

    private int Whole(string key, int absent, int least, int most)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Fault(key, text, $"write a whole number from {least} to {most}");
        return absent;
    }

    private bool Flag(string key, bool absent)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        Fault(key, text, "write true or false");
        return false;
    }

    private string? Text(string key) => string.IsNullOrWhiteSpace(_section[key]) ? null : _section[key]!.Trim();

    private void Fault(string key, string? found, string repair)
        => _faults.Add($"{Variable(key)} is {(SettingKeys.Find(key)!.Secret && found != "nothing" ? "set (its value is hidden)" : $"'{found}'")}: {repair}.");

    private static string Variable(string key) => "Copilot__" + key.Replace(":", "__", StringComparison.Ordinal);
}
