namespace Copilot.Odoo.Inventory;

/// <summary>Reads Odoo's product names: <c>[GLV-NIT-L] Nitrile gloves</c>.</summary>
internal static class ProductLabel
{
    /// <summary>The internal reference, or the name where there is none.</summary>
    public static string Short(string? display) => Code(display) ?? display?.Trim() ?? string.Empty;

    /// <summary>The internal reference, or null.</summary>
    public static string? Code(string? display)
        => display is { Length: > 2 } d && d[0] == '[' && d.IndexOf(']', StringComparison.Ordinal) is var end and > 1 ? d[1..end] : null;

    /// <summary>The name without the reference.</summary>
    public static string Name(string? display)
        => Code(display) is { } code ? display![(code.Length + 2)..].Trim() : display?.Trim() ?? string.Empty;
}
