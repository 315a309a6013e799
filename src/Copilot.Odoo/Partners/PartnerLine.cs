using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>Parts of a customer, supplier or contact on one line, cleaned; null when nothing is kept.</summary>
internal static class PartnerLine
{
    public static string Name(OdooRow row) => Phrase.Clean(row.Text("name") ?? row.Text("display_name"), 120);

    public static string? Job(OdooRow row) => Kept(row.Text("function"), 60);

    public static string? Email(OdooRow row) => Kept(row.Text("email"), 80);

    /// <summary>The telephone, with the mobile one where the version keeps it.</summary>
    public static string? Phone(OdooRow row)
        => (Kept(row.Text("phone"), 40), Kept(row.Text("mobile"), 40)) switch
        {
            (null, null) => null,
            ({ } phone, null) => phone,
            (null, { } mobile) => $"{mobile} (mobile)",
            ({ } phone, { } mobile) => $"{phone}, mobile {mobile}",
        };

    /// <summary><c>Via della Fucina 71, 10135 Torino, Italy</c>.</summary>
    public static string? Address(OdooRow row)
    {
        var place = string.Join(' ', new[] { Kept(row.Text("zip"), 20), Kept(row.Text("city"), 60) }.OfType<string>());
        var line = string.Join(", ", new[] { Kept(row.Text("street"), 100), Kept(row.Text("street2"), 100), place.Length == 0 ? null : place, Kept(row.Link("country_id")?.Name, 60) }.OfType<string>());
        return line.Length == 0 ? null : line;
    }

    public static bool HasStreet(OdooRow row) => Kept(row.Text("street"), 100) is not null;

    private static string? Kept(string? text, int longest) => Phrase.Clean(text, longest) is { Length: > 0 } kept ? kept : null;
}
