using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Knowledge.Stores;

/// <summary>A page's layout as text for a row.</summary>
internal static class LayoutText
{
    /// <summary>Writes it.</summary>
    public static string Of(PageLayout layout) => JsonSerializer.Serialize(layout);

    /// <summary>Reads it.</summary>
    public static PageLayout Read(string text) => JsonSerializer.Deserialize<PageLayout>(text)!;
}
