namespace Copilot.Host.Settings;

/// <summary>One key of the configuration.</summary>
/// <param name="Name">The key below <c>Copilot</c>, with <c>:</c> between parts; <c>N</c> stands for a number.</param>
/// <param name="Secret">Whether its value is never shown.</param>
internal sealed record SettingKey(string Name, bool Secret = false)
{
    /// <summary>Gets the key as an environment variable.</summary>
    public string Variable => "Copilot__" + Name.Replace(":", "__", StringComparison.Ordinal);
}
