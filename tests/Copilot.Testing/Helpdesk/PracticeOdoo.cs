using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Helpdesk;

/// <summary>Signs what the addon in Odoo signs, and whatever else a test asks for.</summary>
public sealed class PracticeOdoo
{
    public const string KeyName = "odoo-1";
    public const string Key = "0123456789abcdef0123456789abcdef-practice";
    public const string NextKeyName = "odoo-2";
    public const string NextKey = "fedcba9876543210fedcba9876543210-practice";
    public const string Origin = "https://odoo.meridian.example";

    /// <summary>Gets or sets the time that Odoo's clock shows.</summary>
    public Func<DateTimeOffset> Clock { get; set; } = TimeProvider.System.GetUtcNow;

    /// <summary>The settings of a house that this Odoo shows its sidebar of.</summary>
    public static (string Key, string Value)[] Settings(string origins = Origin) => [("Sidebar:Keys", $"{KeyName}:{Key},{NextKeyName}:{NextKey}"), ("Sidebar:Origins", origins)];

    /// <summary>The claims of a good token: the practice company's sales rep in front of an order.</summary>
    public JsonObject Claims(string login = "sales-rep", int user = 7, string? apiKey = null)
    {
        var once = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(18));
        var now = Clock().ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = "odoo",
            ["aud"] = "distribution-copilot",
            ["sub"] = user.ToString(CultureInfo.InvariantCulture),
            ["iat"] = now,
            ["exp"] = now + 60,
            ["jti"] = once,
            ["db"] = "distributor",
            ["login"] = login,
            ["name"] = "Sofia in Odoo",
            ["tz"] = "Europe/Lisbon",
            ["companies"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "Meridian Industrial Supply" }),
            ["groups"] = new JsonArray("base.group_user", "sales_team.group_sale_salesman"),
            ["record"] = new JsonObject { ["model"] = "sale.order", ["id"] = 42 },
            ["about_name"] = "S00042",
            ["key"] = Hide(apiKey ?? login, Key, once),
            ["key_exp"] = now + (12 * 3600),
        };
    }

    /// <summary>A good token.</summary>
    public string Token(string login = "sales-rep", int user = 7) => Sign(Claims(login, user));

    /// <summary>Signs claims.</summary>
    public static string Sign(JsonObject claims, string key = Key, string name = KeyName, string algorithm = "HS256", string? type = "copilot-sidebar+jwt", Action<JsonObject>? change = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["kid"] = name };
        if (type is not null)
        {
            header["typ"] = type;
        }

        change?.Invoke(header);
        var signed = $"{Part(header)}.{Part(claims)}";
        var bytes = Encoding.UTF8.GetBytes(key);
        var signature = algorithm == "HS512" ? HMACSHA512.HashData(bytes, Encoding.ASCII.GetBytes(signed)) : HMACSHA256.HashData(bytes, Encoding.ASCII.GetBytes(signed));
        return algorithm == "none" ? signed + "." : $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Hides a key as the addon does.</summary>
    public static string Hide(string apiKey, string key, string once)
    {
        var bytes = Encoding.ASCII.GetBytes(apiKey);
        var stream = HKDF.DeriveKey(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(key), bytes.Length, Encoding.ASCII.GetBytes(once), "distribution-copilot handed key"u8.ToArray());
        return Base64Url.EncodeToString([.. bytes.Select((b, i) => (byte)(b ^ stream[i]))]);
    }

    private static string Part(JsonObject part) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part.ToJsonString()));
}
