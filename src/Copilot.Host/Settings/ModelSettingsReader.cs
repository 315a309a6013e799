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
            Endpoint = Endpoint(),
            ApiKey = Text("ApiKey"),
            Roles = [.. (Text("Roles") ?? string.Empty).Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(role => OneOf<ModelRole>("Roles", role)).Distinct()],
            Dimension = Whole("Dimension", 0),
            QueryPrefix = Text("QueryPrefix") ?? string.Empty,
            PassagePrefix = Text("PassagePrefix") ?? string.Empty,
            BatchSize = Whole("BatchSize", 32),
            Timeout = TimeSpan.FromSeconds(Whole("TimeoutSeconds", 60)),
        };
        return _faults.Count == known ? model : null;
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

    private Uri? Endpoint()
    {
        if (Text("Endpoint") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        // Not repeated: it may hold a password.
        Fault("Endpoint", "an address that can't be used", "write it as https://host/path, without a user or password in it");
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
        => _faults.Add(string.Create(CultureInfo.InvariantCulture, $"Copilot__Models__{_number}__{key} is {(found is null ? "nothing" : $"'{found}'")}: {repair}."));
}
