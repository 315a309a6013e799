using System.Globalization;
using Copilot.Models;
using Microsoft.Extensions.Configuration;

namespace Copilot.Host.Settings;

/// <summary>Reads the keys <c>Copilot__Models__N__…</c>.</summary>
internal sealed class ModelSettingsReader
{
    private readonly IConfigurationSection _section;
    private readonly List<string> _faults;
    private readonly int _number;

    private ModelSettingsReader(IConfigurationSection section, int number, List<string> faults)
    {
        _section = section;
        _number = number;
        _faults = faults;
    }

    /// <summary>Reads the models.</summary>
    /// <param name="section">The section <c>Copilot:Models</c>.</param>
    /// <param name="faults">Where everything that is wrong goes.</param>
    /// <returns>The models in the order of their numbers.</returns>
    public static IReadOnlyList<ModelOptions> Read(IConfigurationSection section, List<string> faults)
    {
        List<ModelOptions> models = [.. section.GetChildren()
            .Where(child => int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _) && child.GetChildren().Any(key => !string.IsNullOrWhiteSpace(key.Value)))
            .Select(child => new ModelSettingsReader(child, int.Parse(child.Key, CultureInfo.InvariantCulture), faults).Read())
            .OfType<ModelOptions>()
            .OrderBy(model => model.Number)];
        faults.AddRange(new ModelsOptions { Models = models }.Faults());
        return models;
    }

    private ModelOptions? Read()
    {
        var known = _faults.Count;
        var model = new ModelOptions
        {
            Number = _number,
            Kind = OneOf<ModelKind>("Kind", Text("Kind")),
            Name = Text("Name") ?? string.Empty,
            Model = Text("Model") ?? string.Empty,
            Endpoint = Address("Endpoint"),
            ApiKey = Text("ApiKey"),
            Roles = [.. (Text("Roles") ?? string.Empty).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(role => OneOf<ModelRole>("Roles", role)).Distinct()],
            Dimension = Whole("Dimension", 0),
            QueryPrefix = Text("QueryPrefix") ?? string.Empty,
            PassagePrefix = Text("PassagePrefix") ?? string.Empty,
            BatchSize = Whole("BatchSize", 32),
            Timeout = TimeSpan.FromSeconds(Whole("TimeoutSeconds", 60)),
            Chat = Chat(),
        };
        return _faults.Count == known ? model : null;
    }

    private ChatModelOptions Chat()
    {
        var absent = new ChatModelOptions();
        return new ChatModelOptions
        {
            ContextTokens = Whole("ContextTokens", absent.ContextTokens),
            MaxOutputTokens = Whole("MaxOutputTokens", absent.MaxOutputTokens),
            InHouse = YesOrNo("InHouse"),
            PriceInput = Price("PriceInput"),
            PriceOutput = Price("PriceOutput"),
            Currency = Text("Currency") ?? absent.Currency,
            Concurrency = Whole("Concurrency", absent.Concurrency),
            FirstTokenTimeout = Text("FirstTokenTimeoutSeconds") is null ? null : TimeSpan.FromSeconds(Whole("FirstTokenTimeoutSeconds", 0)),
            IdleTimeout = TimeSpan.FromSeconds(Whole("IdleTimeoutSeconds", (int)absent.IdleTimeout.TotalSeconds)),
            ApiVersion = Text("ApiVersion"),
            MaxCompletionTokens = YesOrNo("MaxCompletionTokens"),
            DeveloperRole = YesOrNo("DeveloperRole") ?? absent.DeveloperRole,
            Temperature = YesOrNo("Temperature") ?? absent.Temperature,
            ToolChoice = YesOrNo("ToolChoice"),
            ParallelToolCalls = YesOrNo("ParallelToolCalls"),
            StreamUsage = YesOrNo("StreamUsage") ?? absent.StreamUsage,
            OllamaApi = Text("OllamaApi") is { } api ? OneOf<OllamaSurface>("OllamaApi", api) : absent.OllamaApi,
            KeepAlive = Text("KeepAlive"),
            ReasoningEffort = Text("ReasoningEffort")?.ToLowerInvariant(),
            StartsThinking = YesOrNo("StartsThinking") ?? absent.StartsThinking,
            CacheSalt = Text("CacheSalt"),
            Entra = Entra(),
        };
    }

    private EntraOptions? Entra()
    {
        var isManaged = YesOrNo("Entra:ManagedIdentity") ?? false;
        if (!isManaged && !_section.GetSection("Entra").GetChildren().Any(key => key.Key != "ManagedIdentity" && !string.IsNullOrWhiteSpace(key.Value)))
        {
            return null;
        }

        var secret = Text("Entra:Secret");
        if (isManaged == (secret is not null))
        {
            Fault("Entra:Secret", secret is null ? null : "set (its value is hidden)", "give the application's secret, or set Entra__ManagedIdentity to true, one of the two");
        }

        var absent = new EntraOptions();
        return new EntraOptions
        {
            Tenant = Text("Entra:Tenant"),
            Client = Text("Entra:Client"),
            Secret = secret,
            Scope = Text("Entra:Scope") ?? absent.Scope,
            Authority = Address("Entra:Authority") ?? absent.Authority,
            IdentityEndpoint = Address("Entra:IdentityEndpoint"),
            IdentityHeader = Text("Entra:IdentityHeader"),
        };
    }

    private bool? YesOrNo(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var yes))
        {
            return yes;
        }

        Fault(key, text, "write true or false");
        return null;
    }

    private decimal Price(string key)
    {
        if (Text(key) is not { } text)
        {
            return 0;
        }

        // A comma would be read as thousands by one reader and as a decimal sign by another.
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price))
        {
            return price;
        }

        Fault(key, text, "write a number with a point, for example 2.50");
        return 0;
    }

    private T OneOf<T>(string key, string? written)
        where T : struct, Enum
    {
        // Only names: numbers would parse as well.
        foreach (var value in Enum.GetValues<T>())
        {
            if (value.ToString().Equals(written, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Fault(key, written, $"write one of {string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))}");
        return default;
    }

    private Uri? Address(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        // Not repeated: it may hold a password.
        Fault(key, "an address that can't be used", "write it as https://host/path, without a user or password in it");
        return null;
    }

    private int Whole(string key, int absent)
    {
        if (Text(key) is not { } text)
        {
            return absent;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Fault(key, text, "write a whole number");
        return absent;
    }

    private string? Text(string key) => string.IsNullOrWhiteSpace(_section[key]) ? null : _section[key]!.Trim();

    private void Fault(string key, string? found, string repair)
        => _faults.Add(string.Create(CultureInfo.InvariantCulture, $"Copilot__Models__{_number}__{key.Replace(":", "__", StringComparison.Ordinal)} is {(found is null ? "nothing" : $"'{found}'")}: {repair}."));
}
