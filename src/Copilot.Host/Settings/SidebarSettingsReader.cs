using System.Globalization;
using Copilot.Contracts;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>Reads the keys <c>Copilot__Sidebar__…</c>.</summary>
internal sealed class SidebarSettingsReader
{
    /// <summary>The fewest characters of a key: 256 bits where they are chosen well.</summary>
    private const int ShortestKey = 32;

    private const int LongestName = 64;

    // Who only works in a department reads there; what needs a manager in Odoo is not opened by more than that. Nobody becomes operations manager or auditor unasked.
    private static readonly (string Group, string Role)[] Usual =
    [
        ("sales_team.group_sale_salesman", RoleNames.SalesRep),
        ("purchase.group_purchase_user", RoleNames.Purchaser),
        ("stock.group_stock_manager", RoleNames.WarehouseSupervisor),
        ("account.group_account_invoice", RoleNames.Accountant),
        ("helpdesk.group_helpdesk_user", RoleNames.ServiceAgent),
        ("helpdesk_mgmt.group_helpdesk_user", RoleNames.ServiceAgent),
    ];

    private readonly IConfigurationSection _section;
    private readonly List<string> _faults;

    private SidebarSettingsReader(IConfigurationSection section, List<string> faults) => (_section, _faults) = (section, faults);

    /// <summary>Reads the sidebar.</summary>
    /// <param name="section">The section <c>Copilot:Sidebar</c>.</param>
    /// <param name="faults">Where everything that is wrong goes.</param>
    /// <returns>The sidebar, or null when none is configured.</returns>
    public static SidebarSettings? Read(IConfigurationSection section, List<string> faults)
        => section.GetChildren().Any(key => !string.IsNullOrWhiteSpace(key.Value)) ? new SidebarSettingsReader(section, faults).Read() : null;

    private SidebarSettings? Read()
    {
        var known = _faults.Count;
        var settings = new SidebarSettings
        {
            Keys = Keys(),
            Audience = Text("Audience") ?? "distribution-copilot",
            Origins = Origins(),
            Roles = Roles(),
            Session = TimeSpan.FromMinutes(Minutes()),
        };
        return _faults.Count == known ? settings : null;
    }

    private Dictionary<string, string> Keys()
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Parts("Keys"))
        {
            var colon = entry.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 1 ? string.Empty : entry[..colon];
            var secret = colon < 1 ? string.Empty : entry[(colon + 1)..];
            if (name.Length is 0 or > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') || secret.Length < ShortestKey || !keys.TryAdd(name, secret))
            {
                // The value is a secret: it is not repeated.
                Fault("Keys", "set (its value is hidden)", $"write it as Odoo's settings show it, name:key, each name once and with at least {ShortestKey} characters of key; with commas between several");
            }
        }

        if (keys.Count == 0 && Text("Keys") is null)
        {
            Fault("Keys", "nothing", "copy the key from Odoo, Settings, Distribution Copilot");
        }

        return keys;
    }

    private List<string> Origins()
    {
        var origins = new List<string>();
        foreach (var part in Parts("Origins"))
        {
            if (Uri.TryCreate(part, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri!.PathAndQuery == "/" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
                && uri.Authority.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':' or '[' or ']'))
            {
                // As a browser writes it: lower case, without the usual port and without a slash.
                origins.Add(uri.GetLeftPart(UriPartial.Authority));
            }
            else
            {
                Fault("Origins", $"'{part}'", "write the address of Odoo as people open it, https://host or https://host:port, without a path, with commas between several; there is no word for all");
            }
        }

        if (origins.Count == 0 && Text("Origins") is null)
        {
            Fault("Origins", "nothing", "name the address of Odoo as people open it, such as https://odoo.example.com: only its pages may show the sidebar");
        }

        return origins;
    }

    private Dictionary<string, string> Roles()
    {
        var roles = Usual.ToDictionary(pair => pair.Group, pair => pair.Role, StringComparer.Ordinal);
        foreach (var entry in Parts("Roles"))
        {
            var equals = entry.IndexOf('=', StringComparison.Ordinal);
            var role = equals < 1 ? string.Empty : entry[(equals + 1)..].Trim();
            if (role == "none")
            {
                roles.Remove(entry[..equals].Trim());
            }
            else if (RoleNames.All.Contains(role))
            {
                roles[entry[..equals].Trim()] = role;
            }
            else
            {
                Fault("Roles", $"'{entry}'", $"write group=role with the external id of a group in Odoo, with commas between; a role is none or one of {string.Join(", ", RoleNames.All)}");
            }
        }

        return roles;
    }

    private int Minutes()
    {
        if (Text("SessionMinutes") is not { } text)
        {
            return 60;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 5 and <= 480)
        {
            return minutes;
        }

        Fault("SessionMinutes", $"'{text}'", "write a whole number from 5 to 480");
        return 60;
    }

    private string[] Parts(string key) => Text(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private string? Text(string key) => string.IsNullOrWhiteSpace(_section[key]) ? null : _section[key]!.Trim();

    private void Fault(string key, string found, string repair) => _faults.Add($"Copilot__Sidebar__{key} is {found}: {repair}.");
}
